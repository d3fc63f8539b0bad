import { describe, expect, test } from "vitest";
import * as intTable from "#simulator/int-table";
import { worldAt } from "#simulator/timeline";
import { descriptorsFrame } from "./descriptors-lane.model.ts";
import { ALL_RUNS, runOfScenario } from "./run.fixture.ts";

function tables(scenario: string, host: string, position: number) {
  const { processes } = descriptorsFrame(runOfScenario(scenario), position, host);
  return processes.map(({ name, rows }) => [
    name,
    ...rows.map(({ fd, kind, state, shared }) => [fd, kind, state, ...shared].join(" ")),
  ]);
}

/** What the tables say one after the other. */
function inTurn(scenario: string, host: string) {
  const { beats } = runOfScenario(scenario);
  const all = Array.from({ length: beats.length + 1 }, (_, at) => tables(scenario, host, at));
  return all.filter((each, at) => JSON.stringify(each) !== JSON.stringify(all[at - 1]));
}

describe("descriptors", () => {
  test("come with socket() and accept(), and vanish with close()", () => {
    const said = inTurn("open-and-close", "B").map(([program]) => program?.slice(1));
    expect(said.map((rows) => rows?.length ?? 0)).toEqual([0, 1, 1, 2, 2, 1]);
    expect(said[3]).toEqual(["3 TCP LISTEN", "4 TCP ESTABLISHED"]);
    expect(said[4]).toEqual(["3 TCP LISTEN", "4 TCP CLOSE-WAIT"]);
  });

  test("of two processes say that they refer to one socket, until one is closed", () => {
    const said = inTurn("forked-descriptor", "B");
    const forked = said.findIndex((programs) => programs.length === 2);
    expect(said[forked]).toEqual([
      ["python3", "3 TCP LISTEN 3 of child 1001", "4 TCP ESTABLISHED 4 of child 1001"],
      ["child (python3)", "3 TCP LISTEN 3 of python3 1000", "4 TCP ESTABLISHED 4 of python3 1000"],
    ]);
    expect(said[forked + 1]).toEqual([
      ["python3", "3 TCP LISTEN 3 of child 1001"],
      ["child (python3)", "3 TCP LISTEN 3 of python3 1000", "4 TCP ESTABLISHED"],
    ]);
  });

  test("of UDP and raw sockets have no state", () => {
    const udp = runOfScenario("udp-overflow").beats.length;
    expect(tables("udp-overflow", "B", udp)).toEqual([["python3", "3 UDP "]]);
    expect(tables("raw-copy", "B", 1)).toEqual([["python3", "3 raw TCP "]]);
  });

  test("of a host that is off are forgotten", () => {
    const timeline = runOfScenario("vanished-peer");
    const end = timeline.beats.length;
    const off = ["A", "B"].filter((host) => !worldAt(timeline, end).hosts[host]!.isUp);
    expect(off).toHaveLength(1);
    expect(descriptorsFrame(timeline, end, off[0]!).isUp).toBe(false);
  });
});

test.each(ALL_RUNS)("in %s every descriptor of every process has its row", (_, run) => {
  const timeline = run();
  for (let position = 0; position <= timeline.beats.length; position += 1)
    for (const [name, host] of Object.entries(worldAt(timeline, position).hosts)) {
      const shown = descriptorsFrame(timeline, position, name).processes.flatMap(({ pid, rows }) =>
        rows.map(({ fd, keys }) => `${pid} ${fd} ${keys.join()}`),
      );
      const held = Object.values(host.processes).flatMap(({ pid, descriptors }) =>
        [...intTable.entries(descriptors)].map(([fd, id]) => `${pid} ${fd} socket ${name} ${id}`),
      );
      expect(shown).toEqual(held);
    }
});
