/** On which side of a conversation a number is the local port: the server's mostly, a client's now and then, or both. */
import { type Service, SERVICES } from "#net/services";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { SortInto } from "../question.ts";
import { KNOWN_SERVICES } from "./known-services.ts";

const SIDES = ["server", "client", "both"] as const;
const BINS = ["The server's side", "The client's side", "Both sides"] as const;

/** Left out: clients of these often have a fixed or a low port too, or a connection's ends differ from what the table tells of programs. */
const DISPUTABLE: ReadonlySet<string> = new Set([
  "bgp",
  "ftp-data",
  "lpd",
  "nfs",
  "ntp",
  "sip",
  "sips",
  "syslog",
  "wireguard",
]);

/** Both sides have these, beside the services to know; by their names in the reviewed table. */
const EQUALS: ReadonlySet<string> = new Set(["netbios-ns", "netbios-dgm", "rip"]);

const KNOWN_NAMES: ReadonlySet<string> = new Set(KNOWN_SERVICES.map(({ name }) => name));
const SORTABLE = SERVICES.filter(
  ({ name }) => EQUALS.has(name) || (KNOWN_NAMES.has(name) && !DISPUTABLE.has(name)),
);

export const sidesOfPorts: Generator = {
  id: "sides-of-ports",
  topic: "services",
  practises: "telling on which side a port is the local one",
  lesson: "ports/services-to-know",
  make(draw) {
    return {
      kind: "sort-into",
      prompt: "On which side of the conversation is each of these usually the local port?",
      bins: BINS,
      items: drawServices(draw).map(itemOf),
    };
  },
};

/** One or two clients', one or two of both sides, and the rest servers': five in all. */
function drawServices(draw: Draw): Service[] {
  const on = (side: Service["sits"]) => SORTABLE.filter(({ sits }) => sits === side);
  const drawn = [
    ...draw.sample(on("client"), draw.whole(1, 2)),
    ...draw.sample(on("both"), draw.whole(1, 2)),
  ];
  return draw.shuffled([...drawn, ...draw.sample(on("server"), 5 - drawn.length)]);
}

function itemOf(service: Service): SortInto["items"][number] {
  const { port, sits, title, transports } = service;
  const bin = SIDES.indexOf(sits);
  const protocol = transports.map((each) => each.toUpperCase()).join(" and ");
  return {
    text: `${protocol} ${port}, ${title}`,
    bin,
    because: whyThere(service),
    near: SIDES.flatMap((side, other) =>
      side === sits ? [] : [{ bin: other, ...whyNotThere(service, side) }],
    ),
  };
}

function whyThere(service: Service): string {
  const { sits, sitsNote, port } = service;
  if (sitsNote !== undefined) return sitsNote;
  if (sits === "both") return `Either end may begin, and each expects the other at ${port}.`;
  return `The server waits at ${port}. ${clientOf(service)}`;
}

/** Which port the client of a server has. */
function clientOf({ name }: Service): string {
  const client = SERVICES.find(
    (each) => each.sits === "client" && each.name === name.replace("-server", "-client"),
  );
  return client === undefined
    ? "Its clients have ports that their own systems chose."
    : `Its clients have a fixed port too, but another one: ${client.port}.`;
}

type Reason = Omit<NonNullable<SortInto["items"][number]["near"]>[number], "bin">;

function whyNotThere(service: Service, side: Service["sits"]): Reason {
  const { sits, port, title } = service;
  if (sits === "both")
    return { because: `True, but half of it: for ${title} the other end has ${port} as well.` };
  if (sits === "server")
    return {
      because: `${side === "both" ? `The server alone has ${port}.` : `Clients send to ${port}, not from it.`} ${clientOf(service)}`,
      belief: "client-uses-80",
    };
  return side === "server"
    ? {
        because: `Known ports are mostly servers', so this is likely. But the DHCP server has a port of its own, and ${port} is the client's.`,
      }
    : { because: `Each side has a port of its own here, and ${port} is the client's.` };
}
