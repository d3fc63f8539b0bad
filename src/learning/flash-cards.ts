/**
 * Flash cards of the ports to know by heart, the most useful first. What a card says comes from the reviewed table of
 * services. A card is answered by its reader alone, who says honestly whether it was known; the log keeps it like a question.
 */
import type { Port } from "#net/port";
import type { Service, Transport } from "#net/service";
import { servicesOn } from "#net/services";
import { type Attempt, type AttemptLog, grouped } from "./attempt.ts";
import { schedule } from "./review.ts";

export interface FlashCard {
  /** As the log knows it: "card-443-tcp". */
  readonly id: string;
  readonly port: Port;
  /** The usual transport of its service. */
  readonly transport: Transport;
  readonly service: Service;
}

// What everybody meets first, then names and mail, Windows and files, telephony and tunnels, data, and what developers run.
const PORTS: readonly Port[] = [
  [22, 80, 443, 53, 25, 21, 23, 3389, 67, 68, 123, 110, 143, 445, 161, 389, 3306, 5432, 8080],
  [20, 69, 587, 465, 993, 995, 636, 853, 5353, 88, 162, 514, 179],
  [135, 137, 138, 139, 49, 1812, 1813, 111, 2049, 873, 990, 631, 515, 9100, 5900, 5985, 546, 547],
  [5060, 5061, 3478, 500, 4500, 1194, 1701, 1723, 51820, 1080, 3128, 1900, 1883, 8883, 5222],
  [1433, 1521, 27017, 6379, 11211, 9200, 5672, 9092, 8443, 6443, 2375, 2376, 9090],
].flat();

export const FLASH_CARDS: readonly FlashCard[] = PORTS.flatMap((port) => {
  const [service] = servicesOn(port);
  const [transport] = service?.transports ?? [];
  if (service === undefined || transport === undefined) return [];
  return [{ id: `card-${port}-${transport}`, port, transport, service }];
});

/** Undefined where there is none, such as for a card of a newer version. */
export function flashCardById(id: string): FlashCard | undefined {
  return FLASH_CARDS.find((card) => card.id === id);
}

/** A card was turned at `at`, in milliseconds since 1970. */
export function cardAttempt({ id }: FlashCard, at: number, isKnown: boolean): Attempt {
  return { at, practised: id, seed: 0, outcome: isKnown ? "right" : "wrong", beliefs: [] };
}

/**
 * Up to `count` cards: those due at `now`, the longest due first, then new ones in the deck's order, then what will be
 * due soonest.
 */
export function dealt(log: AttemptLog, now: number, count: number): FlashCard[] {
  const seen = schedule(log).flatMap(({ practised, at }) => {
    const card = flashCardById(practised);
    return card === undefined ? [] : [{ card, isDue: at <= now }];
  });
  const known = new Set(seen.map(({ card }) => card.id));
  return [
    ...seen.filter(({ isDue }) => isDue).map(({ card }) => card),
    ...FLASH_CARDS.filter(({ id }) => !known.has(id)),
    ...seen.filter(({ isDue }) => !isDue).map(({ card }) => card),
  ].slice(0, count);
}

/** How many cards were turned, and of how many the last answer was right. */
export function cardStanding(log: AttemptLog): { readonly turned: number; readonly known: number } {
  const byCard = grouped(log, ({ practised }) => flashCardById(practised)?.id);
  const last = [...byCard.values()].map((attempts) => attempts.at(-1)?.outcome);
  return { turned: last.length, known: last.filter((outcome) => outcome === "right").length };
}
