import { DrawnFigure } from "./drawn-figure.tsx";
import { ENDPOINT_ANATOMY } from "./endpoint-anatomy-drawing.ts";

const WORDS = [
  "An endpoint has three parts: protocol, address and port.",
  "IPv4: TCP 192.0.2.10:443. There is one colon, between address and port.",
  "IPv6: TCP [2001:db8::10]:443. The address is in brackets, because the address has colons of its own.",
  "The protocol is TCP or UDP.",
  "The address says which host; it belongs to the host.",
  "The port is a number from 0 to 65535. Protocol and port belong to a socket on that host.",
];

/** The parts of an endpoint, as it is written in IPv4 and in IPv6. */
export function EndpointAnatomy({ caption }: { caption?: string }) {
  return (
    <DrawnFigure
      title="The parts of an endpoint"
      drawings={ENDPOINT_ANATOMY}
      words={WORDS}
      caption={caption}
    />
  );
}
