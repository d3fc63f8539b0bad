/** Every question of every scenario, held to the run by rules that read the choices' words, and not how they came to be. */
import { describe, expect, test } from "vitest";
import * as intTable from "#simulator/int-table";
import type { Packet, PacketEnd } from "#simulator/packet";
import { planOf, type TouchFate } from "#simulator/plan";
import { SCENARIOS } from "#simulator/scenarios";
import { parseSimulation } from "#simulator/simulation-file";
import { socketRows } from "#simulator/socket-table";
import { type Timeline, worldAt } from "#simulator/timeline";
import { commandOutput } from "#simulator/tools/command";
import { unfold } from "#simulator/unfold";
import type { World } from "#simulator/world";
import { predictionAt } from "./predict-step.ts";
import { questionProblems } from "./question-problems.ts";
import type { ChooseOne } from "./question.ts";

interface Asked {
  readonly timeline: Timeline;
  readonly position: number;
  readonly question: ChooseOne;
  readonly right: string;
  readonly wrong: readonly string[];
}

function timelineOf({ simulation }: (typeof SCENARIOS)[number]): Timeline {
  const parsed = parseSimulation(simulation);
  if (parsed.type === "error") throw new Error(parsed.message);
  return unfold(planOf(parsed.file));
}

function asksOf(timeline: Timeline): readonly Asked[] {
  return timeline.beats.flatMap((_, position) => {
    const question = predictionAt(timeline, position);
    if (question === null) return [];
    const right = question.choices.find((choice) => choice.right === true)?.text ?? "";
    const wrong = question.choices
      .filter((choice) => choice.right !== true)
      .map(({ text }) => text);
    return [{ timeline, position, question, right, wrong }];
  });
}

const TIMELINES = SCENARIOS.map((scenario) => [scenario.id, timelineOf(scenario)] as const);

/** Whether the choice is what happens, by its words alone; null where the prompt is of another kind. */
type Rule = (asked: Asked, text: string) => boolean | null;

const wireRule: Rule = ({ timeline, position, question }, text) => {
  if (!question.prompt.endsWith("What goes over the wire now?")) return null;
  const sent = timeline.packets.filter(
    ({ sentIn, copyOf, from }) => sentIn === position && copyOf === null && from !== null,
  );
  if (text.startsWith("Nothing goes over the wire")) return sent.length === 0;
  const parts = /^(\S+) sends (.+) to (\S+?)(?: again)?$/.exec(text);
  const [only] = sent;
  if (parts === null || sent.length !== 1 || only === undefined) return false;
  const [, from, what, to] = parts;
  const isTo = to === (only.to === only.from ? "itself" : (only.to ?? destinationOf(only.packet)));
  return from === only.from && isTo && what === namedPacket(only.packet);
};

const destinationOf = ({ to }: Packet) => (typeof to === "string" ? to : to.address);

function namedPacket(packet: Packet): string {
  const count = (data: string) => (data.length === 1 ? "1 byte" : `${data.length} bytes`);
  if (packet.kind === "udp") return `a datagram of ${count(packet.data)}`;
  if (packet.kind === "raw") return `a packet of protocol ${packet.protocol}`;
  if (packet.kind === "icmp") {
    const isPort = packet.type === 3 ? packet.code === 3 : packet.type === 1 && packet.code === 4;
    return isPort ? "an ICMP message (port unreachable)" : "another ICMP message";
  }
  const { syn, ack, fin, rst } = packet.flags;
  if (rst) return "RST";
  if (syn) return ack ? "SYN-ACK" : "SYN";
  if (packet.data === "") return fin ? "FIN" : "ACK";
  return `${count(packet.data)} of data${fin ? " with FIN" : ""}`;
}

const stateRule: Rule = ({ timeline, position, question }, text) => {
  const host = /Which state is (\S+?)'s/.exec(question.prompt)?.[1];
  if (!question.prompt.includes("Which state is ") || host === undefined) return null;
  const states = (world: World) =>
    new Map(
      Object.entries(world.hosts).flatMap(([name, { sockets }]) =>
        [...intTable.entries(sockets)].flatMap(([id, socket]) =>
          socket.type === "stream" ? [[`${name} ${id}`, socket.state] as const] : [],
        ),
      ),
    );
  const before = states(worldAt(timeline, position));
  const after = states(worldAt(timeline, position + 1));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.some((key) => {
    const now = after.get(key) ?? "CLOSED";
    return now !== (before.get(key) ?? "CLOSED") && now === text;
  });
};

