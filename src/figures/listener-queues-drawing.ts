/**
 * A listener's two queues on Linux, after listen(5): half-open connections, and finished ones that wait for
 * accept(). Above with room, below full, each with the row that ss prints of the listener. As listen(2) has
 * it, and as Linux 6.18 did it: full means more than the backlog, so one more than that waits.
 */
import {
  arrow,
  box,
  type Drawing,
  type FigureDrawings,
  line,
  NARROW_WIDTH,
  type Point,
  type Shape,
  mark,
  state,
  text,
  WIDE_WIDTH,
} from "./drawing.ts";

export const BACKLOG = 5;
/** Linux calls the queue full once it holds more than the backlog. */
export const MOST = BACKLOG + 1;

const SLOT = { width: 32, height: 30, pitch: 36, inset: 12 };
const QUEUE = { width: MOST * SLOT.pitch + 20, height: 70 };
const HALF_OPEN = { width: 118, height: 70 };

interface Moment {
  readonly title: string;
  readonly waiting: number;
}

/** `waiting` connections in the queue above, less than `MOST`; below as many as there can be. */
export function listenerQueues(waiting: number): FigureDrawings {
  const moments = [
    { title: "There is room", waiting },
    { title: "The accept queue is full", waiting: MOST },
  ];
  return { narrow: narrow(moments), wide: wide(moments) };
}

function wide(moments: readonly Moment[]): Drawing {
  const pitch = 254;
  const [halfOpen, queue, program] = [112, 316, 658];
  return {
    width: WIDE_WIDTH,
    height: moments.length * pitch - 16,
    shapes: moments.flatMap(({ title, waiting }, index): readonly Shape[] => {
      const isFull = waiting === MOST;
      const top = index * pitch;
      const boxes = top + 66;
      const middle = boxes + QUEUE.height / 2;
      const handshake = halfOpen + HALF_OPEN.width;
      const taken = queue + QUEUE.width;
      return [
        box([0, top], [WIDE_WIDTH, pitch - 16], "ground"),
        text(14, top + 26, title, { face: "strong" }),
        text(halfOpen, boxes - 10, "SYN queue"),
        text(queue, boxes - 10, "accept queue"),
        entering([14, middle], [halfOpen, middle], isFull),
        text(14, middle - 12, "SYN", { face: "mono" }),
        ...(isFull ? ["dropped,", "sent again"] : ["from a", "client"]).map((words, row) =>
          text(14, middle + 22 + 18 * row, words, { tone: "soft" }),
        ),
        ...halfOpenBox([halfOpen, boxes]),
        entering([handshake, middle], [queue, middle], isFull),
        text(handshake + 12, middle - 12, "ACK", { face: "mono" }),
        ...(isFull ? [text(handshake + 10, middle + 22, "ignored", { tone: "soft" })] : []),
        ...queueBox([queue, boxes], waiting),
        arrow([taken, middle], [program, middle]),
        text(taken + 10, middle - 12, "accept()", { face: "mono" }),
        ...programBox([program, boxes + 10]),
        ...counts([queue, boxes + QUEUE.height], waiting),
        ...listing([14, boxes + QUEUE.height + 48], waiting),
      ];
    }),
  };
}

