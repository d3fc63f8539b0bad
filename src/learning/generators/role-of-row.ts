import type { SocketEntry } from "#net/socket-entry";
import type { RoleReason } from "#netstat/role";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { Choice } from "../question.ts";
import { roleIn } from "./row-evidence.ts";
import {
  connectionOf,
  drawAnyClientPort,
  drawClient,
  drawOwnAddress,
  drawPeerAddress,
  drawServer,
  drawServers,
  type End,
  listed,
  listenerOn,
  type Program,
  READERS,
  rowOf,
} from "./socket-draws.ts";

export const roleOfRow: Generator = {
  id: "role-of-row",
  topic: "reading-netstat",
  practises: "telling which side of a connection a row is, and how sure that is",
  lesson: "netstat/a-listing-row-by-row",
  make(draw) {
    const tool = draw.pick(READERS);
    const [row, ...others] = draw.pick(CASES)(draw);
    const table = draw.shuffled([row, ...others]);
    const { reason } = roleIn(table, row, tool);
    const state = row.state === "TIME-WAIT" ? "TIME-WAIT" : "ESTABLISHED";
    return {
      kind: "choose-one",
      prompt: `This is the whole table of TCP sockets, by ${tool.name}. What is this host in the row \`${rowOf(tool, row).replaceAll(/ +/g, " ")}\`?`,
      listing: listed(tool, table),
      choices: draw.shuffled(choicesFor(reason, state, row)),
    };
  },
};

type Table = readonly [SocketEntry, ...SocketEntry[]];

/** The row that is asked about comes first. */
const CASES: readonly ((draw: Draw) => Table)[] = [
  served,
  servedOnHighPort,
  toServerElsewhere,
  fromClient,
  bothHigh,
  bothLow,
  ownListenerOnPeersPort,
];

const drawState = (draw: Draw) => (draw.chance(1, 4) ? "TIME-WAIT" : "ESTABLISHED");

function served(draw: Draw): Table {
  const [one, two] = drawServers(draw, 2);
  const address = drawOwnAddress(draw);
  const peer = { address: drawPeerAddress(draw), port: drawAnyClientPort(draw) };
  return [
    connectionFor(draw, { address, port: one!.port }, peer, accepted(one!.program)),
    listenerOn({ address: "0.0.0.0", port: one!.port }, one!.program),
    listenerOn({ address: "127.0.0.1", port: two!.port }, two!.program),
  ];
}

/** The port looks like a client's, and a program listens on it. */
function servedOnHighPort(draw: Draw): Table {
  const { program } = drawServer(draw);
  const port = draw.whole(49_664, 49_680);
  const peer = { address: drawPeerAddress(draw), port: drawAnyClientPort(draw) };
  return [
    connectionFor(draw, { address: drawOwnAddress(draw), port }, peer, accepted(program)),
    listenerOn({ address: "0.0.0.0", port }, program),
  ];
}

function toServerElsewhere(draw: Draw): Table {
  const [one, two] = drawServers(draw, 2);
  const local = { address: drawOwnAddress(draw), port: drawAnyClientPort(draw) };
  const peer = { address: drawPeerAddress(draw), port: one!.port };
  return [
    connectionFor(draw, local, peer),
    listenerOn({ address: "0.0.0.0", port: two!.port }, two!.program),
  ];
}

/** The listener is gone: its connections remain. */
function fromClient(draw: Draw): Table {
  const [one, two] = drawServers(draw, 2);
  const peer = { address: drawPeerAddress(draw), port: drawAnyClientPort(draw) };
  return [
    connectionFor(draw, { address: drawOwnAddress(draw), port: one!.port }, peer),
    listenerOn({ address: "0.0.0.0", port: two!.port }, two!.program),
  ];
}

function bothHigh(draw: Draw): Table {
  const { port, program } = drawServer(draw);
  const local = { address: drawOwnAddress(draw), port: drawAnyClientPort(draw) };
  const peer = { address: drawPeerAddress(draw), port: drawAnyClientPort(draw) };
  return [connectionFor(draw, local, peer), listenerOn({ address: "0.0.0.0", port }, program)];
}

function bothLow(draw: Draw): Table {
  const [one, two, three] = drawServers(draw, 3);
  return [
    connectionFor(
      draw,
      { address: drawOwnAddress(draw), port: one!.port },
      { address: drawPeerAddress(draw), port: two!.port },
    ),
    listenerOn({ address: "0.0.0.0", port: three!.port }, three!.program),
  ];
}