const returnRule: Rule = ({ timeline, position, question }, text) => {
  const call =
    /(?:What does `(\w+)\(\)` give\?|`(\w+)\(\)` is waiting\. What does it give now\?)$/.exec(
      question.prompt,
    );
  if (call === null) return null;
  const name = call[1] ?? call[2];
  const returned = timeline.calls.find(
    (story) => story.call.name === name && story.returned?.in === position,
  )?.returned;
  if (returned === undefined || returned === null) return text === "Nothing yet: it waits";
  const { value, errno } = returned.result;
  if (errno !== null) return text === `The error \`${errno}\``;
  if (value === null) return text === "`0`, for success";
  if (typeof value === "number") return text === `\`${value}\``;
  if (typeof value === "object" && "fd" in value) return text.startsWith("A new descriptor");
  const data = typeof value === "string" ? value : "data" in value ? value.data : "?";
  if (data === "") return text === "No bytes";
  return data.length > 60
    ? text.includes(`(${data.length} bytes)`)
    : text === `\`${JSON.stringify(data)}\``;
};

const rowsRule: Rule = ({ timeline, position, question }, text) => {
  const asked = /Which rows? does|Which rows? do|Which rows does/.exec(question.prompt);
  const host = /` on (\S+) show/.exec(question.prompt)?.[1];
  if (asked === null || host === undefined) return null;
  const table = (world: World) => commandOutput("netstat -tuwanW", socketRows(world.hosts[host]!));
  const lines = (world: World) => {
    const output = table(world);
    return output.type === "error"
      ? []
      : output.text
          .split("\n")
          .map((line) => line.trim().replaceAll(/ +/g, " "))
          .filter((line) => /^(?:tcp|udp|raw)/.test(line));
  };
  const after = lines(worldAt(timeline, position + 1));
  if (text === "No row") return after.length < lines(worldAt(timeline, position)).length;
  const rows = text.split("`").filter((_, at) => at % 2 === 1);
  const port = /for port (\d+) now/.exec(question.prompt)?.[1];
  if (port === undefined) return rows.every((row) => after.includes(row));
  const onPort = after.filter((line) => line.split(" ")[3]?.endsWith(`:${port}`));
  return rows.length === onPort.length && rows.every((row) => onPort.includes(row));
};

const numberRule: Rule = ({ timeline, position, question }, text) => {
  const kind = /Which (acknowledgment|sequence) number does it carry/.exec(question.prompt)?.[1];
  if (kind === undefined) return null;
  const packet = timeline.packets.find(({ sentIn }) => sentIn === position)?.packet;
  if (packet?.kind !== "tcp") return false;
  const begins = (from: PacketEnd, to: PacketEnd) =>
    timeline.packets
      .filter(({ sentIn }) => sentIn <= position)
      .flatMap(({ packet: each }) =>
        each.kind === "tcp" &&
        each.flags.syn &&
        JSON.stringify([each.from, each.to]) === JSON.stringify([from, to])
          ? [each.seq]
          : [],
      )
      .at(-1);
  const number =
    kind === "sequence"
      ? packet.seq - (begins(packet.from, packet.to) ?? Number.NaN)
      : packet.ack - (begins(packet.to, packet.from) ?? Number.NaN);
  return Number(text) === ((number % 2 ** 32) + 2 ** 32) % 2 ** 32;
};

const portRule: Rule = ({ timeline, position, question }, text) => {
  if (!question.prompt.endsWith("Which address and port does it have on its own side?"))
    return null;
  const story = timeline.calls.find(
    ({ returned, call }) => call.name === "accept" && returned?.in === position,
  );
  const value = story?.returned?.result.value;
  if (story === undefined || value === null || typeof value !== "object" || !("fd" in value))
    return false;
  const place = worldAt(timeline, position + 1).hosts[story.host]!;
  const id = intTable.get(place.processes[story.pid]!.descriptors, value.fd)!;
  const { address, port } = intTable.get(place.sockets, id)!.local;
  return text.endsWith(`:${port}\``) && text.includes(address);
};

