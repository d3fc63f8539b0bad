import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_SEED } from "./draw.ts";
import type { Generator } from "./generator.ts";
import {
  ALL_TOPICS,
  MAX_COUNT,
  type QuizPlan,
  instancesOf,
  planQuery,
  readPlan,
} from "./quiz-plan.ts";
import type { Topic } from "./topic.ts";

const generator = (id: string, topic: Topic): Generator => ({
  id,
  topic,
  practises: id,
  lesson: "ports/three-ranges",
  make: (draw) => ({
    kind: "type-number",
    prompt: `${id}?`,
    answer: draw.whole(0, 65535),
    because: "So.",
    near: [],
  }),
});
const SOME = [
  generator("a", "port-ranges"),
  generator("b", "port-ranges"),
  generator("c", "services"),
  generator("d", "connections"),
];
const plans: fc.Arbitrary<QuizPlan> = fc.record({
  mode: fc.constantFrom("quiz", "exam", "drill"),
  topics: fc.subarray([...ALL_TOPICS], { minLength: 1 }),
  count: fc.integer({ min: 1, max: MAX_COUNT }),
  seed: fc.integer({ min: 0, max: MAX_SEED }),
});

const read = (query: string) => {
  const parameters = new URLSearchParams(query);
  return readPlan((name) => parameters.get(name));
};

test("a plan is read from its own query", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      expect(read(planQuery(plan))).toEqual({ type: "plan", plan, isOfOtherVersion: false });
    }),
  );
});

test("whatever the query holds, it is a plan, none, or an error in words", () => {
  const parts = fc.dictionary(fc.constantFrom("mode", "n", "seed", "topics", "v"), fc.string());
  fc.assert(
    fc.property(parts, (parameters) => {
      const result = readPlan((name) => parameters[name] ?? null);
      expect(result.type === "error" ? result.message : "").not.toContain("undefined");
      expect(["plan", "none", "error"]).toContain(result.type);
    }),
  );
});

test.each([
  ["", "none"],
  ["topics=services", "none"],
  ["seed=1", "plan"],
  ["seed=xyz", "error"],
  ["seed=123456789", "error"],
  ["seed=1&n=0", "error"],
  ["seed=1&n=51", "error"],
  ["seed=1&n=1e1", "error"],
  ["seed=1&mode=race", "error"],
  ["seed=1&topics=", "error"],
  ["seed=1&topics=services,ships", "error"],
])("the query “%s” leads to: %s", (query, type) => {
  expect(read(query).type).toBe(type);
});

test("a link without its version, or of another, is told apart", () => {
  expect(read("seed=1")).toMatchObject({ isOfOtherVersion: true });
});

describe("the questions of a plan", () => {
  test("are as many as asked for, the same each time, of the wanted topics alone", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const wanted = SOME.filter(({ topic }) => plan.topics.includes(topic));
        const instances = instancesOf(plan, SOME);
        expect(instances).toHaveLength(wanted.length === 0 ? 0 : plan.count);
        expect(instancesOf(plan, SOME)).toEqual(instances);
        expect(wanted).toEqual(expect.arrayContaining(instances.map(({ generator }) => generator)));
      }),
    );
  });

  test("take every generator before one comes again", () => {
    const plan: QuizPlan = { mode: "quiz", topics: ALL_TOPICS, count: 8, seed: 5 };
    const ids = instancesOf(plan, SOME).map(({ generator }) => generator.id);
    expect(ids.slice(0, 4).toSorted()).toEqual(["a", "b", "c", "d"]);
    expect(ids.slice(4).toSorted()).toEqual(["a", "b", "c", "d"]);
  });

  test("change the topic from one to the next where they can", () => {
    for (let seed = 0; seed < 200; seed++) {
      const plan: QuizPlan = { mode: "quiz", topics: ALL_TOPICS, count: 4, seed };
      const topics = instancesOf(plan, SOME).map(({ generator }) => generator.topic);
      const same = topics.filter((topic, index) => topic === topics[index - 1]);
      // Two of the four are of one topic: at worst they are left for the end.
      expect(same.length).toBeLessThanOrEqual(1);
    }
  });
});
