import { API_LADDERS } from "./api-ladder-drawing.ts";
import { API_STEPS, describeStep, type SocketKind } from "./api-ladder-steps.ts";
import { DrawnFigure } from "./drawn-figure.tsx";

/** A server's calls and its client's, in their order, with what goes over the wire between them. */
export function ApiLadder({ sockets, caption }: { sockets: SocketKind; caption?: string }) {
  return (
    <DrawnFigure
      title={`The calls of a server and its client, with ${sockets} sockets`}
      drawings={API_LADDERS[sockets]}
      words={API_STEPS[sockets].map(describeStep)}
      caption={caption}
    />
  );
}
