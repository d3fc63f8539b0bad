import { overlaps } from "#simulator/bind-rules";
import type { Generator } from "../generator.ts";
import type { MisconceptionId } from "../misconception.ts";
import type { Choice } from "../question.ts";
import { claimOn } from "./claims.ts";
import { drawServer, listed, listenerOn, SS } from "./socket-draws.ts";

/** Who tries, and towards which address. */
interface Attempt {
  readonly who: "here" | "elsewhere" | "on the link";
  readonly address: string;
}

interface Bound {
  /** 0.0.0.0 and :: for every address. */
  readonly address: string;
  /** An IPv6 socket that takes no IPv4. */
  readonly isV6Only: boolean;
}

export const whoReachesListener: Generator = {
  id: "who-reaches-listener",
  topic: "exposure",
  practises: "telling from a row who can reach a listener",
  lesson: "netstat/loopback-one-interface-every",
  make(draw) {
    const { port, program } = drawServer(draw);
    const number = draw.whole(1, 254);
    const own = `192.0.2.${number}`;
    const own6 = `2001:db8::${number.toString(16)}`;
    const link = `fe80::${number.toString(16)}`;
    const bound: Bound = draw.pick([
      { address: "0.0.0.0", isV6Only: false },
      { address: "127.0.0.1", isV6Only: false },
      { address: own, isV6Only: false },
      { address: "::", isV6Only: false },
      { address: "::", isV6Only: true },
      { address: "::1", isV6Only: true },
      { address: own6, isV6Only: true },
      { address: link, isV6Only: true },
    ]);
    const isBoth = bound.address === "::" && !bound.isV6Only;
    const entry = listenerOn(
      { address: bound.address, port },
      program,
      isBoth ? { family: "46" } : {},
    );
    const zoned = { ...entry, local: { ...entry.local, zone: "eth0" } };
    const attempts: readonly Attempt[] = [
      { who: "here", address: "127.0.0.1" },
      { who: "here", address: own },
      { who: "elsewhere", address: own },
      { who: "elsewhere", address: own6 },
      { who: "here", address: "::1" },
      { who: "on the link", address: link },
    ];
    return {
      kind: "choose-several",
      prompt: `A Linux host has the addresses \`${own}\`, \`${own6}\` and \`${link}\` on its interface eth0, and its loopback addresses. Nothing filters packets. \`ss\` prints this listener. Who can connect to it, on port ${port}?`,
      listing: listed(SS, [bound.address === link ? zoned : entry]),
      choices: [...attempts.map((attempt) => choiceOf(attempt, bound)), ownLoopback(port)],
    };
  },
};

const WHO: Readonly<Record<Attempt["who"], string>> = {
  here: "A program on this host",
  elsewhere: "A program on another host",
  "on the link": "A program on a neighbour at eth0",
};

/** A packet to the address is for the listener where the two claims meet. */
function choiceOf({ who, address }: Attempt, bound: Bound): Choice {
  const text = `${WHO[who]} that connects to \`${address}\``;
  const isReached = overlaps(claimOn(bound.address, bound), claimOn(address, { isV6Only: true }));
  if (isReached) return { text, right: true, because: whyReached(address, bound) };
  const belief = beliefOf({ who, address }, bound);
  return {
    text,
    because: whyNotReached({ who, address }, bound),
    ...(belief === null ? {} : { belief }),
  };
}

function whyReached(address: string, bound: Bound): string {
  if (bound.address === "0.0.0.0")
    return `0.0.0.0 stands for every IPv4 address of the host, and ${address} is one.`;
  if (bound.address === "::")
    return bound.isV6Only
      ? `[::] stands for every IPv6 address of the host, and ${address} is one.`
      : `ss prints * for an IPv6 socket that takes IPv4 as well: every address of the host leads to it.`;
  return address === "127.0.0.1" || address === "::1"
    ? `The listener is bound to ${address}, and this host's own programs can use that address.`
    : `The listener is bound to ${address}: whoever reaches that address reaches it, this host's own programs too.`;
}

function whyNotReached({ who, address }: Attempt, bound: Bound): string {
  const isBoundToLoopback = bound.address === "127.0.0.1" || bound.address === "::1";
  if (isV6(bound.address) !== isV6(address))
    return isV6(address)
      ? `${address} is an IPv6 address, and the listener is bound to an IPv4 one.`
      : bound.address === "::"
        ? "ss prints [::] for a socket that takes IPv6 alone. One that takes IPv4 too is printed as *."
        : `${address} is an IPv4 address, and the listener is bound to ${bound.address}.`;
  if (isBoundToLoopback)
    return who === "here"
      ? `The listener takes only what is sent to ${bound.address}. That both are this host does not matter.`
      : `The listener is bound to ${bound.address}, a loopback address: nothing from another host arrives there.`;
  return `The listener is bound to ${bound.address} alone, and ${address} is another address.`;
}

const isV6 = (address: string) => address.includes(":");

function beliefOf({ who, address }: Attempt, bound: Bound): MisconceptionId | null {
  const isBoundToLoopback = bound.address === "127.0.0.1" || bound.address === "::1";
  if (isBoundToLoopback && who !== "here") return "loopback-reachable";
  if (isBoundToLoopback && (address === "::1" || address === "127.0.0.1"))
    return "localhost-is-127";
  return null;
}

/** Wrong for every listener. */
function ownLoopback(port: number): Choice {
  return {
    text: "A program on another host that connects to `127.0.0.1`",
    because: `127.0.0.1 is the other host itself: the segment never leaves it, and looks for port ${port} there.`,
    belief: "loopback-reachable",
  };
}
