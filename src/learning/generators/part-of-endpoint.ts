import type { SocketEntry } from "#net/socket-entry";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { PointAt } from "../question.ts";
import { drawIpv6 } from "./endpoint-draws.ts";
import { rowPlaces } from "./listing-places.ts";
import {
  drawClientPort,
  drawOwnAddress,
  drawServer,
  listed,
  listenerOn,
  LSOF,
  MACOS,
  NET_TOOLS,
  SS,
  type Tool,
  WINDOWS,
} from "./socket-draws.ts";

type Part = "address" | "zone" | "port";
type Piece = Part | "last group";

interface Place {
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
}

const ZONES = new Map<Tool, readonly string[]>([
  [SS, ["eth0", "wlan0", "enp3s0"]],
  [WINDOWS, ["4", "12", "17"]],
  [MACOS, ["en0", "en1", "awdl0"]],
]);

export const partOfEndpoint: Generator = {
  id: "part-of-endpoint",
  topic: "endpoints",
  practises: "telling an endpoint's address, zone and port apart, as each tool writes them",
  lesson: "ports/sixteen-bits-and-endpoints",
  make(draw) {
    const tool = draw.pick([SS, NET_TOOLS, WINDOWS, MACOS, MACOS, LSOF]);
    const { listing, parts } = written(tool, drawSocket(draw, tool));
    const asked = draw.pick([...parts.map(({ piece }) => piece), "port" as const]) as Part;
    const places = asked === "port" ? parts.flatMap((part) => divided(part, listing)) : parts;
    return {
      kind: "point-at",
      prompt: `${nameOf(tool, listing)} writes the endpoint of a socket like this. Point at ${asked === "address" ? "the whole address" : `the ${asked}`}.`,
      listing,
      choices: places.map((place) => choiceOf(place, asked, listing, tool)),
    };
  },
};

/** Without -W these two cut what is longer than their column. */
function nameOf({ id, name }: Tool, endpoint: string): string {
  const isCut = (id === NET_TOOLS.id || id === MACOS.id) && endpoint.length > 20;
  return isCut && endpoint.includes("::") ? name.replace(/(?<=-\w+)`/, "W`") : name;
}

function drawSocket(draw: Draw, tool: Tool): SocketEntry {
  const { port: usual, program } = drawServer(draw);
  const port = draw.chance(1, 2) ? usual : drawClientPort(draw, tool.system);
  const zones = ZONES.get(tool);
  const shape = draw.whole(1, 10);
  if (shape <= 3) return listenerOn({ address: drawOwnAddress(draw), port }, program);
  if (shape === 4) return listenerOn({ address: draw.pick(["0.0.0.0", "::"]), port }, program);
  if (shape <= 7 || zones === undefined)
    return listenerOn({ address: drawIpv6(draw), port }, program);
  const entry = listenerOn(
    { address: `fe80::${draw.whole(1, 0xfff).toString(16)}`, port },
    program,
  );
  return { ...entry, local: { ...entry.local, zone: draw.pick(zones) } };
}

/** The local endpoint alone, cut out of the row that the tool prints. */
function written(tool: Tool, entry: SocketEntry) {
  const text = listed(tool, [entry]);
  const fields = rowPlaces(text, tool.id)[0]!.fields;
  const placeOf = (piece: Part, field: string): Place[] =>
    fields.filter((each) => each.field === field).map(({ from, to }) => ({ piece, from, to }));
  const parts = [
    ...placeOf("address", "localAddress"),
    ...placeOf("zone", "localZone"),
    ...placeOf("port", "localPort"),
  ].toSorted((one, other) => one.from - other.from);
  const start = text.slice(0, parts[0]!.from).search(/\S*$/);
  const listing = /^\S+/.exec(text.slice(start))![0];
  return {
    listing,
    parts: parts.map(({ piece, from, to }) => ({ piece, from: from - start, to: to - start })),
  };
}

/** An address in two: its last group, where one might look for the port, and what is before. */
function divided({ piece, from, to }: Place, listing: string): Place[] {
  const at = listing.slice(from, to).search(/[:.][^:.]+$/) + 1;
  const isOne = piece !== "address" || at === 0 || /^[:.]+$/.test(listing.slice(from, from + at));
  if (isOne) return [{ piece, from, to }];
  return [
    { piece, from, to: from + at },
    { piece: "last group", from: from + at, to },
  ];
}

function choiceOf(
  { piece, from, to }: Place,
  asked: Part,
  listing: string,
  tool: Tool,
): PointAt["choices"][number] {
  const isMacos = tool === MACOS;
  const own = listing.slice(from, to);
  const isFront =
    piece === "address" && listing[to] !== undefined && /[:.]$/.test(own) && own !== "::";
  const name =
    piece === "last group"
      ? "the address's last group"
      : isFront
        ? "the front of the address"
        : `the ${piece}`;
  const text = `${name}, ${own}`;
  if (piece === asked) return { text, from, to, right: true, because: whyRight(asked, isMacos) };
  switch (piece) {
    case "last group":
      return {
        text,
        from,
        to,
        because: `\`${own}\` is a number after a ${listing[from - 1] === "." ? "dot" : "colon"}, so it looks like a port. But it belongs to the address: the port comes after the last ${isMacos ? "dot" : "colon"} of the whole text.`,
      };
    case "address":
      return {
        text,
        from,
        to,
        because: `This ${asked === "port" ? "belongs to" : "is"} the address, which selects the host. ${asked === "port" ? "The port stands at the end." : "The zone follows the % sign."}`,
      };
    case "zone":
      return {
        text,
        from,
        to,
        because:
          "This is the zone: it says through which interface of this host a link-local address is meant.",
      };
    case "port":
      return {
        text,
        from,
        to,
        because: `This is the port: the number after the last ${isMacos ? "dot" : "colon"}.`,
      };
  }
}

function whyRight(asked: Part, isMacos: boolean): string {
  switch (asked) {
    case "port":
      return isMacos
        ? "macOS puts a dot before the port, in IPv6 too. What comes after the last dot is the port."
        : "What comes after the last colon is the port, however many colons the address has.";
    case "address":
      return `The address is what stands before the last ${isMacos ? "dot" : "colon"}, without brackets and zone.`;
    case "zone":
      return "The zone follows the % sign. It names the interface through which a link-local address is meant.";
  }
}
