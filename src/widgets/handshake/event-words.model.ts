/** What a person or a scenario did to a host or to the wire, in a sentence, where no effect tells of it. */
import type { Beat } from "#simulator/timeline";
import type { FilterRule } from "#simulator/world";

/** Null for an event that its effects tell of, and for those that nobody sees. */
export function eventSentence({ event, effects }: Pick<Beat, "event" | "effects">): string | null {
  switch (event.kind) {
    case "filter":
      return event.rules.length === 0
        ? `${event.host}'s filter lets everything pass from now on.`
        : `${event.host}'s filter ${event.rules.map(ruleText).join(", and ")} from now on.`;
    case "power":
      return event.isUp
        ? `${event.host} is switched on. It remembers nothing of what was before.`
        : `${event.host} loses its power. Its sockets are gone, and nobody is told.`;
    case "inject":
      return effects.length > 0
        ? null
        : "A packet is put on the wire by hand. No host has the address that it is for.";
    case "rule":
    case "setting":
    case "call":
    case "next":
    case "wait":
    case "touch":
    case "start":
      return null;
  }
}

/** "drops TCP packets to port 81" */
export function ruleText({ protocol, port, action }: FilterRule): string {
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
