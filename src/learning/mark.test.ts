import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Mark, inReadingOrder, mark } from "./mark.ts";
import type {
  ChooseOne,
  ChooseSeveral,
  PointAt,
  PutInOrder,
  SortInto,
  TypeNumber,
  TypeText,
} from "./question.ts";

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

const SORT: SortInto = {
  id: "ranges",
  kind: "sort-into",
  prompt: "Into which range does each port fall?",
  bins: ["System", "User", "Dynamic"],
  items: [
    { text: "22", bin: 0, because: "22 is below 1024." },
    {
      text: "8080",
      bin: 1,
      because: "8080 is between 1024 and 49151.",
      near: [{ bin: 0, because: "It looks like 80.", belief: "8080-is-system" }],
    },
  ],
};

const ORDER: PutInOrder = {
  id: "server-calls",
  kind: "put-in-order",
  prompt: "In which order does a server call these?",
  items: [
    { text: "bind", because: "A port is taken first." },
    { text: "listen", because: "It makes the bound socket a listener." },
    { text: "accept", because: "It takes from the listener's queue." },
  ],
  shown: [1, 0, 2],
};

const POINT: PointAt = {
  id: "peer-port",
  kind: "point-at",
  prompt: "Which is the peer's port?",
  listing: "192.0.2.10:80 192.0.2.20:40000",
  choices: [
    { text: "the local port, 80", from: 11, to: 13, because: "It is on the left." },
    {
      text: "the peer's port, 40000",
      from: 25,
      to: 30,
      right: true,
      because: "It is on the right.",
    },
  ],
};

const GAP: TypeText = {
  id: "state",
  kind: "type-text",
  prompt: "What does netstat print for a listener?",
  before: "tcp 0.0.0.0:80 0.0.0.0:* ",
  after: "",
  answer: "LISTEN",
  accepts: ["LISTENING"],
  because: "So Linux writes it; Windows writes LISTENING.",
  near: [
    {
      value: "ESTABLISHED",
      because: "That is a connection.",
      belief: "listen-becomes-established",
    },
  ],
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

describe("sort into", () => {
  const sorted = (...bins: (number | null)[]) => mark(SORT, { kind: "sort-into", bins });

  test("each item in its bin is a point", () => {
    expect(points(sorted(0, 1))).toEqual([2, 2, true]);
    expect(points(sorted(0, 2))).toEqual([1, 2, false]);
  });

  test("an item in no bin cannot be marked, nor one in a bin that does not exist", () => {
    expect(sorted(0, null)).toEqual({ type: "invalid", message: "One is not sorted yet." });
    expect(sorted(7, null)).toEqual({ type: "invalid", message: "2 are not sorted yet." });
    expect(sorted().type).toBe("invalid");
  });

  test("a wrong bin that has a reason is told it, before the right bin", () => {
    const result = sorted(0, 0);
    expect(result.type === "marked" && result.feedback.slice(1)).toEqual([
      {
        text: "8080: System",
        right: false,
        chosen: true,
        because: "It looks like 80.",
        belief: "8080-is-system",
      },
      {
        text: "8080: User",
        right: true,
        chosen: false,
        because: "8080 is between 1024 and 49151.",
      },
    ]);
  });
});

describe("put in order", () => {
  const ordered = (...order: number[]) => mark(ORDER, { kind: "put-in-order", order });

  test("an item in its place is a point, and one right after the item that it should follow", () => {
    expect(points(ordered(0, 1, 2))).toEqual([3, 3, true]);
    expect(points(ordered(2, 0, 1))).toEqual([1, 3, false]);
    expect(points(ordered(2, 1, 0))).toEqual([1, 3, false]);
    expect(points(ordered(1, 2, 0))).toEqual([1, 3, false]);
    expect(points(ordered(1, 0, 2))).toEqual([1, 3, false]);
  });

  test("all points are earned by the right order alone", () => {
    const items = Array.from({ length: 6 }, (_, at) => ({ text: `${at}`, because: "So it is." }));
    const orders = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
    fc.assert(
      fc.property(orders, (order) => {
        const [earned, total, right] = points(
          mark({ ...ORDER, items }, { kind: "put-in-order", order }),
        );
        expect(right).toBe(order.every((item, place) => item === place));
        expect(earned === total).toBe(right);
      }),
    );
  });

  test("an order that has not each item once cannot be marked", () => {
    expect(ordered(0, 1).type).toBe("invalid");
    expect(ordered(0, 1, 1).type).toBe("invalid");
  });
});

describe("point at", () => {
  const at = (chosen: number | null) => mark(POINT, { kind: "point-at", chosen });

  test("the right place earns the point, another does not, and no place cannot be marked", () => {
    expect(points(at(1))).toEqual([1, 1, true]);
    expect(points(at(0))).toEqual([0, 1, false]);
    expect(at(null)).toEqual({
      type: "invalid",
      message: "Point at a place in the listing first.",
    });
  });
});

describe("type a text", () => {
  const text = (text: string) => mark(GAP, { kind: "type-text", text });

  test.each(["LISTEN", "listen", " Listen ", "LISTENING", "ＬＩＳＴＥＮ"])(
    "%j is right",
    (typed) => {
      expect(points(text(typed))).toEqual([1, 1, true]);
    },
  );

  test("a near text is told its own reason, another wrong one the right reason alone", () => {
    const near = text("established");
    expect(near.type === "marked" && near.feedback.map(({ chosen }) => chosen)).toEqual([
      false,
      true,
    ]);
    const far = text("OPEN");
    expect(far.type === "marked" && far.feedback.map(({ chosen }) => chosen)).toEqual([
      false,
      false,
    ]);
  });

  test("nothing typed cannot be marked", () => {
    expect(text("  ")).toEqual({ type: "invalid", message: "Type an answer first." });
  });
});

test.each([SORT, ORDER, POINT, GAP])(
  "not being sure of a $kind question tells what is right",
  (question) => {
    const result = mark(question, { kind: "not-sure" });
    expect(result.type).toBe("not-sure");
    if (result.type !== "not-sure") return;
    expect(result.feedback.some(({ right }) => right)).toBe(true);
    expect(result.feedback.some(({ chosen }) => chosen)).toBe(false);
  },
);
