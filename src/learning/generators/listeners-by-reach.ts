import { exposureOf } from "#netstat/exposure";
import type { Exposure } from "#netstat/explanation";
import type { SocketEntry } from "#net/socket-entry";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { SortInto } from "../question.ts";
import { rowPlaces } from "./listing-places.ts";
import {
  drawServers,
  listed,
  listenerOn,
  MACOS,
  READERS,
  type Server,
  SS,
  type Tool,
} from "./socket-draws.ts";

const BINS = ["This host's programs alone", "One address of the host", "Every address of the host"];
const BIN_OF: Readonly<Partial<Record<Exposure, number>>> = { loopback: 0, interface: 1, all: 2 };

export const listenersByReach: Generator = {
  id: "listeners-by-reach",
  topic: "exposure",
  practises: "sorting listeners by how far they can be reached",
  lesson: "netstat/loopback-one-interface-every",
  make(draw) {
    const tool = draw.pick(READERS);
    const sorts = draw.shuffled([
      draw.pick(OF_HOST),
      draw.pick(OF_ONE),
      draw.pick(OF_EVERY),
      ...draw.sample([...OF_HOST, ...OF_ONE, ...OF_EVERY], 2),
    ]);
    const servers = drawServers(draw, sorts.length);
    const entries = sorts.map((sort, index) => entryOf(draw, tool, sort, servers[index]!));
    const listing = listed(tool, entries);
    const places = rowPlaces(listing, tool.id);
    const hasV6Wildcard = entries.some(isV6Wildcard);
    return {
      kind: "sort-into",
      prompt: `The listeners of a host, by ${tool.name}. From where can each be reached, as far as its local address tells?${hasV6Wildcard ? " Where a row could be for IPv6 alone, think of the host's IPv6 addresses." : ""}`,
      listing,
      bins: BINS,
      items: entries.map((entry, index) => {
        const fields = places[index]!.fields;
        const from = fields.find(({ field }) => field === "localAddress")!.from;
        const to = fields.find(({ field }) => field === "localPort")!.to;
        return itemOf(printed(listing, from, to), entry, tool);
      }),
    };
  },
};

/** The bracket before an IPv6 address belongs to the text, but not to the address. */
const printed = (listing: string, from: number, to: number) =>
  listing.slice(listing[from - 1] === "[" ? from - 1 : from, to);

type Sort = (draw: Draw, tool: Tool) => string;

const OF_HOST: readonly Sort[] = [
  () => "127.0.0.1",
  () => "::1",
  // macOS has no more of them than the first.
  (draw, tool) => (tool === MACOS ? "127.0.0.1" : `127.0.0.${draw.whole(2, 254)}`),
];
const OF_ONE: readonly Sort[] = [
  (draw) => `192.0.2.${draw.whole(1, 254)}`,
  (draw) => `10.0.${draw.whole(0, 255)}.${draw.whole(1, 254)}`,
  (draw) => `2001:db8::${draw.whole(1, 0xffff).toString(16)}`,
];
const OF_EVERY: readonly Sort[] = [() => "0.0.0.0", () => "::"];

function entryOf(draw: Draw, tool: Tool, sort: Sort, { port, program }: Server): SocketEntry {
  const address = sort(draw, tool);
  const isBoth = address === "::" && draw.chance(1, 2);
  return listenerOn({ address, port }, program, isBoth ? { family: "46" } : {});
}

const isV6Wildcard = ({ local, family }: SocketEntry) => local.address === "*" && family !== 4;

/** Which addresses lead to a wildcard: ss and macOS tell apart what takes IPv4 too, the others do not. */
function reachOf({ family }: SocketEntry, tool: Tool): string {
  if (family === 4) return "every IPv4 address of the host leads to it";
  if (tool !== SS && tool !== MACOS)
    return "every IPv6 address of the host leads to it, and IPv4 too where the socket takes both";
  return family === "46"
    ? "every address of the host leads to it, of IPv6 and of IPv4"
    : "every IPv6 address of the host leads to it";
}

function itemOf(text: string, entry: SocketEntry, tool: Tool): SortInto["items"][number] {
  const { address } = entry.local;
  const exposure = exposureOf(entry, { role: "listener" });
  const code = `\`${text}\``;
  switch (exposure) {
    case "loopback":
      return {
        text: code,
        bin: 0,
        because: `${address} is a loopback address: nothing from another host arrives there.`,
        near: [
          {
            bin: 1,
            because: `${address} is one address indeed, but one that no other host can reach.`,
            belief: "loopback-reachable",
          },
          {
            bin: 2,
            because: `Only what is sent to ${address} is for it, and that never comes from outside.`,
            belief: "loopback-reachable",
          },
        ],
      };
    case "interface":
      return {
        text: code,
        bin: 1,
        because: `It is bound to ${address}: what is sent to another address of the host is not for it.`,
        near: [
          {
            bin: 0,
            because: `${address} is no loopback address: other hosts can send to it.`,
          },
          {
            bin: 2,
            because: `It is bound to ${address} alone. A wildcard would stand for every address.`,
          },
        ],
      };
    default:
      return {
        text: code,
        bin: BIN_OF.all!,
        because: `It is bound to no address in particular: ${reachOf(entry, tool)}.`,
        near: [
          {
            bin: 0,
            because:
              "It looks like an address, and stands for all of them, not for the host itself.",
            belief: "any-is-localhost",
          },
          { bin: 1, because: "It is no single address. The wildcard stands for all of them." },
        ],
      };
  }
}
