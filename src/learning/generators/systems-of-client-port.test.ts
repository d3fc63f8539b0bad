import { expect, test } from "vitest";
import { inPrompt, questionsOf, rightTexts } from "./held-over-seeds.fixture.ts";
import { systemsOfClientPort } from "./systems-of-client-port.ts";

/** The defaults as each system prints them. */
function mayHaveChosen(port: number): string[] {
  const systems: string[] = [];
  if (port >= 32768 && port < 61000) systems.push("Linux");
  if (port >= 49152) systems.push("Windows", "macOS");
  if (port >= 10000) systems.push("FreeBSD");
  return systems.length > 0 ? systems : ["None of these four"];
}

test("the systems that are right are those whose default range holds the port", () => {
  const amiss = questionsOf(systemsOfClientPort).filter((question) => {
    const port = Number(inPrompt(question, /`(\d+)`/));
    return rightTexts(question).join() !== mayHaveChosen(port).join();
  });
  expect(amiss).toEqual([]);
});

test("the ends of every range are asked, and the ports beside them", () => {
  const asked = questionsOf(systemsOfClientPort, 4000).map((question) =>
    Number(inPrompt(question, /`(\d+)`/)),
  );
  for (const port of [9999, 10000, 32767, 32768, 60999, 61000, 49151, 49152, 65535])
    expect(asked).toContain(port);
});
