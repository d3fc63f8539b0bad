import { expect, test } from "vitest";
import { questionsOf } from "./held-over-seeds.fixture.ts";
import { KNOWN_SERVICES } from "./known-services.ts";
import { PORTS_AS_REGISTERED } from "./services-as-registered.fixture.ts";
import { servicesIntoTransports } from "./services-into-transports.ts";

const namesSpoken = new Map(
  KNOWN_SERVICES.map(
    ({ name, port, spoken }) => [`${spoken}, ${port}`.toLowerCase(), name] as const,
  ),
);

function transportsOf(item: string): string {
  const ports = PORTS_AS_REGISTERED[namesSpoken.get(item.toLowerCase()) ?? ""] ?? "";
  const used = ["TCP", "UDP"].filter((transport) => ports.includes(transport));
  return used.join(" and ");
}

test("each service is in the bin of the transports it uses, and no bin stays empty", () => {
  const amiss = questionsOf(servicesIntoTransports).filter((question) => {
    if (question.kind !== "sort-into" || question.items.length !== 5) return true;
    const { bins, items } = question;
    return (
      items.some(({ text, bin }) => bins[bin] !== transportsOf(text)) ||
      new Set(items.map(({ bin }) => bin)).size !== 3
    );
  });
  expect(amiss).toEqual([]);
});

test("HTTPS over TCP alone is met with the belief's name", () => {
  const beliefs = questionsOf(servicesIntoTransports, 2000).flatMap((question) =>
    question.kind === "sort-into"
      ? question.items
          .filter(({ text }) => text.startsWith("HTTPS"))
          .flatMap(({ near = [] }) => near.flatMap(({ belief }) => belief ?? []))
      : [],
  );
  expect([...new Set(beliefs)]).toEqual(["https-tcp-only"]);
});
