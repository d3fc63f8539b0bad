import type { SocketEntry } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import { dialectOf } from "#netstat/dialects";
import type { Field } from "#netstat/field";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { TypeText } from "../question.ts";
import { rowPlaces } from "./listing-places.ts";
import {
  connectionOf,
  drawAnyClientPort,
  drawClient,
  drawOwnAddress,
  drawPeerAddress,
  drawServer,
  type End,
  listed,
  listenerOn,
  type Program,
  type Tool,
  TOOLS,
  WINDOWS,
} from "./socket-draws.ts";

/** The state here and the other end's, where nothing is on its way. */
const PAIRS: readonly (readonly [TcpState, TcpState])[] = [
  ["ESTABLISHED", "ESTABLISHED"],
  ["FIN-WAIT-2", "CLOSE-WAIT"],
  ["CLOSE-WAIT", "FIN-WAIT-2"],
];

export const missingInRow: Generator = {
  id: "missing-in-row",
  topic: "reading-netstat",
  practises: "completing a row from the other end's",
  lesson: "netstat/listen-and-established",
  make(draw) {
    const { port, program } = drawServer(draw);
    const server = { address: drawOwnAddress(draw), port };
    const client = { address: drawPeerAddress(draw), port: drawAnyClientPort(draw) };
    const tools = { here: draw.pick(TOOLS), there: draw.pick(TOOLS) };
    return draw.chance(1, 4)
      ? listenerRow(draw, tools, server, client, program)
      : mirroredRow(draw, tools, server, client, program);
  },
};

type Made = Omit<TypeText, "id">;
type Near = TypeText["near"][number];

interface Tools {
  /** Printed the row that is shown. */
  readonly here: Tool;
  /** Printed the row with the gap. */
  readonly there: Tool;
}

/** A listener's row, whose client is shown. */
function listenerRow(
  draw: Draw,
  { here, there }: Tools,
  server: End,
  client: End,
  program: Program,
): Made {
  const shown = connectionOf(client, server, "ESTABLISHED", drawClient(draw, server.port));
  const row = listenerOn({ address: "0.0.0.0", port: server.port }, program);
  const isState = draw.chance(1, 2);
  const prompt = `The host \`${client.address}\` is a client of \`${server.address}\`, and has the row below (${here.name}). Complete the listener's row on \`${server.address}\`, as ${there.name} prints it.`;
  const listing = listed(here, [shown]);
  const field: Field = isState ? "state" : "localPort";
  const because = isState
    ? `The listener goes on listening while it has clients. ${spelled(there, "LISTEN")}`
    : `The client's row has ${server.port} as the peer's port: that is where the server listens.`;
  const near: Near[] = isState
    ? [
        ...otherSpellings(there, "LISTEN"),
        {
          value: dialectOf(there.id).spelling.ESTABLISHED,
          because:
            "The connection gets a row of its own in that state. The listener's row stays as it was.",
          belief: "listen-becomes-established",
        },
      ]
    : [
        {
          value: String(client.port),
          because: `${client.port} is the client's own port, where it talks from. The listener has the port that the client talks to.`,
        },
        {
          value: "0",
          because: "0 stands for no port at all. A listener has one.",
          belief: "port-zero",
        },
      ];
  return withGap(there, row, field, { prompt, listing, because, near });
}

