import { DrawnFigure } from "./drawn-figure.tsx";
import { EXPOSURE } from "./exposure-drawing.ts";

const WORDS = [
  "Three servers on this host, 192.0.2.10. Between it and the internet stands a firewall, between it and your network none.",
  "Bound to loopback, 127.0.0.1:8080 or [::1]:8080: a program on this host reaches it, to localhost. From your network it is refused. From the internet it is refused, even if let through, past the firewall.",
  "Bound to one address, 192.0.2.10:8080: reached from this host, to 192.0.2.10, from your network, and from the internet if let through.",
  "Bound to every address, 0.0.0.0:8080 or [::]:8080: reached from this host, to any of them, from your network, and from the internet if let through.",
];

/** Who reaches a server, by the address it is bound to. */
export function Exposure({ caption }: { caption?: string }) {
  return (
    <DrawnFigure
      title="Who reaches a server, by the address it is bound to"
      drawings={EXPOSURE}
      words={WORDS}
      caption={caption}
    />
  );
}