function narrow(moments: readonly Moment[]): Drawing {
  const pitch = 456;
  const left = 16;
  const axis = left + 50;
  return {
    width: NARROW_WIDTH,
    height: moments.length * pitch - 16,
    shapes: moments.flatMap(({ title, waiting }, index): readonly Shape[] => {
      const isFull = waiting === MOST;
      const top = index * pitch;
      const [halfOpen, queue] = [top + 84, top + 212];
      const handshake = halfOpen + HALF_OPEN.height;
      const out = left + QUEUE.width - 6;
      return [
        box([0, top], [NARROW_WIDTH, pitch - 16], "ground"),
        text(12, top + 26, title, { face: "strong" }),
        entering([axis, top + 42], [axis, halfOpen], isFull),
        text(axis + 16, top + 62, "SYN", { face: "mono" }),
        text(axis + 52, top + 62, isFull ? "dropped, sent again" : "from a client", {
          tone: "soft",
        }),
        ...halfOpenBox([left, halfOpen]),
        text(left + HALF_OPEN.width + 12, halfOpen + 40, "SYN queue"),
        entering([axis, handshake], [axis, queue], isFull),
        text(axis + 16, handshake + 31, "ACK", { face: "mono" }),
        ...(isFull ? [text(axis + 52, handshake + 31, "ignored", { tone: "soft" })] : []),
        text(left + QUEUE.width, queue - 10, "accept queue", { anchor: "end" }),
        ...queueBox([left, queue], waiting),
        ...counts([left, queue + QUEUE.height], waiting),
        arrow([out, queue + QUEUE.height], [out, queue + 166]),
        text(out - 8, queue + 154, "accept()", { face: "mono", anchor: "end" }),
        ...programBox([out - 38, queue + 166]),
        ...listing([12, queue + 170], waiting),
      ];
    }),
  };
}

/** An arrow to a queue's edge; where the queue is full it stops before it. */
function entering(from: Point, [x, y]: Point, isFull: boolean): Shape {
  const gap = isFull ? 9 : 0;
  const to: Point = from[1] === y ? [x - gap, y] : [x, y - gap];
  return line([from, to], { end: isFull ? "stop" : "arrow" });
}

function halfOpenBox([x, y]: Point): readonly Shape[] {
  return [
    box([x, y], [HALF_OPEN.width, HALF_OPEN.height], "thing"),
    ...state(x + 12, y + 30, "opening", "SYN-RECV"),
    text(x + 12, y + 52, "half open", { tone: "soft" }),
  ];
}

/** Finished connections, and places for more. */
function queueBox([x, y]: Point, waiting: number): readonly Shape[] {
  return [
    box([x, y], [QUEUE.width, QUEUE.height], "thing"),
    ...state(x + SLOT.inset, y + 21, "established", "ESTAB"),
    text(x + SLOT.inset + 68, y + 21, "of no process yet", { tone: "soft" }),
    ...Array.from({ length: MOST }, (_, index): readonly Shape[] => {
      const left = x + SLOT.inset + index * SLOT.pitch;
      return index < waiting
        ? [
            box([left, y + 31], [SLOT.width, SLOT.height], "thing"),
            mark(left + (SLOT.width - 12) / 2, y + 31 + (SLOT.height - 12) / 2, "established"),
          ]
        : [box([left, y + 31], [SLOT.width, SLOT.height], "place")];
    }).flat(),
  ];
}

function programBox([x, y]: Point): readonly Shape[] {
  return [box([x, y], [88, 50], "thing"), text(x + 44, y + 30, "program", { anchor: "middle" })];
}

/** What the two numbers of ss count in the queue above. */
function counts([x, y]: Point, waiting: number): readonly Shape[] {
  const left = x + SLOT.inset;
  const bracket = (count: number, depth: number) =>
    line(
      [
        [left, y + depth - 6],
        [left, y + depth],
        [left + count * SLOT.pitch - SLOT.pitch + SLOT.width, y + depth],
        [left + count * SLOT.pitch - SLOT.pitch + SLOT.width, y + depth - 6],
      ],
      { look: "thin" },
    );
  return [
    bracket(waiting, 11),
    text(left, y + 27, `Recv-Q ${waiting}`, { face: "mono" }),
    text(left + 84, y + 27, "wait here now"),
    bracket(BACKLOG, 42),
    text(left, y + 58, `Send-Q ${BACKLOG}`, { face: "mono" }),
    text(left + 84, y + 58, "the backlog"),
  ];
}

function listing([x, y]: Point, waiting: number): readonly Shape[] {
  const row = (cells: readonly string[], y: number) =>
    cells.map((words, column) => text(x + column * 62, y, words, { face: "mono" }));
  return [
    text(x, y, "ss -tln", { face: "mono", tone: "soft" }),
    ...row(["State", "Recv-Q", "Send-Q"], y + 22),
    ...row(["LISTEN", String(waiting), String(BACKLOG)], y + 42),
  ];
}
