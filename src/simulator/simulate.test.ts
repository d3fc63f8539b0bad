import { describe, expect, test } from "vitest";
import { simulate } from "./simulate.ts";
import { parseSimulation } from "./simulation-file.ts";
import type { SimulationRun } from "./simulation-report.ts";
import { simulationText } from "./simulation-text.ts";

const HOSTS = { A: { addresses: ["10.0.0.1"] }, B: { addresses: ["10.0.0.2"] } };
const SERVER = [
  { host: "B", call: "socket", as: "l" },
  { host: "B", call: "bind", on: "l", args: [8080] },
  { host: "B", call: "listen", on: "l" },
];
const CLIENT = [
  { host: "A", call: "socket", as: "c" },
  { host: "A", call: "bind", on: "c", args: [4000] },
  { host: "A", call: "connect", on: "c", args: ["10.0.0.2", 8080] },
];

function fileOf(steps: readonly unknown[]) {
  const parsed = parseSimulation({ hosts: HOSTS, delayMs: 10, steps });
  if (parsed.type === "error") throw new Error(parsed.message);
  return parsed.file;
}

function run(...steps: readonly unknown[]): SimulationRun {
  const simulated = simulate(fileOf(steps));
  if (simulated.type === "error") throw new Error(simulated.message);
  return simulated.run;
}

function messageOf(...steps: readonly unknown[]): string {
  const simulated = simulate(fileOf(steps));
  if (simulated.type === "run") throw new Error("It ran.");
  return simulated.message;
}

const segmentsOf = ({ steps }: SimulationRun) =>
  steps.flatMap(({ segments }) =>
    segments.map(({ flags, seq, ack, fate }) => `${flags} ${seq} ${ack} ${fate}`),
  );

describe("the wire of a file", () => {
  test("holds a segment until it is released, and then takes its delay", () => {
    const { steps } = run(
      ...SERVER,
      { wire: "hold", match: "A>B SYN" },
      ...CLIENT,
      { wait: 500 },
      { wire: "release", match: "A>B SYN" },
      { wait: 9 },
      { wait: 10 },
    );
    expect(steps.slice(-4).map(({ segments }) => segments.map(({ flags }) => flags))).toEqual([
      [],
      [],
      [],
      ["SYN,ACK"],
    ]);
    expect(steps[6]?.segments).toMatchObject([{ flags: "SYN", fate: "held" }]);
  });

  test("says so where nothing is held", () => {
    expect(run({ wire: "release", match: "A>B SYN" }).steps[0]?.notes).toEqual([
      "No such packet is held.",
    ]);
  });

  test("tells of each segment what became of it", () => {
    expect(
      segmentsOf(
        run(
          ...SERVER,
          { wire: "duplicate", match: "A>B SYN", ms: 5 },
          { wire: "delay", match: "B>A SYN,ACK", ms: 5 },
          { wire: "drop", match: "A>B ACK" },
          ...CLIENT,
          { wait: 100 },
        ),
      ).slice(0, 3),
    ).toEqual(["SYN 0 null duplicated", "SYN,ACK 0 1 delayed", "SYN,ACK 0 1 sent"]);
  });

  test("finds in a later step that nobody was there", () => {
    expect(segmentsOf(run(...CLIENT, { host: "B", power: "off" }, { wait: 100 }))).toEqual([
      "SYN 0 null lost",
    ]);
  });
});

describe("what a step puts on the wire", () => {
  const forged = { from: "A:4000", to: "B:8080", flags: "RST", seq: 1 };

  test("counts from the connection's own numbers", () => {
    const { steps } = run(...SERVER, ...CLIENT, { wait: 100 }, { inject: forged }, { wait: 1 });
    expect(steps[7]?.segments).toMatchObject([{ flags: "RST", seq: 1, fate: "injected" }]);
    expect(steps[8]?.sockets["B"]?.map(({ state }) => state)).toEqual(["LISTEN"]);
  });

  test("stays as it is where there is no connection", () => {
    const { steps } = run({ inject: { ...forged, flags: "ACK", ack: 77 } }, { wait: 100 });
    expect(steps.flatMap(({ segments }) => segments)).toMatchObject([
      { flags: "ACK", seq: 1, ack: 77, fate: "injected" },
      { flags: "RST", seq: 77, ack: null, fate: "sent" },
    ]);
  });

  test("needs ends of one family", () => {
    expect(messageOf({ inject: { ...forged, to: "[2001:db8::2]:80" } })).toBe(
      "Step 1 puts a packet between ends that have no address of one family.",
    );
  });
});

