import { describe, expect, test } from "vitest";
import { servicesOn } from "#net/services";
import { FLASH_CARDS, cardAttempt, cardStanding, dealt, flashCardById } from "./flash-cards.ts";
import { logText, readLog } from "./attempt.ts";

const DAY = 86_400_000;
const [first, second, third] = FLASH_CARDS as [
  (typeof FLASH_CARDS)[number],
  (typeof FLASH_CARDS)[number],
  (typeof FLASH_CARDS)[number],
];

test("each port has one card, and each card a reviewed service with its transport", () => {
  expect(new Set(FLASH_CARDS.map(({ port }) => port)).size).toBe(FLASH_CARDS.length);
  expect(FLASH_CARDS.length).toBeGreaterThanOrEqual(75);
  for (const { port, transport, service } of FLASH_CARDS) {
    expect(servicesOn(port)).toContain(service);
    expect(service.transports).toContain(transport);
  }
});

test.each([
  [443, "tcp", "HTTPS"],
  [53, "udp", "DNS"],
  [67, "udp", "DHCP server"],
  [3389, "tcp", "Remote Desktop"],
  [514, "udp", "Syslog"],
])("port %i over %s is the card of %s", (port, transport, title) => {
  expect(flashCardById(`card-${port}-${transport}`)?.service.title).toBe(title);
});

test("no two cards have one name, so that a name asks for one port", () => {
  const titles = FLASH_CARDS.map(({ service }) => service.title);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

test("what a card leaves in the log is read again", () => {
  const log = FLASH_CARDS.map((card, at) => cardAttempt(card, at, at % 2 === 0));
  expect(readLog(logText(log))).toEqual({ log, unread: 0 });
});

describe("cards are dealt", () => {
  test("in the deck's order where none was turned", () => {
    expect(dealt([], 0, 3)).toEqual([first, second, third]);
  });

  test("with what is due first, then new ones, then what was known lately", () => {
    const log = [cardAttempt(second, 0, false), cardAttempt(first, 5, true)];
    const all = dealt(log, 1.5 * DAY, FLASH_CARDS.length);
    expect(all.slice(0, 2)).toEqual([second, third]);
    expect(all.at(-1)).toBe(first);
    expect(new Set(all).size).toBe(FLASH_CARDS.length);
  });
});

test("a card counts as known by its last answer", () => {
  const log = [
    cardAttempt(first, 1, false),
    cardAttempt(second, 2, true),
    cardAttempt(first, 3, true),
    cardAttempt(second, 4, false),
    { ...cardAttempt(first, 5, false), practised: "card-1-sctp" },
  ];
  expect(cardStanding(log)).toEqual({ turned: 2, known: 1 });
});
