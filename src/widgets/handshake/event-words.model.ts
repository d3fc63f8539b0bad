/** What a person or a scenario did to the wire or to a host, in a sentence: no effect tells of it. */
import type { Beat } from "#simulator/timeline";
import type { Fate, FilterRule, PacketPattern } from "#simulator/world";
import { timeText } from "./session.model.ts";

/** Null for an event that its effects tell of. */
export function eventSentence({ event }: Pick<Beat, "event">): string | null {
  switch (event.kind) {
    case "rule":
      return `From now on the wire will ${fateText(event.fate, whichText(event.match, event.nth))}.`;
    case "filter":
      return event.rules.length === 0
        ? `${event.host}'s filter lets everything pass from now on.`
        : `${event.host}'s filter ${event.rules.map(ruleText).join(", and ")} from now on.`;
    case "power":
      return event.isUp
        ? `${event.host} is switched on. It remembers nothing of what was before.`
        : `${event.host} loses its power. Its sockets are gone, and nobody is told.`;
    case "setting":
      return `${event.host}'s settings change.`;
    case "call":
    case "next":
    case "wait":
    case "touch":
    case "inject":
    case "start":
      return null;
  }
}

function whichText({ from, to, what }: PacketPattern, nth: number): string {
  const which = nth === 0 ? "every" : nth === 1 ? "the next" : `the ${ordinal(nth)}`;
  const ends = [...(from === null ? [] : [`from ${from}`]), ...(to === null ? [] : [`to ${to}`])];
  return [which, WHATS[what ?? ""] ?? what, ...ends].join(" ");
}

/** By the words of PacketPattern; flags stand for themselves. */
const WHATS: Readonly<Record<string, string>> = {
  "": "packet",
  TCP: "TCP segment",
  UDP: "datagram",
  ICMP: "ICMP message",
  data: "segment with data",
};

function ordinal(nth: number): string {
  const isTeen = nth % 100 > 10 && nth % 100 < 14;
  return `${nth}${(isTeen ? undefined : ["th", "st", "nd", "rd"][nth % 10]) ?? "th"}`;
}

function fateText(fate: Fate, which: string): string {
  switch (fate.kind) {
    case "drop":
      return `lose ${which}`;
    case "delay":
      return `delay ${which} by ${timeText(fate.by)}`;
    case "duplicate":
      return `deliver ${which} twice`;
    case "hold":
      return `hold ${which} back`;
  }
}

function ruleText({ protocol, port, action }: FilterRule): string {
  const what = protocol === "any" ? "packets" : `${protocol.toUpperCase()} packets`;
  const which = port === null ? `all ${what}` : `${what} to port ${port}`;
  switch (action) {
    case "drop":
      return `drops ${which}`;
    case "reject-port-unreachable":
      return `rejects ${which} with ICMP port unreachable`;
    case "reject-host-unreachable":
      return `rejects ${which} with ICMP host unreachable`;
    case "reject-admin-prohibited":
      return `rejects ${which} with ICMP administratively prohibited`;
    case "reject-tcp-reset":
      return `rejects ${which} with a reset`;
  }
}
