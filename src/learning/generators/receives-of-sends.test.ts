import { parseSimulation } from "#simulator/simulation-file";
import { simulate } from "#simulator/simulate";
import { expect, test } from "vitest";
import { questionsOf } from "./held-over-seeds.fixture.ts";
import { receivesOfSends } from "./receives-of-sends.ts";

/** What each of many receives gives, by a queue of bytes or of messages. */
function lengths(sizes: readonly number[], room: number, isStream: boolean): number[] {
  if (!isStream) return sizes.map((size) => (size < room ? size : room));
  const bytes = sizes.flatMap((size) => Array.from({ length: size }, () => 0));
  const taken: number[] = [];
  while (bytes.length > 0) taken.push(bytes.splice(0, room).length);
  return taken;
}

function asked(prompt: string) {
  const sizes = /with ([\d, and]+) bytes\. All/.exec(prompt)![1]!.match(/\d+/g)!.map(Number);
  const room = Number(/room for (\d+) bytes/.exec(prompt)![1]);
  return {
    sizes,
    room,
    isStream: prompt.includes("TCP"),
    answerOf: (taken: readonly number[]) =>
      prompt.includes("How many calls")
        ? taken.length
        : taken[prompt.includes("second call") ? 1 : 0],
  };
}

test("the answer is what a queue of bytes, or of messages, gives", () => {
  for (const question of questionsOf(receivesOfSends)) {
    if (question.kind !== "type-number") throw new TypeError(question.kind);
    const { sizes, room, isStream, answerOf } = asked(question.prompt);
    const taken = lengths(sizes, room, isStream);
    expect([question.prompt, question.answer]).toEqual([question.prompt, answerOf(taken)]);
  }
});

test("simulated hosts receive the same", () => {
  for (const question of questionsOf(receivesOfSends, 60)) {
    if (question.kind !== "type-number") throw new TypeError(question.kind);
    const { sizes, room, isStream, answerOf } = asked(question.prompt);
    const type = isStream ? "SOCK_STREAM" : "SOCK_DGRAM";
    const on = (host: string, call: string, name: string, ...args: unknown[]) => ({
      host,
      call,
      on: name,
      args,
    });
    const steps = [
      { host: "B", call: "socket", args: ["AF_INET", type], as: "b" },
      on("B", "bind", "b", "0.0.0.0", 8080),
      ...(isStream ? [on("B", "listen", "b", 5)] : []),
      { host: "A", call: "socket", args: ["AF_INET", type], as: "a" },
      on("A", "connect", "a", "10.0.0.2", 8080),
      { wait: 200 },
      ...(isStream ? [{ host: "B", call: "accept", on: "b", as: "c" }] : []),
      ...sizes.map((size) => on("A", "send", "a", size)),
      { wait: 1000 },
      ...sizes.flatMap(() =>
        Array.from({ length: isStream ? 9 : 1 }, () => ({
          ...on("B", "recv", isStream ? "c" : "b", room),
          nonBlocking: true,
        })),
      ),
    ];
    const parsed = parseSimulation({
      hosts: { A: { addresses: ["10.0.0.1"] }, B: { addresses: ["10.0.0.2"] } },
      steps,
    });
    if (parsed.type === "error") throw new Error(parsed.message);
    const done = simulate(parsed.file);
    if (done.type === "error") throw new Error(done.message);
    const taken = done.run.steps
      .flatMap(({ results }) => results)
      .filter(({ call, errno }) => call === "recv" && errno === null)
      .map(({ value }) => (value as string).length);
    expect([question.prompt, answerOf(taken)]).toEqual([question.prompt, question.answer]);
  }
});