const RULES = [wireRule, stateRule, returnRule, rowsRule, numberRule, portRule];

const verdict = (asked: Asked, text: string) =>
  RULES.map((rule) => rule(asked, text)).filter((each) => each !== null);

/** A right choice that is not so, and wrong ones that are, a line each. */
const doubts = (asked: Asked): readonly string[] => [
  ...(verdict(asked, asked.right).join() === "true"
    ? []
    : [`${asked.position}: ${asked.question.prompt} not so: ${asked.right}`]),
  ...asked.wrong
    .filter((text) => verdict(asked, text).join() !== "false")
    .map((text) => `${asked.position}: ${asked.question.prompt} so, too: ${text}`),
];

describe.each(TIMELINES)("the predictions of %s", (_, timeline) => {
  const all = asksOf(timeline);

  test("are well-formed, with three or four choices", () => {
    const problems = all.flatMap(({ question, position }) => [
      ...questionProblems(question).map((problem) => `${position}: ${problem}`),
      ...(question.choices.length < 3 || question.choices.length > 4
        ? [`${position}: choices`]
        : []),
    ]);
    expect(problems).toEqual([]);
  });

  test("have the right choice of what happens next, and wrong ones of what does not", () => {
    expect(all.flatMap(doubts)).toEqual([]);
  });

  test("do not tell the answer in the prompt", () => {
    const told = all.filter(
      ({ question, right }) =>
        !/^`\d+`$/.test(right) &&
        right.length > 2 &&
        question.prompt.includes(right.replaceAll(/`|The error /g, "")),
    );
    expect(told.map(({ question }) => question.prompt)).toEqual([]);
  });

  test("are the same each time", () => {
    const last = all.at(-1);
    if (last === undefined) return;
    expect(predictionAt(structuredClone(timeline), last.position)).toEqual(last.question);
  });

  test("end with the run", () => {
    expect(predictionAt(timeline, timeline.beats.length)).toBeNull();
    expect(predictionAt(timeline, -1)).toBeNull();
  });
});

const FATES: readonly TouchFate[] = [
  { kind: "drop" },
  { kind: "delay", by: 300_000 },
  { kind: "duplicate", after: 5000 },
  { kind: "overtaken" },
];

describe.each(["open-and-close", "simultaneous-close", "udp-request-and-reply"])(
  "the predictions of %s with a hand on the wire",
  (scenario) => {
    const [, untouched] = TIMELINES.find(([id]) => id === scenario)!;

    test.each(FATES)("hold when one packet meets $kind", (fate) => {
      const touched = untouched.packets.map(({ id }) =>
        unfold({ ...untouched.plan, touches: [{ packet: id, fate }] }),
      );
      const all = touched.flatMap(asksOf);
      expect(all.length).toBeGreaterThan(touched.length);
      expect(all.flatMap(({ question }) => questionProblems(question))).toEqual([]);
      expect(all.flatMap(doubts)).toEqual([]);
    });
  },
);

test("the first handshake asks ten questions and more, of every kind", () => {
  const [, timeline] = TIMELINES.find(([id]) => id === "open-and-close")!;
  const all = asksOf(timeline);
  expect(all.length).toBeGreaterThan(10);
  for (const [at, rule] of RULES.entries())
    expect([at, all.some((asked) => rule(asked, asked.right) !== null)]).toEqual([at, true]);
});

test("the right choice stands at every place about as often", () => {
  const places = [0, 0, 0, 0];
  for (const [, timeline] of TIMELINES)
    for (const { question } of asksOf(timeline)) {
      const place = question.choices.findIndex((choice) => choice.right === true);
      places[place] = (places[place] ?? 0) + 1;
    }
  const total = places.reduce((sum, count) => sum + count, 0);
  for (const count of places) expect(count).toBeGreaterThan(total / 8);
});