/** A listener here has the port that the row has as its peer's. */
function ownListenerOnPeersPort(draw: Draw): Table {
  const { port, program } = drawServer(draw);
  const local = { address: drawOwnAddress(draw), port: drawAnyClientPort(draw) };
  return [
    connectionFor(draw, local, { address: drawPeerAddress(draw), port }),
    listenerOn({ address: "0.0.0.0", port }, program),
  ];
}

/** What a listener let in is held by its program. */
const accepted = (program: Program): Program => ({ ...program, fd: program.fd + 1 });

/** Where no listener decides, the program is one that may be at either end. */
function connectionFor(
  draw: Draw,
  local: End,
  peer: End,
  program: Program = drawClient(draw),
): SocketEntry {
  const state = drawState(draw);
  return connectionOf(local, peer, state, state === "TIME-WAIT" ? null : program);
}

type Told = Extract<
  RoleReason,
  "has-listener" | "peer-port-ephemeral" | "local-port-ephemeral" | "ports-do-not-tell"
>;

const TEXTS: Readonly<Record<Told, string>> = {
  "has-listener": "The server's end: a listener of this table has the row's local port.",
  "peer-port-ephemeral": "Probably the server's end, but only the port numbers say so.",
  "local-port-ephemeral": "Probably the client's end, but only the port numbers say so.",
  "ports-do-not-tell": "It cannot be told: neither a listener nor the port numbers decide.",
};

function choicesFor(
  reason: RoleReason,
  state: "ESTABLISHED" | "TIME-WAIT",
  { local, peer }: SocketEntry,
): Choice[] {
  const told = (Object.keys(TEXTS) as Told[]).map((each): Choice => {
    const text = TEXTS[each];
    return each === reason
      ? { text, right: true, because: RIGHT[each](local.port!, peer!.port!) }
      : { text, because: WRONG[each](reason as Told, local.port!, peer!.port!) };
  });
  return [...told, STATE_TELLS[state]];
}

const RIGHT: Readonly<Record<Told, (local: number, peer: number) => string>> = {
  "has-listener": (local) =>
    `A row in the table listens on port ${local}, so this connection came in through it. That is better evidence than any port number.`,
  "peer-port-ephemeral": (local, peer) =>
    `No listener here has port ${local}, so the numbers are all there is: ${peer} is a port that systems give to clients, and ${local} is none. That is a habit, not a proof.`,
  "local-port-ephemeral": (local, peer) =>
    `Port ${local} is one that this system gives to clients, the peer's ${peer} is not, and nobody here listens on ${local}. That is a habit, not a proof.`,
  "ports-do-not-tell": (local, peer) =>
    `Nobody here listens on ${local}, and ${local} and ${peer} are both ${local >= 32768 ? "ports that are given to clients" : "ports that servers use"}.`,
};

const WRONG: Readonly<Record<Told, (right: Told, local: number, peer: number) => string>> = {
  "has-listener": (right, local, peer) =>
    right === "local-port-ephemeral"
      ? `No listener here has the local port, ${local}. A listener on the peer's port ${peer} would be this host's own, and has no part in this connection.`
      : `No listener of this table has port ${local}: look at the local ports of the rows in LISTEN.`,
  "peer-port-ephemeral": (right, local, peer) =>
    right === "has-listener"
      ? `It is the server's end, but better evidence than the numbers is there: a row listens on port ${local}.`
      : right === "local-port-ephemeral"
        ? `Local and peer are mixed up: the client's port is the local one, ${local}, and the peer has ${peer}.`
        : `The numbers do not say so: they do not differ in kind, ${local} here and ${peer} there.`,
  "local-port-ephemeral": (right, local, peer) =>
    right === "has-listener"
      ? `A port number is a weak sign. This table has a listener on port ${local}, so the connection came in.`
      : right === "peer-port-ephemeral"
        ? `Local and peer are mixed up: the client's port is the peer's, ${peer}, and ${local} is this host's.`
        : `The numbers do not say so: they do not differ in kind, ${local} here and ${peer} there.`,
  "ports-do-not-tell": (right, local, peer) =>
    right === "has-listener"
      ? `The table does tell: a row listens on port ${local}.`
      : `The numbers are a hint at least: of ${local} and ${peer}, one is a port that is given to clients and the other is not.`,
};

const STATE_TELLS: Readonly<Record<"ESTABLISHED" | "TIME-WAIT", Choice>> = {
  ESTABLISHED: {
    text: "The client's end for sure: at the server's end the row would be in LISTEN.",
    because:
      "At both ends a connection's row is ESTABLISHED. LISTEN is the listener's row, beside it.",
    belief: "listen-becomes-established",
  },
  "TIME-WAIT": {
    text: "The server's end for sure: TIME-WAIT is where servers wait.",
    because: "TIME-WAIT is at the end that closed first, client or server.",
    belief: "time-wait-is-leak",
  },
};
