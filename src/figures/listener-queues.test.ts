import { expect, test } from "vitest";
import { planOf } from "#simulator/plan";
import { connects, listens, TWO_HOSTS, wait } from "#simulator/scenarios/steps";
import { parseSimulation } from "#simulator/simulation-file";
import { socketTable } from "#simulator/socket-table";
import { unfold } from "#simulator/unfold";
import { BACKLOG, MOMENTS } from "./listener-queues-drawing.ts";

/** The rows of a Linux host that nobody calls accept() on, after so many clients called connect(). */
function rowsAfter(clients: number) {
  const parsed = parseSimulation({
    hosts: TWO_HOSTS,
    delayMs: 20,
    steps: [
      ...listens("B", "listener", 8080, { backlog: BACKLOG }),
      ...Array.from({ length: clients }, (_, index) => [
        ...connects("A", `client${index}`, "10.0.0.2", 8080),
        wait(100),
      ]).flat(),
    ],
  });
  if (parsed.type === "error") throw new Error(parsed.message);
  const { beats } = unfold(planOf(parsed.file));
  return socketTable(beats.at(-1)!.world, "B");
}

test.each([
  ["room", 2],
  ["full", BACKLOG + 3],
])("with %s, the listener's row has the numbers that are drawn", (_, clients) => {
  const rows = rowsAfter(clients);
  const listener = rows.find(({ state }) => state === "LISTEN");
  const waiting = rows.filter(({ state }) => state === "ESTABLISHED").length;
  expect(listener).toMatchObject({ recvQ: waiting, sendQ: BACKLOG });
  expect(MOMENTS.map((moment) => moment.waiting)).toContain(waiting);
});

test("the last moment drawn is that of a full queue", () => {
  expect(rowsAfter(BACKLOG + 3).filter(({ state }) => state === "ESTABLISHED")).toHaveLength(
    MOMENTS.at(-1)!.waiting,
  );
});