/** A connection's row at the one end, and at the other. */
function mirroredRow(
  draw: Draw,
  { here, there }: Tools,
  server: End,
  client: End,
  program: Program,
): Made {
  const isServerShown = draw.chance(1, 2);
  const [ours, theirs] = isServerShown ? [server, client] : [client, server];
  const [state, mirrored] = draw.pick(PAIRS);
  // lsof lists what programs hold, and a program that has closed holds nothing.
  const shownTool = state === "FIN-WAIT-2" && here.id === "lsof" ? TOOLS[0]! : here;
  const gapTool = mirrored === "FIN-WAIT-2" && there.id === "lsof" ? TOOLS[0]! : there;
  const caller = drawClient(draw, server.port);
  const programs = isServerShown ? [program, caller] : [caller, program];
  // Windows goes on naming the process of a connection that it has closed.
  const held = (tool: Tool, at: TcpState, who: Program) =>
    at === "FIN-WAIT-2" && tool !== WINDOWS ? null : who;
  const shown = connectionOf(ours, theirs, state, held(shownTool, state, programs[0]!));
  const row = connectionOf(theirs, ours, mirrored, held(gapTool, mirrored, programs[1]!));
  const field = draw.pick(["localPort", "peerPort", "state"] as const);
  const prompt = `Two hosts have one connection, and nothing is on its way. \`${ours.address}\` prints the row below (${shownTool.name}). Complete the row of the other end, as ${gapTool.name} prints it on \`${theirs.address}\`.`;
  const listing = listed(shownTool, [shown]);
  if (field === "state") {
    const because = `${MIRRORED[mirrored]} ${spelled(gapTool, mirrored)}`;
    const near = [...otherSpellings(gapTool, mirrored), ...wrongStates(gapTool, mirrored)];
    return withGap(gapTool, row, field, { prompt, listing, because, near });
  }
  const [right, wrong] = field === "localPort" ? [theirs, ours] : [ours, theirs];
  const because =
    field === "localPort"
      ? `${right.port} is the peer's port in the row shown. On the other host the same port is the local one.`
      : `${right.port} is the local port in the row shown. On the other host the same port is the peer's.`;
  const sidesSwap = `${wrong.port} stands in this place in the row shown. Seen from the other host, local and peer change places.`;
  const near: Near[] = [
    {
      value: String(wrong.port),
      because: sidesSwap,
      ...(wrong === server ? { belief: "client-uses-80" as const } : {}),
    },
  ];
  return withGap(gapTool, row, field, { prompt, listing, because, near });
}

const MIRRORED: Readonly<Partial<Record<TcpState, string>>> = {
  ESTABLISHED: "A connection that nobody has closed is ESTABLISHED at both ends.",
  "CLOSE-WAIT":
    "The row shown has sent its FIN, and the FIN was acknowledged: the end that received it is in CLOSE-WAIT.",
  "FIN-WAIT-2":
    "The row shown has received a FIN and acknowledged it: the end that sent it is in FIN-WAIT-2.",
};

const spelled = (tool: Tool, state: TcpState) =>
  `In ${tool.name} the word is ${dialectOf(tool.id).spelling[state]}.`;

/** Spellings that other tools have for the state. */
function otherSpellings(tool: Tool, state: TcpState): Near[] {
  const own = dialectOf(tool.id).spelling[state];
  const values = new Set(TOOLS.map(({ id }) => dialectOf(id).spelling[state]));
  values.delete(own);
  return [...values].map((value) => ({
    value,
    because: `That is the right state, as another tool spells it. ${tool.name} prints ${own}.`,
  }));
}

function wrongStates(tool: Tool, right: TcpState): Near[] {
  const spelling = dialectOf(tool.id).spelling;
  const others: readonly TcpState[] =
    right === "ESTABLISHED"
      ? ["LISTEN", "SYN-SENT"]
      : right === "CLOSE-WAIT"
        ? ["FIN-WAIT-2", "TIME-WAIT", "ESTABLISHED"]
        : ["CLOSE-WAIT", "TIME-WAIT", "ESTABLISHED"];
  return others.map((state) => ({ value: spelling[state], ...WRONG_STATES[state]! }));
}

const WRONG_STATES: Readonly<Partial<Record<TcpState, Omit<Near, "value">>>> = {
  LISTEN: {
    because: "A listener has a row of its own, without a peer. This row is a connection's.",
    belief: "listen-becomes-established",
  },
  "SYN-SENT": { because: "The connection is open already: both hosts have seen the handshake." },
  "TIME-WAIT": {
    because: "TIME-WAIT comes after both ends have sent a FIN. Here only one of them has.",
  },
  ESTABLISHED: {
    because: "The one end has closed, and the other has heard of it: neither is as before.",
    belief: "close-ends-both",
  },
  "FIN-WAIT-2": {
    because:
      "That is the state in the row shown. The end which receives the FIN goes another way than the one that sends it.",
  },
  "CLOSE-WAIT": {
    because:
      "That is the state in the row shown. The end which sends the FIN goes another way than the one that receives it.",
  },
};

function withGap(
  tool: Tool,
  row: SocketEntry,
  field: Field,
  said: Pick<Made, "prompt" | "because" | "near"> & { readonly listing: string },
): Made {
  const text = listed(tool, [row]);
  const { from, to, fields } = rowPlaces(text, tool.id)[0]!;
  const gap = fields.find((place) => place.field === field)!;
  return {
    kind: "type-text",
    ...said,
    before: text.slice(from, gap.from),
    after: text.slice(gap.to, to),
    answer: gap.text,
    accepts: [],
  };
}
