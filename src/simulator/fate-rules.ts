/** Fates by key, not by chance: the n-th packet from now on that looks so is dropped, delayed, doubled or held. */
import type { WorldEvent } from "./event.ts";
import type { Packet } from "./packet.ts";
import type { Turn } from "./turn.ts";
import type { Fate, FateRule, Flight, PacketPattern } from "./world.ts";

export function addRule(
  turn: Turn,
  { match, nth, fate }: Extract<WorldEvent, { kind: "rule" }>,
): void {
  const { wire } = turn.world;
  const id = 1 + Math.max(0, ...wire.rules.map((rule) => rule.id));
  const rules = [...wire.rules, { id, match, nth, seen: 0, fate }];
  turn.world = { ...turn.world, wire: { ...wire, rules } };
}

/** The fate of a packet that is sent now, by the oldest rule that applies; rules that are used up go. */
export function findFate(turn: Turn, flight: Flight): Fate | null {
  const { wire } = turn.world;
  if (wire.rules.length === 0) return null;
  let fate: Fate | null = null;
  const rules = wire.rules.flatMap((rule): FateRule[] => {
    if (!matches(rule.match, flight)) return [rule];
    const seen = rule.seen + 1;
    if (rule.nth !== 0 && seen < rule.nth) return [{ ...rule, seen }];
    fate ??= rule.fate;
    return rule.nth === 0 ? [{ ...rule, seen }] : [];
  });
  turn.world = { ...turn.world, wire: { ...wire, rules } };
  return fate;
}

/** Whether a packet in the wire is one that the pattern means. */
export function matches({ from, to, what }: PacketPattern, flight: Flight): boolean {
  if (from !== null && from !== flight.from) return false;
  if (to !== null && to !== flight.to) return false;
  return what === null || isWhat(flight.packet, what);
}

/** PSH is not looked at; "ACK" is an acknowledgment alone, "data" any segment that carries some. */
function isWhat(packet: Packet, what: string): boolean {
  switch (what) {
    case "TCP":
    case "UDP":
    case "ICMP":
      return packet.kind === what.toLowerCase();
    case "data":
      return packet.kind === "tcp" && packet.data !== "";
    case "ACK":
      return packet.kind === "tcp" && flagNames(packet) === "ACK" && packet.data === "";
    default:
      return packet.kind === "tcp" && flagNames(packet) === what;
  }
}

function flagNames({ flags }: Extract<Packet, { kind: "tcp" }>): string {
  const names = [
    flags.syn ? "SYN" : null,
    flags.fin ? "FIN" : null,
    flags.rst ? "RST" : null,
    flags.ack ? "ACK" : null,
  ];
  return names.filter((name) => name !== null).join(",");
}
