import { describe, expect, test } from "vitest";
import { socketRows } from "#simulator/socket-table";
import { type Timeline, worldAt } from "#simulator/timeline";
import { commandOutput } from "#simulator/tools/command";
import { firstCommand, offeredCommands, outputFrame } from "./output-lane.model.ts";
import { ALL_RUNS, runOfScenario } from "./run.fixture.ts";

const COMMAND = "ss -tanp";

function rowsAt(timeline: Timeline, position: number, host: string, command = COMMAND) {
  const frame = outputFrame(timeline, position, host, command);
  return frame.type === "output" ? frame.rows : [];
}

/** "new LISTEN", "changed ESTAB": every change of a run, one moment after the other. */
function changesOf(scenario: string, host: string, command = COMMAND) {
  const timeline = runOfScenario(scenario);
  return timeline.beats.flatMap((_, at) =>
    rowsAt(timeline, at + 1, host, command)
      .filter(({ change }) => change !== "same")
      .map(({ change, text }) => `${change} ${text.trim().split(/ +/)[0]}`),
  );
}

describe("rows", () => {
  test("come, change and go with their sockets", () => {
    expect(changesOf("open-and-close", "B")).toEqual([
      "new LISTEN",
      "new SYN-RECV",
      "changed LISTEN",
      "changed ESTAB",
      "changed LISTEN",
      "changed ESTAB",
      "changed ESTAB",
      "changed ESTAB",
      "changed ESTAB",
      "changed ESTAB",
      "changed CLOSE-WAIT",
      "changed CLOSE-WAIT",
      "changed LAST-ACK",
      "gone LAST-ACK",
    ]);
  });

  test("that went stand there for one moment, in their place", () => {
    const timeline = runOfScenario("time-wait-sixty-seconds");
    const gone = timeline.beats.findIndex((_, at) =>
      rowsAt(timeline, at + 1, "A").some(({ change }) => change === "gone"),
    );
    expect(gone).toBeGreaterThan(0);
    expect(rowsAt(timeline, gone + 1, "A").map(({ change }) => change)).toEqual(["gone"]);
    expect(rowsAt(timeline, gone + 2, "A")).toEqual([]);
  });

  test("do not change because a column grows", () => {
    const timeline = runOfScenario("dual-stack");
    const longer = timeline.beats.findIndex((_, at) => {
      const [before] = rowsAt(timeline, at, "B");
      const [after] = rowsAt(timeline, at + 1, "B");
      return before !== undefined && after?.change === "same" && after.text !== before.text;
    });
    expect(longer).toBeGreaterThan(0);
  });

  test("of lsof are told apart by process and descriptor", () => {
    const changes = changesOf("forked-descriptor", "B", "lsof -nP -i");
    expect(changes.filter((change) => change === "new python3")).toHaveLength(4);
    expect(changes.filter((change) => change === "gone python3")).toHaveLength(2);
  });
});

describe("commands", () => {
  test("are offered for the kinds of sockets that the run has", () => {
    const offered = (scenario: string) =>
      offeredCommands(runOfScenario(scenario)).map(({ command }) => command);
    expect(offered("open-and-close")).not.toContain("ss -uanp");
    expect(offered("udp-overflow")).toContain("ss -uanp");
    expect(offered("raw-copy")).toContain("ss -wanp");
  });

  test("that the host does not know are answered with what may be asked", () => {
    const frame = outputFrame(runOfScenario("open-and-close"), 9, "B", "nmap -sT");
    expect(frame).toEqual({
      type: "error",
      message: "nmap: command not found. This host has ss, netstat and lsof.",
    });
  });

  test("print their heading over an empty table, and lsof nothing", () => {
    const timeline = runOfScenario("open-and-close");
    expect(outputFrame(timeline, 0, "A", COMMAND)).toMatchObject({
      heading: [expect.stringContaining("Local Address:Port")],
      rows: [],
    });
    expect(outputFrame(timeline, 0, "A", "lsof -nP -i")).toMatchObject({ heading: [], rows: [] });
  });

  test("of Windows give a TIME_WAIT to the process 0", () => {
    const timeline = runOfScenario("time-wait-sixty-seconds");
    const waits = timeline.beats.flatMap((_, at) =>
      rowsAt(timeline, at + 1, "A", "netstat -ano").filter(({ text }) =>
        text.includes("TIME_WAIT"),
      ),
    );
    expect(waits[0]?.text).toMatch(/TIME_WAIT +0$/);
  });
});

test.each(ALL_RUNS)("in %s rows are the tool's own lines, each with its socket", (_, run) => {
  const timeline = run();
  const wrong: string[] = [];
  for (let position = 0; position <= timeline.beats.length; position += 1)
    for (const [name, host] of Object.entries(worldAt(timeline, position).hosts)) {
      if (!host.isUp) continue;
      const sockets = socketRows(host);
      const ports = new Map(
        sockets.map(({ id, entry }) => [`socket ${name} ${id}`, entry.local.port]),
      );
      for (const { command } of offeredCommands(timeline)) {
        const frame = outputFrame(timeline, position, name, command);
        if (frame.type !== "output") throw new Error(`${command} gave no output`);
        const rows = frame.rows.filter(({ change }) => change !== "gone");
        for (const { text, keys } of rows)
          if (!text.includes(`:${ports.get(keys[0]!)}`)) wrong.push(text);
        if (command === "netstat -ano") continue;
        const printed = commandOutput(command, sockets);
        const lines = [...frame.heading, ...rows.map(({ text }) => text)];
        if (printed.type === "error" || printed.text !== lines.map((line) => `${line}\n`).join(""))
          wrong.push(lines.join("\n"));
      }
    }
  expect(wrong).toEqual([]);
});

test.each([
  ["open-and-close", "ss -tanp"],
  ["udp-lost", "ss -uanp"],
  ["same-loss-raw", "ss -wanp"],
  ["tcp-and-udp-53", "ss -tanp"],
])("the first command of %s shows its sockets: %s", (id, command) => {
  expect(firstCommand(runOfScenario(id))).toBe(command);
});
