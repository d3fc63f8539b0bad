import { DrawnFigure } from "./drawn-figure.tsx";
import { LISTENER_QUEUES } from "./listener-queues-drawing.ts";

const WORDS = [
  "A SYN from a client puts a half open connection into the listener’s SYN queue; ss prints a row in SYN-RECV for it.",
  "With the client’s ACK the handshake is finished, and the connection goes on to the accept queue. It is in ESTAB, of no process yet, until the program takes it out with accept().",
  "There is room: two connections wait in the accept queue, after listen(5). In the row with State LISTEN, ss -tln prints Recv-Q 2, those that wait here now, and Send-Q 5, the backlog.",
  "The accept queue is full: Recv-Q 6, Send-Q 5. Linux lets one more in than the backlog says. A new SYN is dropped, and sent again by the client; the ACK of a half open connection is ignored, until there is room.",
];

/** A listener's SYN queue and accept queue on Linux, and what ss prints of them. */
export function ListenerQueues({ caption }: { caption?: string }) {
  return (
    <DrawnFigure
      title="The two queues of a listener"
      drawings={LISTENER_QUEUES}
      words={WORDS}
      caption={caption}
    />
  );
}
