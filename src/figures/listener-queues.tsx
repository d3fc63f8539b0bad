import { DrawnFigure } from "./drawn-figure.tsx";
import { BACKLOG, listenerQueues, MOST } from "./listener-queues-drawing.ts";

const wordsFor = (waiting: number) => [
  "A SYN from a client puts a half open connection into the listener’s SYN queue; ss prints a row in SYN-RECV for it.",
  "With the client’s ACK the handshake is finished, and the connection goes on to the accept queue. It is in ESTAB, of no process yet, until the program takes it out with accept().",
  `There is room: of the accept queue’s places, ${waiting} are taken, after listen(${BACKLOG}). In the row with State LISTEN, ss -tln prints Recv-Q ${waiting}, those that wait here now, and Send-Q ${BACKLOG}, the backlog.`,
  `The accept queue is full: Recv-Q ${MOST}, Send-Q ${BACKLOG}. Linux lets one more in than the backlog says. A new SYN is dropped, and sent again by the client; the ACK of a half open connection is ignored, until there is room.`,
];

/** A listener's SYN queue and accept queue on Linux, and what ss prints of them; `waiting` of 5 wait, then all. */
export function ListenerQueues({ waiting = 2, caption }: { waiting?: number; caption?: string }) {
  return (
    <DrawnFigure
      title="The two queues of a listener"
      drawings={listenerQueues(waiting)}
      words={wordsFor(waiting)}
      caption={caption}
    />
  );
}
