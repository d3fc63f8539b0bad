/** Steps that many scenarios have in common: two hosts, a server that listens, a client that connects. */
import type { Argument, WrittenCall, WrittenSimulation, WrittenStep } from "./scenario.ts";

export const TWO_HOSTS: WrittenSimulation["hosts"] = {
  A: { addresses: ["10.0.0.1"] },
  B: { addresses: ["10.0.0.2"] },
};

/** One way, in milliseconds. */
export const DELAY_MS = 20;

/** Milliseconds. */
export const wait = (ms: number): WrittenStep => ({ wait: ms });

/** Enough to go there and back, and for an acknowledgment that was held back a little. */
export const SOON = wait(200);

export const does = (
  host: string,
  call: string,
  on: string,
  ...args: readonly Argument[]
): WrittenCall => ({ host, call, on, args });

/** Asks once and does not wait. */
export const tries = (
  host: string,
  call: string,
  on: string,
  ...args: readonly Argument[]
): WrittenCall => ({ host, call, on, args, nonBlocking: true });

export const makes = (host: string, as: string, ...args: readonly Argument[]): WrittenCall => ({
  host,
  call: "socket",
  args: args.length === 0 ? ["AF_INET", "SOCK_STREAM"] : args,
  as,
});

export const makesUdp = (host: string, as: string): WrittenCall =>
  makes(host, as, "AF_INET", "SOCK_DGRAM");

export const accepts = (host: string, on: string, as: string): WrittenCall => ({
  host,
  call: "accept",
  on,
  as,
});

interface Listening {
  readonly address?: string;
  readonly backlog?: number;
  /** Whether SO_REUSEADDR is set before bind(), as most servers do. */
  readonly reuse?: boolean;
}

export const listens = (
  host: string,
  as: string,
  port: number,
  { address = "0.0.0.0", backlog = 5, reuse = true }: Listening = {},
): readonly WrittenCall[] => [
  makes(host, as),
  ...(reuse ? [does(host, "setsockopt", as, "SO_REUSEADDR", 1)] : []),
  does(host, "bind", as, address, port),
  does(host, "listen", as, backlog),
];

export const connects = (
  host: string,
  as: string,
  address: string,
  port: number,
): readonly WrittenCall[] => [makes(host, as), does(host, "connect", as, address, port)];

/** With the client's own port chosen by hand, so that other steps can name it. */
export const connectsFrom = (
  own: number,
  host: string,
  as: string,
  address: string,
  port: number,
): readonly WrittenCall[] => [
  makes(host, as),
  does(host, "bind", as, "0.0.0.0", own),
  does(host, "connect", as, address, port),
];

/** B listens on 8080 ("listener"), A is connected ("client"), B has accepted ("server"). */
export const CONNECTED: readonly WrittenStep[] = [
  ...listens("B", "listener", 8080),
  ...connects("A", "client", "10.0.0.2", 8080),
  wait(100),
  accepts("B", "listener", "server"),
];

/** The same with the client on port 4000. */
export const CONNECTED_FROM_4000: readonly WrittenStep[] = [
  ...listens("B", "listener", 8080),
  ...connectsFrom(4000, "A", "client", "10.0.0.2", 8080),
  wait(100),
  accepts("B", "listener", "server"),
];

/** SYNs to B's port 8080 from addresses where nobody is. */
export const floods = (count: number): readonly WrittenStep[] =>
  Array.from({ length: count }, (_, at) => ({
    inject: { from: `192.0.2.${at + 1}:${40000 + at}`, to: "B:8080", flags: "SYN" },
  }));

/** The calls are made by this program, "nginx" or "nobody@nginx". */
export const by = (process: string, calls: readonly WrittenCall[]): readonly WrittenCall[] =>
  calls.map((call) => ({ ...call, process }));
