import { conflictWith } from "#simulator/bind-rules";
import type { PortUse } from "#simulator/world";
import type { Draw } from "../draw.ts";
import type { Generator } from "../generator.ts";
import type { MisconceptionId } from "../misconception.ts";
import type { Choice } from "../question.ts";
import { claimOn } from "./claims.ts";

interface Bound {
  readonly protocol: "TCP" | "UDP";
  /** 0.0.0.0 and :: for every address. */
  readonly address: string;
  readonly port: number;
}

type Option = "none" | "SO_REUSEADDR" | "SO_REUSEPORT";

interface Case {
  readonly first: Bound;
  readonly second: Bound;
  readonly isListening: boolean;
  readonly option: Option;
}

export const bindTogether: Generator = {
  id: "bind-together",
  topic: "exposure",
  practises: "telling whether two sockets can have a port at the same time",
  lesson: "ports/binding-and-conflicts",
  make(draw) {
    const asked = drawCase(draw);
    const { first, second, isListening, option } = asked;
    const options = option === "none" ? "neither has a special option" : `both have ${option}`;
    const hasWildcard6 = first.address === "::" || second.address === "::";
    return {
      kind: "choose-one",
      prompt: `A Linux host has \`192.0.2.10\`, \`192.0.2.11\` and \`2001:db8::10\`. A ${first.protocol} socket ${isListening ? "listens on" : "is bound to"} \`${endText(first)}\`. Another program of the same user binds a ${second.protocol} socket to \`${endText(second)}\`; ${options}${hasWildcard6 ? ", and IPV6_V6ONLY is off" : ""}. What comes of it?`,
      choices: draw.shuffled(choicesFor(asked)),
    };
  },
};

const endText = ({ address, port }: Bound) =>
  address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;

const ADDRESSES = ["0.0.0.0", "127.0.0.1", "192.0.2.10", "192.0.2.11", "::", "::1", "2001:db8::10"];

function drawCase(draw: Draw): Case {
  const port = draw.pick([3000, 5000, 5353, 6000, 8000, 8080, 9000]);
  const protocol = draw.pick(["TCP", "TCP", "TCP", "UDP"] as const);
  const other = protocol === "TCP" ? "UDP" : "TCP";
  const isOneFamily = draw.chance(2, 3);
  const addresses = isOneFamily ? ADDRESSES.slice(0, 4) : ADDRESSES;
  return {
    first: { protocol, address: draw.pick(addresses), port },
    second: {
      protocol: draw.chance(1, 5) ? other : protocol,
      address: draw.pick(addresses),
      port: draw.chance(1, 12) ? port + 1 : port,
    },
    isListening: protocol === "TCP" && draw.chance(2, 3),
    option: draw.pick(["none", "none", "SO_REUSEADDR", "SO_REUSEPORT"]),
  };
}

function isInTheWay({ first, second, isListening, option }: Case): boolean {
  if (first.protocol !== second.protocol || first.port !== second.port) return false;
  const options = {
    reuseAddress: option === "SO_REUSEADDR",
    reusePort: option === "SO_REUSEPORT",
  };
  const use: PortUse = {
    ...claimOn(first.address, options),
    isListening,
    isTimeWait: false,
    isBound: true,
    count: 1,
  };
  const type = first.protocol === "TCP" ? "stream" : "dgram";
  return conflictWith(type, claimOn(second.address, options), [use]) !== undefined;
}

function choicesFor(asked: Case): Choice[] {
  const fails = isInTheWay(asked);
  const fits: Choice = {
    text: "bind() succeeds, and both sockets have what they asked for.",
    ...(fails
      ? wrong(`${looksFree(asked)}${whyInUse(asked)}`, beliefOfFit(asked))
      : { right: true, because: whyFree(asked) }),
  };
  const inUse: Choice = {
    text: "bind() fails with EADDRINUSE, “Address already in use”.",
    ...(fails
      ? { right: true, because: whyInUse(asked) }
      : wrong(`${looksTaken(asked)}${within(whyFree(asked))}`, beliefOfClash(asked))),
  };
  return [
    fits,
    inUse,
    {
      text: "bind() fails with EADDRNOTAVAIL, “Cannot assign requested address”.",
      because: `${isWildcard(asked.second) ? "A wildcard fits every host" : `The host has the address ${asked.second.address}`}. That error is for an address that is none of the host's own.`,
    },
    {
      text: "bind() succeeds, and the first socket loses the port.",
      because: "No socket loses its port to another: bind() gives a port, or it fails.",
    },
  ];
}

/** What makes the wrong answer tempting. */
const looksFree = ({ first, second }: Case) =>
  first.address === second.address ? "" : "The two look like different endpoints. But ";

const looksTaken = ({ first, second }: Case) =>
  first.port === second.port ? "The port is the same, but " : "";

/** As it goes on after a comma. */
const within = (sentence: string) =>
  sentence.replace(/^(?:No|Both|For|With) /, (word) => word.toLowerCase());

const wrong = (because: string, belief: MisconceptionId | null) =>
  belief === null ? { because } : { because, belief };

function beliefOfFit({ first, option, isListening }: Case): MisconceptionId | null {
  return option === "SO_REUSEADDR" && first.protocol === "TCP" && isListening
    ? "reuseaddr-two-listeners"
    : null;
}

function beliefOfClash({ first, second }: Case): MisconceptionId | null {
  if (first.port !== second.port) return null;
  return first.protocol === second.protocol ? "one-process-per-port" : "tcp-udp-clash";
}

function whyInUse({ first, second, option, isListening }: Case): string {
  const meet =
    first.address === second.address
      ? "Both ask for the same address and port"
      : `${isWildcard(first) ? endText(first) : endText(second)} takes in the other's address too`;
  if (option === "SO_REUSEADDR" && isListening)
    return `${meet}, and while a TCP socket listens there, SO_REUSEADDR does not help.`;
  return `${meet}, and no option lets them share it.`;
}

function whyFree({ first, second, option, isListening }: Case): string {
  if (first.port !== second.port)
    return `The ports are neighbours, but not the same: ${first.port} and ${second.port}.`;
  if (first.protocol !== second.protocol)
    return "TCP and UDP have port numbers of their own, so the two cannot be in each other's way.";
  const free = isInTheWay({ first, second, isListening, option: "none" });
  if (!free)
    return `No packet can be for both: ${endText(first)} and ${endText(second)} have no address in common.`;
  return option === "SO_REUSEPORT"
    ? "Both want the same address and port, and both have SO_REUSEPORT, as sockets of one user: Linux lets them share it."
    : first.protocol === "UDP"
      ? "For UDP, SO_REUSEADDR on both sockets is enough to share a port."
      : "With SO_REUSEADDR on both, a TCP port may be bound twice while neither socket listens. Only one of them can listen then.";
}

const isWildcard = ({ address }: Bound) => address === "0.0.0.0" || address === "::";
