import { expect, test } from "vitest";
import { planOf } from "#simulator/plan";
import { connects, listens, TWO_HOSTS, wait } from "#simulator/scenarios/steps";
import { parseSimulation } from "#simulator/simulation-file";
import { socketTable } from "#simulator/socket-table";
import { unfold } from "#simulator/unfold";
import { BACKLOG, MOST } from "./listener-queues-drawing.ts";

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

const listenerAfter = (clients: number) =>
  rowsAfter(clients).find(({ state }) => state === "LISTEN");

test("on a listener's row, Recv-Q counts those that wait, and Send-Q is the backlog", () => {
  expect(listenerAfter(2)).toMatchObject({ recvQ: 2, sendQ: BACKLOG });
});

test("the queue drawn as full holds as many as a Linux host lets in", () => {
  expect(listenerAfter(BACKLOG + 3)).toMatchObject({ recvQ: MOST, sendQ: BACKLOG });
});

test("those that wait are established", () => {
  const rows = rowsAfter(BACKLOG + 3);
  expect(rows.filter(({ state }) => state === "ESTABLISHED")).toHaveLength(MOST);
});
