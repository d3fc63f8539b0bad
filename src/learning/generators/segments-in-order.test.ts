import { test } from "vitest";
import { expectSame, questionsOf } from "./held-over-seeds.fixture.ts";
import { segmentsInOrder } from "./segments-in-order.ts";

interface Segment {
  readonly from: string;
  readonly seq: number;
  readonly ack: number | null;
  readonly takes: number;
}

function read(text: string): Segment {
  const [, from, what, seq, ack] = /^(\w+): (.*), seq (\d+)(?:, ack (\d+))?$/.exec(text)!;
  const bytes = Number(/(\d+) bytes/.exec(what!)?.[1] ?? 0);
  const flag = /SYN|FIN/.test(what!) ? 1 : 0;
  return { from: from!, seq: Number(seq), ack: ack ? Number(ack) : null, takes: bytes + flag };
}

/** All orders in which each segment follows from what its end has sent and received before. */
function orders(left: readonly Segment[], sent: readonly Segment[]): number {
  if (left.length === 0) return 1;
  return left
    .filter((segment) => fits(segment, sent))
    .reduce(
      (count, segment) =>
        count +
        orders(
          left.filter((each) => each !== segment),
          [...sent, segment],
        ),
      0,
    );
}

function fits({ from, seq, ack }: Segment, sent: readonly Segment[]): boolean {
  const own = sent.findLast((each) => each.from === from);
  if (own !== undefined && own.seq + own.takes !== seq) return false;
  const others = sent.findLast((each) => each.from !== from);
  if (others === undefined) return sent.length === 0 || ack === null;
  return others.seq + others.takes === ack;
}

test("the order given is one in which the numbers fit", () => {
  for (const question of questionsOf(segmentsInOrder)) {
    if (question.kind !== "put-in-order") throw new TypeError(question.kind);
    const segments = question.items.map(({ text }) => read(text));
    const misfit = segments.find((segment, index) => !fits(segment, segments.slice(0, index)));
    expectSame(misfit, undefined);
  }
});

test("no other order of them begins with the same segment", () => {
  for (const question of questionsOf(segmentsInOrder, 1000)) {
    if (question.kind !== "put-in-order") throw new TypeError(question.kind);
    const [first, ...rest] = question.items.map(({ text }) => read(text));
    expectSame([question.items, orders(rest, [first!])], [question.items, 1]);
  }
});
