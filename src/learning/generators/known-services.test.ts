import { expect, test } from "vitest";
import { KNOWN_SERVICES, SIBLINGS, likeness, portsInWords } from "./known-services.ts";
import { PORTS_AS_REGISTERED } from "./services-as-registered.fixture.ts";

test("every known service is there, with its port and transports as written down once more", () => {
  const known = KNOWN_SERVICES.map((service) => [service.name, portsInWords(service)]);
  expect(Object.fromEntries(known)).toEqual(PORTS_AS_REGISTERED);
});

test("no two known services share a port of one transport, or a title", () => {
  const ports = KNOWN_SERVICES.flatMap(({ port, transports }) =>
    transports.map((transport) => `${transport} ${port}`),
  );
  expect(new Set(ports).size).toBe(ports.length);
  expect(new Set(KNOWN_SERVICES.map(({ title }) => title)).size).toBe(KNOWN_SERVICES.length);
});

test("plain and encrypted ports of one service find each other", () => {
  const pairs = SIBLINGS.map(({ plain, encrypted }) => `${plain.port} ${encrypted.port}`);
  for (const pair of ["143 993", "110 995", "389 636", "1883 8883", "53 853", "6667 6697"])
    expect(pairs).toContain(pair);
});

test.each([
  [143, 443, "The two numbers differ in one digit."],
  [67, 68, "The two numbers are neighbours."],
  [389, 398, "The two numbers have the same digits."],
  [80, 8080, "The two numbers end alike."],
  [20, 22, "The two numbers are close."],
  [67, 6667, null],
  [25, 5432, null],
])("%d and %d: %s", (one, other, likenessOfThem) => {
  expect(likeness(one, other)).toBe(likenessOfThem);
  expect(likeness(other, one)).toBe(likenessOfThem);
});
