/** What the script of a trace did without writing it down; known from what came of it. By the trace's file. */
import type { TraceHost, TracePacket } from "./kernel-trace-packet.ts";
import type { OpenSocket } from "./kernel-trace-programs.ts";
import type { TraceWorld } from "./kernel-trace-world.ts";

/** What the trace's script did and did not write down. */
export interface Unwritten {
  /** bind() and connect() are of UDP sockets. */
  readonly isUdp?: boolean;
  /** connect(), close() and shutdown() are not told: they are called when their SYN and FIN are sent. */
  readonly calls?: boolean;
  /** The client's ports whose FINs come from shutdown(), not from close(). */
  readonly shutdowns?: readonly number[];
  /** What was done before the line with this number. */
  readonly before?: Readonly<Record<number, (world: TraceWorld) => void>>;
  /** Packets that the script no longer wrote down are sent at the end. */
  readonly isCut?: boolean;
}

const SHOWN_BY_PACKETS: Unwritten = { calls: true };

export const UNWRITTEN: Readonly<Record<string, Unwritten>> = {
  // Each client is closed before the next one connects.
  "10-filtered-vs-closed.txt": {
    before: Object.fromEntries([25, 33, 42, 51, 60, 69].map((line) => [line, closeClient])),
  },
  // The client is a process of its own, so that it can be killed.
  "13c-process-killed.txt": {
    calls: true,
    before: {
      5: (world) => {
        world.socket("A", "stream", 4, 0, world.start("A"));
      },
    },
  },
  "18-ephemeral-exhaustion.txt": SHOWN_BY_PACKETS,
  "26-so-reuseport.txt": {
    calls: true,
    before: {
      6: (world) => {
        for (const socket of world.programs.B.sockets) world.listen("B", socket, 9);
      },
    },
  },
  "28-udp.txt": {
    isUdp: true,
    before: {
      // As small as Linux lets it be: 2304 bytes.
      113: (world) => {
        const server = world.programs.B.sockets.find(({ port }) => port === 5353)!;
        world.option("B", server, { name: "SO_RCVBUF", value: 1 });
      },
    },
  },
  "31-raw-sockets.txt": {
    before: {
      3: (world) => {
        world.socket("B", "raw", 4, 6);
        world.socket("B", "raw", 4, 1);
      },
      59: (world) => {
        world.socket("B", "raw", 4, 17);
      },
    },
  },
  "32-dual-stack.txt": {
    before: {
      59: (world) => {
        world.listen("B", world.programs.B.ready!, 5);
      },
    },
  },
  "34-all-states-three-tools.txt": {
    calls: true,
    isCut: true,
    shutdowns: [35634, 35688, 35692],
    before: {
      3: (world) => {
        world.listener("B", { address: "*", port: 8080 }, 16);
        world.listener("A", { address: "127.0.0.1", port: 631 }, 4096);
        world.listener("A", { address: "10.0.0.1", port: 8081 }, 3);
      },
      93: (world) => {
        const idle = world.programs.A.byPorts(35626, 8080)!;
        world.call("A", { name: "send", fd: idle.fd, data: "data" });
      },
      // Of UDP and raw sockets only these tables tell.
      236: (world) => {
        const server = world.socket("A", "dgram");
        world.bind("A", server, { address: "*", port: 68 });
        const to = { address: "10.0.0.2", port: 53 };
        world.connect("A", world.socket("A", "dgram"), to, 52942);
        world.socket("A", "raw", 4, 1);
      },
    },
  },
  "35-exact-bytes.txt": {
    before: {
      23: (world) => {
        const server = world.socket("B", "dgram");
        world.bind("B", server, { address: "*", port: 53 });
        world.listener("B", { address: "*", port: 9090 }, 7, 6);
      },
    },
  },
  "36-invisible-sockets.txt": {
    before: {
      3: (world) => {
        world.socket("B", "stream");
        world.socket("B", "dgram");
      },
      26: (world) => {
        for (const socket of world.programs.B.sockets) {
          world.bind("B", socket, { address: "*", port: 8080 });
        }
      },
      52: (world) => {
        world.listen("B", world.programs.B.sockets[0]!, 5);
      },
    },
  },
};

function closeClient(world: TraceWorld): void {
  const { connection } = world.programs.A;
  if (connection !== null) world.close("A", connection);
}

/** Makes the call that must have been, for its packet was sent. */
export function callUnwritten(world: TraceWorld, unwritten: Unwritten, packet: TracePacket): void {
  if (!unwritten.calls || packet.kind !== "tcp") return;
  const { from, to, flags } = packet;
  const { host } = from;
  if (flags === "SYN") {
    const peer = { address: to.host === "A" ? "10.0.0.1" : "10.0.0.2", port: to.port };
    const socket = world.programs[host].ready ?? world.socket(host, "stream");
    world.connect(host, socket, peer, from.port);
  }
  if (flags === "FIN,ACK") {
    const socket = connectionOf(world, host, from.port, to.port);
    if (socket === null) return;
    const client = host === "A" ? from.port : to.port;
    if (unwritten.shutdowns?.includes(client)) {
      world.call(host, { name: "shutdown", fd: socket.fd, how: "write" }, socket.pid);
    } else {
      world.close(host, socket);
    }
  }
}

/** Accepts what waits until it has the one with these ports. */
function connectionOf(
  world: TraceWorld,
  host: TraceHost,
  port: number,
  peer: number,
): OpenSocket | null {
  for (;;) {
    const socket = world.programs[host].byPorts(port, peer);
    if (socket !== null) return socket;
    const accepted = world.accept(host, port);
    if (accepted === null || accepted.errno !== null) return null;
  }
}
