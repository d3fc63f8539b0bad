/**
 * Conversations of a server and its client as simulated hosts hold them, which says who makes which call, on which
 * socket. The ports are always the same: what a person is told about them, the generators draw.
 */
import type { WrittenSimulation, WrittenStep } from "#simulator/scenarios/scenario";
import { accepts, does, makes, makesUdp, SOON } from "#simulator/scenarios/steps";
import { simulated } from "./simulated-hosts.ts";

export interface StreamWays {
  readonly reuses: boolean;
  /** Whether the client binds a port of its own. */
  readonly binds: boolean;
  readonly halfCloses: boolean;
}

const PORT = 8080;
const CLIENT_PORT = 40_000;

/** B serves ("listener", "server"), A is the client ("client"). */
function streamSteps({ reuses, binds, halfCloses }: StreamWays): readonly WrittenStep[] {
  return [
    makes("B", "listener"),
    ...(reuses ? [does("B", "setsockopt", "listener", "SO_REUSEADDR", 1)] : []),
    does("B", "bind", "listener", "0.0.0.0", PORT),
    does("B", "listen", "listener", 5),
    makes("A", "client"),
    ...(binds ? [does("A", "bind", "client", "0.0.0.0", CLIENT_PORT)] : []),
    does("A", "connect", "client", "10.0.0.2", PORT),
    SOON,
    accepts("B", "listener", "server"),
    does("A", "send", "client", "request"),
    ...(halfCloses ? [does("A", "shutdown", "client", "SHUT_WR")] : []),
    SOON,
    does("B", "recv", "server", 100),
    does("B", "send", "server", "answer"),
    SOON,
    does("A", "recv", "client", 100),
    does("A", "close", "client"),
    SOON,
    does("B", "close", "server"),
    does("B", "close", "listener"),
  ];
}

/** B serves ("server"), A is the client ("client"). */
function datagramSteps(connects: boolean): readonly WrittenStep[] {
  const question: readonly WrittenStep[] = connects
    ? [does("A", "connect", "client", "10.0.0.2", PORT), does("A", "send", "client", "question")]
    : [does("A", "sendto", "client", "question", "10.0.0.2", PORT)];
  return [
    makesUdp("B", "server"),
    does("B", "bind", "server", "0.0.0.0", PORT),
    makesUdp("A", "client"),
    ...question,
    SOON,
    does("B", "recvfrom", "server", 100),
    does("B", "sendto", "server", "answer", "10.0.0.1", CLIENT_PORT),
    SOON,
    does("A", connects ? "recv" : "recvfrom", "client", 100),
    does("A", "close", "client"),
    does("B", "close", "server"),
  ];
}

export interface MadeCall {
  readonly side: "server" | "client";
  readonly call: string;
  /** The socket's name in the steps; of socket(), the one that it makes. */
  readonly socket: string;
}

/** The client's port is known before, so that the server's answer can name it. */
const HOSTS: WrittenSimulation["hosts"] = {
  A: { addresses: ["10.0.0.1"], settings: { ip_local_port_range: [CLIENT_PORT, CLIENT_PORT] } },
  B: { addresses: ["10.0.0.2"] },
};

/** Throws where a call failed or still waits. */
function callsOf(steps: readonly WrittenStep[]): readonly MadeCall[] {
  const results = simulated(steps, HOSTS).flatMap((step) => step.results);
  const asked = steps.filter((step) => "call" in step);
  if (results.length < asked.length || results.some(({ errno }) => errno !== null))
    throw new Error("A call of the conversation failed.");
  return results.map(({ host, call, on, as }) => ({
    side: host === "B" ? "server" : "client",
    call,
    socket: on ?? as ?? "",
  }));
}

const kept = new Map<string, readonly MadeCall[]>();

function keptCalls(key: string, steps: () => readonly WrittenStep[]): readonly MadeCall[] {
  const known = kept.get(key) ?? callsOf(steps());
  kept.set(key, known);
  return known;
}

/** In the order in which they returned. */
export function streamCalls(ways: StreamWays): readonly MadeCall[] {
  const key = `stream ${ways.reuses} ${ways.binds} ${ways.halfCloses}`;
  return keptCalls(key, () => streamSteps(ways));
}

/** `connects`: the client sets its peer. */
export function datagramCalls(connects: boolean): readonly MadeCall[] {
  return keptCalls(`datagram ${connects}`, () => datagramSteps(connects));
}
