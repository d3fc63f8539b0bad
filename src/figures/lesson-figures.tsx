/** The figures drawn for lessons, by the names that lessons call them; each loads as it nears the view. */
import { whenNear } from "#ui/when-near";

export const LESSON_FIGURES = {
  ApiLadder: whenNear(async () => (await import("./api-ladder.tsx")).ApiLadder),
  Demultiplexing: whenNear(async () => (await import("./demultiplexing.tsx")).Demultiplexing),
  EndpointAnatomy: whenNear(async () => (await import("./endpoint-anatomy.tsx")).EndpointAnatomy),
  Exposure: whenNear(async () => (await import("./exposure.tsx")).Exposure),
  ListenerQueues: whenNear(async () => (await import("./listener-queues.tsx")).ListenerQueues),
};
