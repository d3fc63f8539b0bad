import { DEMULTIPLEXING } from "./demultiplexing-drawing.ts";
import { DrawnFigure } from "./drawn-figure.tsx";

const WORDS = [
  "When a segment arrives, the kernel asks in this order. 1: Is there a connection with these four values? 2: Is there a listener on this port? 3: Then nobody is here.",
  "Data from 192.0.2.20:46356 to 192.0.2.10:8080. 1 yes: the data is for the socket in ESTAB with local 192.0.2.10:8080 and peer 192.0.2.20:46356.",
  "Data from 192.0.2.30:46356 to 192.0.2.10:8080. 1 yes: the data is for another socket in ESTAB, with the same local endpoint and peer 192.0.2.30:46356.",
  "SYN from 192.0.2.20:46362 to 192.0.2.10:8080. 1 no, 2 yes: the socket in LISTEN, with local *:8080 and any peer, gets it, and a new connection begins.",
  "SYN from 192.0.2.20:46360 to 192.0.2.10:9999. 1 no, 2 no, 3 nobody: a reset, RST, goes back.",
];

/** How segments that arrive at one host each find their socket. */
export function Demultiplexing({ caption }: { caption?: string }) {
  return (
    <DrawnFigure
      title="Which socket gets the segment"
      drawings={DEMULTIPLEXING}
      words={WORDS}
      caption={caption}
    />
  );
}
