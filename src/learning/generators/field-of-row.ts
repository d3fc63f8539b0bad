import type { Field } from "#netstat/field";
import type { Generator } from "../generator.ts";
import type { MisconceptionId } from "../misconception.ts";
import type { PointAt } from "../question.ts";
import { type FieldPlace, rowPlaces } from "./listing-places.ts";
import {
  connectionOf,
  datagramSocketOn,
  drawClient,
  drawClientPort,
  drawOwnAddress,
  drawPeerAddress,
  drawServer,
  listed,
  listenerOn,
  NET_TOOLS,
  SS,
  type Tool,
  TOOLS,
} from "./socket-draws.ts";

/** What is asked, each in words of its own kind: the field's name, or what it is for. */
const OF_CONNECTION: readonly (readonly [Field, string])[] = [
  ["localAddress", "the address on this host's side"],
  ["localPort", "the port on this host's side"],
  ["peerAddress", "the address of the other host"],
  ["peerPort", "the other end's port"],
  ["state", "the state"],
  ["recvQ", "how many bytes have arrived that the program has not read"],
  ["sendQ", "how many bytes have been sent that the peer has not acknowledged"],
  ["pid", "the number of the process that holds the socket"],
];

const OF_LISTENER: readonly (readonly [Field, string])[] = [
  ["localPort", "the port that clients connect to"],
  ["localAddress", "the address that it is bound to"],
  ["state", "the state"],
  ["pid", "the number of the process that holds the socket"],
];

const NAMES: Readonly<Partial<Record<Field, string>>> = {
  protocol: "the protocol",
  recvQ: "Recv-Q",
  sendQ: "Send-Q",
  localAddress: "the local address",
  localPort: "the local port",
  peerAddress: "the peer's address",
  peerPort: "the peer's port",
  state: "the state",
  pid: "the process number",
  program: "the program's name",
  user: "the user",
  fd: "the descriptor's number",
};

const MEANINGS: Readonly<Partial<Record<Field, string>>> = {
  protocol: "It tells TCP from UDP.",
  recvQ: "On a connection it counts bytes that have arrived and wait to be read.",
  sendQ: "On a connection it counts bytes that were sent and are not acknowledged yet.",
  localAddress: "“Local” is the host that printed the listing.",
  localPort:
    "It stands behind the local address, and belongs to the host that printed the listing.",
  peerAddress: "The second address is that of the other end.",
  peerPort: "It stands behind the second address, and belongs to the other end.",
  state: "It says how far the socket is: waiting for clients, connected, closing.",
  pid: "It names the process, and has nothing to do with ports.",
  program: "It is the program's name, not a number.",
  user: "It says under whose name the program runs.",
  fd: "By this small number the program itself names the socket.",
};

type RowName = "listener" | "connection" | "UDP socket";

export const fieldOfRow: Generator = {
  id: "field-of-row",
  topic: "reading-netstat",
  practises: "finding a field in a row",
  lesson: "netstat/the-first-row",
  make(draw) {
    const tool = draw.pick(TOOLS);
    const { port, program } = drawServer(draw);
    const queues = draw.chance(1, 3)
      ? { recvQ: draw.whole(1, 900), sendQ: draw.whole(901, 4000) }
      : {};
    const ends = [
      { address: drawOwnAddress(draw), port },
      { address: drawPeerAddress(draw), port: drawClientPort(draw, "linux") },
    ] as const;
    const isServerHere = draw.chance(1, 2);
    const [local, peer] = isServerHere ? ends : [ends[0], { ...ends[1], port: 443 }];
    const client = { ...local, port: drawClientPort(draw, tool.system) };
    const rows = draw.shuffled([
      {
        name: "connection" as const,
        entry: isServerHere
          ? connectionOf(local, peer, "ESTABLISHED", program, queues)
          : connectionOf(client, peer, "ESTABLISHED", drawClient(draw, peer.port), queues),
      },
      { name: "listener" as const, entry: listenerOn({ address: "0.0.0.0", port }, program) },
      {
        name: "UDP socket" as const,
        entry: datagramSocketOn(
          { address: local.address, port: 68 },
          {
            name: "dhclient",
            user: "root",
            pid: draw.whole(300, 590),
            fd: 7,
          },
        ),
      },
    ]);
    const listing = listed(
      tool,
      rows.map(({ entry }) => entry),
    );
    const row = draw.pick(["connection", "listener"] as const);
    const places = rowPlaces(listing, tool.id).flatMap(({ fields }, index) =>
      fields
        .filter(({ field }) => NAMES[field] !== undefined)
        .map((place) => ({ ...place, row: rows[index]!.name })),
    );
    const askable = (row === "connection" ? OF_CONNECTION : OF_LISTENER).filter(([field]) =>
      places.some((place) => place.field === field && place.row === row),
    );
    const [field, words] = draw.pick(askable);
    return {
      kind: "point-at",
      prompt: `${tool.name} printed this. In the ${row}'s row, point at ${words}.`,
      listing,
      choices: places.map((place) => choiceOf(place, field, row, tool)),
    };
  },
};

function choiceOf(
  place: FieldPlace & { readonly row: RowName },
  field: Field,
  row: RowName,
  tool: Tool,
): PointAt["choices"][number] {
  const { from, to } = place;
  const isPlaceholder = place.row !== "connection" && place.field.startsWith("peer");
  const name = isPlaceholder ? `${NAMES[place.field]} left open` : NAMES[place.field]!;
  const text = `${name}, ${place.text}, of the ${place.row}`;
  if (place.field === field && place.row === row)
    return { text, from, to, right: true, because: `This is ${name}. ${MEANINGS[field]}` };
  if (isPlaceholder) {
    const belief: MisconceptionId = "foreign-zero-is-host";
    const because = `This is a placeholder in the ${place.row}'s row: the socket has no peer.`;
    return { text, from, to, because, belief };
  }
  if (place.field === field)
    return { text, from, to, because: `This is ${name} indeed, but in the ${place.row}'s row.` };
  const because = `This is ${name}. ${QUEUES[place.row]?.(place.field, tool) ?? MEANINGS[place.field]}`;
  return place.field === "pid" && field.endsWith("Port")
    ? { text, from, to, because, belief: "port-is-process" }
    : { text, from, to, because };
}

/** What the queues are where the row is no connection's; null where nothing else is to be said. */
const QUEUES: Readonly<Partial<Record<RowName, (field: Field, tool: Tool) => string | null>>> = {
  listener(field, tool) {
    if (tool !== SS && tool !== NET_TOOLS) return null;
    if (field === "recvQ") return "On a listener it counts connections that wait to be accepted.";
    if (field !== "sendQ") return null;
    return tool === SS
      ? "On a listener ss prints a limit there: that for connections that wait."
      : "On a listener netstat leaves it at 0.";
  },
  "UDP socket"(field) {
    if (field === "recvQ") return "It counts bytes that have arrived and wait to be read.";
    return field === "sendQ" ? "It counts bytes that have not left yet." : null;
  },
};
