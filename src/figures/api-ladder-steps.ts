/**
 * The calls of a server and its client, for stream and for datagram sockets, in the order in which one run
 * makes them, with what each has its kernel do and what goes over the wire. As listen(2), accept(2), tcp(7)
 * and udp(7) describe it on Linux. Simplified: each call blocks, and each side makes the calls of one exchange.
 */

export type LadderSide = "client" | "server";

/** `row` is the moment, counted downwards from 0; what goes over the wire arrives before the next row. */
export type ApiStep =
  | {
      readonly kind: "call";
      readonly row: number;
      readonly side: LadderSide;
      readonly name: string;
      /** What the kernel does, or what the program waits for. */
      readonly effect: string;
      /** The row at which a call that waits returns; none that waits to the end. */
      readonly until?: number;
    }
  | {
      readonly kind: "returns";
      readonly row: number;
      readonly side: LadderSide;
      readonly name: string;
      readonly effect: string;
    }
  | {
      readonly kind: "packet";
      readonly row: number;
      readonly from: LadderSide;
      readonly label: string;
    };

export type SocketKind = "stream" | "datagram";

export const LAST_ROW = 1000;

const call = (
  row: number,
  side: LadderSide,
  name: string,
  effect: string,
  until?: number,
): ApiStep => ({ kind: "call", row, side, name, effect, ...(until !== undefined && { until }) });
const returns = (row: number, side: LadderSide, name: string, effect: string): ApiStep => ({
  kind: "returns",
  row,
  side,
  name,
  effect,
});
const packet = (row: number, from: LadderSide, label: string): ApiStep => ({
  kind: "packet",
  row,
  from,
  label,
});

export const API_STEPS: Record<SocketKind, readonly ApiStep[]> = {
  stream: [
    call(0, "server", "socket()", "makes a socket, with no port"),
    call(1, "server", "bind()", "gives it an address and a port"),
    call(2, "server", "listen()", "lets the kernel take connections"),
    call(3, "server", "accept()", "waits for a connection", 7),
    call(3, "client", "socket()", "makes a socket, with no port"),
    call(4, "client", "connect()", "chooses a port, sends a SYN, waits", 6),
    packet(4, "client", "SYN"),
    packet(5, "server", "SYN-ACK"),
    returns(6, "client", "connect()", "returns: connected"),
    packet(6, "client", "ACK"),
    returns(7, "server", "accept()", "returns a new socket"),
    call(8, "server", "recv()", "waits for bytes", 9),
    call(8, "client", "send()", "hands bytes to the kernel"),
    packet(8, "client", "data"),
    returns(9, "server", "recv()", "returns the bytes"),
    packet(9, "server", "ACK"),
    call(10, "client", "recv()", "waits for bytes", 11),
    call(10, "server", "send()", "hands bytes to the kernel"),
    packet(10, "server", "data"),
    returns(11, "client", "recv()", "returns the bytes"),
    packet(11, "client", "ACK"),
    call(12, "server", "recv()", "waits for bytes", 13),
    call(12, "client", "close()", "ends its side"),
    packet(12, "client", "FIN"),
    returns(13, "server", "recv()", "returns none: the end"),
    packet(13, "server", "ACK"),
    call(14, "server", "close()", "ends the other side"),
    packet(14, "server", "FIN"),
    packet(15, "client", "ACK"),
  ],
  datagram: [
    call(0, "server", "socket()", "makes a socket, with no port"),
    call(1, "server", "bind()", "gives it an address and a port"),
    call(2, "server", "recvfrom()", "waits for anybody’s datagram", 4),
    call(2, "client", "socket()", "makes a socket, with no port"),
    call(3, "client", "sendto()", "chooses a port, sends one datagram"),
    packet(3, "client", "datagram"),
    returns(4, "server", "recvfrom()", "returns the data and its sender"),
    call(4, "client", "recvfrom()", "waits for anybody’s datagram", 6),
    call(5, "server", "sendto()", "sends one datagram to the sender"),
    packet(5, "server", "datagram"),
    returns(6, "client", "recvfrom()", "returns the data and its sender"),
    call(7, "server", "recvfrom()", "waits for anybody’s datagram", LAST_ROW),
    call(7, "client", "close()", "frees the port; nothing is sent"),
  ],
};

/** One sentence a step. */
export function describeStep(step: ApiStep): string {
  switch (step.kind) {
    case "call":
      return `The ${step.side} calls ${step.name}: ${step.effect}.`;
    case "returns":
      return `In the ${step.side}, ${step.name} ${step.effect}.`;
    case "packet":
      return `On the wire, from ${step.from} to ${step.from === "client" ? "server" : "client"}: ${step.label}.`;
  }
}
