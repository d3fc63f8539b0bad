import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Mark, inReadingOrder, mark } from "./mark.ts";
import type { ChooseOne, ChooseSeveral, TypeNumber } from "./question.ts";

const WHO_CHOOSES: ChooseOne = {
  id: "who-chooses",
  kind: "choose-one",
  prompt: "Who chooses the client's port?",
  choices: [
    {
      text: "The server",
      because: "It answers to whatever port it sees.",
      belief: "accept-new-port",
    },
    { text: "The client's operating system", right: true, because: "It takes a free one." },
    { text: "The router", because: "It may rewrite the port later." },
  ],
};

const WHICH_HAVE_PORTS: ChooseSeveral = {
  id: "which-have-ports",
  kind: "choose-several",
  prompt: "Which of these carry port numbers?",
  choices: [
    { text: "TCP", right: true, because: "Two fields of 16 bits." },
    { text: "ICMP", because: "It has none.", belief: "ping-has-port" },
    { text: "UDP", right: true, because: "Two fields of 16 bits." },
    { text: "ARP", because: "It has none." },
  ],
};

const LAST_SYSTEM_PORT: TypeNumber = {
  id: "last-system-port",
  kind: "type-number",
  asks: "port",
  prompt: "Which is the last System Port?",
  answer: 1023,
  because: "The System Ports are 0 to 1023.",
  near: [{ value: 1024, because: "That is the first User Port.", belief: "8080-is-system" }],
};

const one = (chosen: number | null) => mark(WHO_CHOOSES, { kind: "choose-one", chosen });
const several = (...chosen: number[]) =>
  mark(WHICH_HAVE_PORTS, { kind: "choose-several", chosen: new Set(chosen) });
const typed = (text: string) => mark(LAST_SYSTEM_PORT, { kind: "type-number", text });

const points = (result: Mark) =>
  result.type === "marked" ? [result.earned, result.total, result.right] : result.type;

describe("choose one", () => {
  test("the right choice earns the point, another does not", () => {
    expect(points(one(1))).toEqual([1, 1, true]);
    expect(points(one(0))).toEqual([0, 1, false]);
  });

  test("nothing chosen, or a choice that does not exist, cannot be marked", () => {
    expect(one(null)).toEqual({ type: "invalid", message: "Choose an answer first." });
    expect(one(3).type).toBe("invalid");
  });

  test("every choice comes with its reason, in the question's order, and its belief", () => {
    expect(one(0)).toMatchObject({
      feedback: [
        { text: "The server", right: false, chosen: true, belief: "accept-new-port" },
        {
          text: "The client's operating system",
          right: true,
          chosen: false,
          because: "It takes a free one.",
        },
        { text: "The router", right: false, chosen: false },
      ],
    });
  });
});

describe("choose several", () => {
  test.each([
    [
      [0, 2],
      [4, 4, true],
    ],
    [[0], [3, 4, false]],
    [
      [0, 1, 2],
      [3, 4, false],
    ],
    [
      [1, 3],
      [0, 4, false],
    ],
    [
      [0, 1, 2, 3],
      [2, 4, false],
    ],
  ] as const)("choosing %j gives %j", (chosen, expected) => {
    expect(points(several(...chosen))).toEqual(expected);
  });

  test("nothing chosen cannot be marked", () => {
    expect(several()).toEqual({ type: "invalid", message: "Choose at least one answer." });
  });

  test("changing one choice changes the points by exactly one", () => {
    const indexes = fc.uniqueArray(fc.nat(3), { minLength: 1 });
    fc.assert(
      fc.property(indexes, fc.nat(3), (chosen, flipped) => {
        const flippedSet = chosen.includes(flipped)
          ? chosen.filter((index) => index !== flipped)
          : [...chosen, flipped];
        fc.pre(flippedSet.length > 0);
        const [before, after] = [several(...chosen), several(...flippedSet)];
        if (before.type !== "marked" || after.type !== "marked") throw new Error("expected marks");
        expect(Math.abs(before.earned - after.earned)).toBe(1);
      }),
    );
  });
});

describe("type a number", () => {
  test("the answer earns the point", () => {
    expect(points(typed("1023"))).toEqual([1, 1, true]);
  });

  test("a near number is answered with its own reason", () => {
    const result = typed("1024");
    expect(points(result)).toEqual([0, 1, false]);
    expect(result).toMatchObject({
      feedback: [
        { text: "1023", right: true, chosen: false },
        { text: "1024", right: false, chosen: true, belief: "8080-is-system" },
      ],
    });
  });

  test("any other number is wrong, and no reason is called the chosen one", () => {
    const result = typed("7");
    expect(points(result)).toEqual([0, 1, false]);
    expect(result.type === "marked" && result.feedback.some(({ chosen }) => chosen)).toBe(false);
  });

  test("a number that no port has is met with a hint, not marked wrong", () => {
    expect(typed("65536")).toEqual({
      type: "invalid",
      message: "Ports end at 65535: 16 bits hold no more.",
    });
  });
});

test("“not sure” is told every reason and is never called wrong", () => {
  for (const question of [WHO_CHOOSES, WHICH_HAVE_PORTS, LAST_SYSTEM_PORT]) {
    const result = mark(question, { kind: "not-sure" });
    expect(result.type).toBe("not-sure");
    expect(result.type === "not-sure" && result.feedback.every(({ chosen }) => !chosen)).toBe(true);
  }
});

test("an answer of another kind than its question is a fault of the program", () => {
  expect(() => mark(WHO_CHOOSES, { kind: "type-number", text: "1" })).toThrow(TypeError);
});

test("reasons are read from what went amiss to what was rightly left alone", () => {
  const result = several(1, 2);
  if (result.type !== "marked") throw new Error("expected a mark");
  expect(inReadingOrder(result.feedback).map(({ text }) => text)).toEqual([
    "ICMP",
    "TCP",
    "UDP",
    "ARP",
  ]);
});