describe("calls of a file", () => {
  test("that wait are told of in the step in which they return", () => {
    const { steps } = run(
      ...SERVER,
      { host: "B", call: "accept", on: "l", as: "s" },
      ...CLIENT,
      { wait: 100 },
      { host: "B", call: "send", on: "s", args: ["hi"] },
    );
    expect(steps[3]).toMatchObject({
      results: [],
      waiting: [{ step: 4, call: "accept", as: "s" }],
    });
    expect(steps[7]?.results).toMatchObject([
      { step: 7, call: "connect", errno: null, t: 0.02 },
      { step: 4, call: "accept", on: "l", as: "s", value: { fd: 4 }, t: 0.03 },
    ]);
    expect(steps[8]?.results).toMatchObject([{ call: "send", value: 2 }]);
  });

  test("of a socket that could not be made are made on -1", () => {
    const { steps } = run(
      ...SERVER,
      { host: "B", call: "accept", on: "l", as: "s", nonBlocking: true },
      { host: "B", call: "recv", on: "s" },
    );
    expect(steps.slice(-2).flatMap(({ results }) => results.map(({ errno }) => errno))).toEqual([
      "EAGAIN",
      "EBADF",
    ]);
  });

  test("of a socket that was closed never reach another that got its number", () => {
    const { steps } = run(
      { host: "A", call: "socket", as: "old" },
      { host: "A", call: "close", on: "old" },
      { host: "A", call: "socket", as: "new" },
      { host: "A", call: "close", on: "old" },
      { host: "A", call: "bind", on: "new", args: [80] },
    );
    expect(steps.map(({ results }) => results[0]?.errno)).toEqual([
      null,
      null,
      null,
      "EBADF",
      null,
    ]);
    expect(steps[2]?.results[0]?.value).toBe(steps[0]?.results[0]?.value);
  });

  test("do not wait where they are told so, and wait again after", () => {
    const { steps } = run(
      { host: "A", call: "socket", args: ["dgram"], as: "u" },
      { host: "A", call: "bind", on: "u", args: [7000] },
      { host: "A", call: "recv", on: "u", nonBlocking: true },
      { host: "A", call: "recv", on: "u" },
    );
    expect(steps[2]?.results).toMatchObject([{ errno: "EAGAIN" }]);
    expect(steps[2]?.results).toHaveLength(1);
    expect(steps[3]).toMatchObject({ results: [], waiting: [{ step: 4 }] });
  });

  test("of several programs have names of their own", () => {
    const { steps } = run(
      { host: "A", call: "socket", as: "s", process: "nobody@web" },
      { host: "A", call: "bind", on: "s", args: [80], process: "nobody@web" },
      { host: "A", call: "socket", as: "s", process: "nginx" },
      { host: "A", call: "bind", on: "s", args: [80], process: "nginx" },
      { host: "A", call: "listen", on: "s", process: "nginx" },
    );
    expect(steps.map(({ results }) => results[0]?.errno)).toEqual([
      null,
      "EACCES",
      null,
      null,
      null,
    ]);
    expect(steps.at(-1)?.sockets["A"]?.[0]?.processes).toMatchObject([
      { name: "nginx", user: "root", fd: 3 },
    ]);
  });

  test.each([
    [
      [{ host: "A", call: "close", on: "x" }],
      'Step 1, close, uses "x", but A has no socket of that name; it has none yet.',
    ],
    [
      [...CLIENT, { host: "A", call: "close", on: "x" }],
      'Step 4, close, uses "x", but A has no socket of that name; it has "c".',
    ],
    [
      [
        ...SERVER,
        { host: "B", call: "accept", on: "l", as: "s" },
        { host: "B", call: "recv", on: "s" },
      ],
      'Step 5, recv, uses "s", but step 4, which is to give it, still waits. A wait step between them lets time pass.',
    ],
    [
      [...CLIENT, { host: "A", call: "close", on: "c", process: "curl" }],
      'Step 4, close, uses "c", but curl on A has no socket of that name; it has none yet.',
    ],
    [
      [
        { host: "A", power: "off" },
        { host: "A", call: "socket", as: "c" },
      ],
      "Step 2 makes a call on A, whose power is off.",
    ],
  ])("are told kindly what is missing: %#", (steps, message) => {
    expect(messageOf(...steps)).toBe(message);
  });
});

describe("a capture", () => {
  test("has what the host sent when it was sent, and what arrived when it arrived", () => {
    const { captures } = run(...CLIENT, { wait: 100 });
    expect(captures["A"]?.map(({ at, direction }) => [at, direction])).toEqual([
      [0, "out"],
      [20_000, "in"],
    ]);
    expect(captures["B"]?.map(({ at, direction }) => [at, direction])).toEqual([
      [10_000, "in"],
      [10_000, "out"],
    ]);
  });

  test("sees a packet on loopback once", () => {
    const { captures } = run(
      { host: "A", call: "socket", as: "c" },
      { host: "A", call: "connect", on: "c", args: ["127.0.0.1", 80] },
    );
    expect(captures["A"]).toHaveLength(2);
  });
});

test("a text has a line for each thing that happened", () => {
  const steps = [...CLIENT, { wait: 100 }];
  expect([...simulationText(fileOf(steps), run(...steps))]).toEqual([
    "A (10.0.0.1) and B (10.0.0.2); 10 ms each way; as Linux does it.",
    "Sequence numbers count from each side's own beginning. Sockets are shown where they changed.",
    "",
    "1. A socket(AF_INET, SOCK_STREAM) -> 3, called c",
    "",
    "2. A bind(c, *:4000) -> ok",
    "",
    "3. A connect(c, 10.0.0.2:8080) waits",
    "   0.000 A:4000 > B:8080 SYN seq 0",
    "   A | tcp  SYN-SENT  0/1  10.0.0.1:4000  10.0.0.2:8080  python3 1000/3",
    "",
    "4. wait 100 ms",
    "   0.010 B:8080 > A:4000 RST,ACK seq 0 ack 1",
    "   0.020 A connect(c) of step 3 -> ECONNREFUSED",
    "   A has no sockets in its table.",
  ]);
});
