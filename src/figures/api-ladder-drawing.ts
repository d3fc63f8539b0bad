/**
 * Two programs, time downwards, what goes over the wire between them. A thick stretch of a side's line is a
 * call that waits. Wide, the calls stand outside the lines; narrow, between them, each in a band of its own.
 */
import {
  API_STEPS,
  type ApiStep,
  type LadderSide,
  LAST_ROW,
  type SocketKind,
} from "./api-ladder-steps.ts";
import {
  arrow,
  box,
  type Drawing,
  type FigureDrawings,
  line,
  NARROW_WIDTH,
  type Shape,
  text,
  WIDE_WIDTH,
} from "./drawing.ts";

const HEAD = 40;
const BAR = 8;

/** Where a side's line is, and on which side of it its calls stand. */
interface Side {
  readonly x: number;
  readonly away: -1 | 1;
}

export const API_LADDERS: Record<SocketKind, FigureDrawings> = {
  stream: { narrow: narrow(API_STEPS.stream), wide: wide(API_STEPS.stream) },
  datagram: { narrow: narrow(API_STEPS.datagram), wide: wide(API_STEPS.datagram) },
};

function wide(steps: readonly ApiStep[]): Drawing {
  const pitch = 44;
  const sides: Record<LadderSide, Side> = {
    client: { x: 276, away: -1 },
    server: { x: 484, away: 1 },
  };
  const rows = 1 + Math.max(...steps.map(({ row }) => row));
  const at = ({ row }: { readonly row: number }) => HEAD + 14 + row * pitch;
  return drawn(steps, WIDE_WIDTH, HEAD + rows * pitch + 4, sides, at, 26);
}

function narrow(steps: readonly ApiStep[]): Drawing {
  const sides: Record<LadderSide, Side> = {
    client: { x: 6, away: 1 },
    server: { x: NARROW_WIDTH - 6, away: -1 },
  };
  const tops = new Map<ApiStep, number>();
  let y = HEAD + 14;
  for (const step of steps) {
    // A packet leaves below its own name.
    tops.set(step, step.kind === "packet" ? y + 6 : y);
    y += step.kind === "packet" ? 36 : step.kind === "call" ? 45 : 27;
  }
  return drawn(steps, NARROW_WIDTH, y, sides, (step) => tops.get(step)!, 16);
}

function drawn(
  steps: readonly ApiStep[],
  width: number,
  height: number,
  sides: Record<LadderSide, Side>,
  at: (step: ApiStep) => number,
  drop: number,
): Drawing {
  const foot = height;
  const middle = width / 2;
  return {
    width,
    height: foot,
    shapes: [
      box([middle - 56, 4], [BAR, 14], "solid"),
      text(middle - 42, 16, "the call waits", { tone: "soft" }),
      ...(["client", "server"] as const).flatMap((side) => heading(side, sides[side], foot)),
      ...steps.flatMap((step) => waiting(step, steps, sides, at, foot)),
      ...steps.flatMap((step): readonly Shape[] => {
        const y = at(step);
        if (step.kind === "packet") {
          const to = sides[step.from === "client" ? "server" : "client"].x;
          const from = sides[step.from].x;
          const room = Math.sign(to - from) * (BAR / 2 + 2);
          return [
            arrow([from + room, y], [to - room, y + drop]),
            text((from + to) / 2, y + drop / 2 - 8, step.label, { face: "mono", anchor: "middle" }),
          ];
        }
        const { x, away } = sides[step.side];
        const anchor = away === 1 ? "start" : "end";
        const textX = x + away * (BAR / 2 + 10);
        return [
          line(
            [
              [x, y],
              [x + away * (BAR / 2 + 5), y],
            ],
            { look: "thin" },
          ),
          // Its bar leads from the call to its return, which needs no name.
          ...(step.kind === "returns"
            ? [text(textX, y + 5, step.effect, { tone: "soft", anchor })]
            : [
                text(textX, y + 5, step.name, { face: "mono", anchor }),
                text(textX, y + 22, step.effect, { tone: "soft", anchor }),
              ]),
        ];
      }),
    ],
  };
}

function heading(side: LadderSide, { x, away }: Side, foot: number): readonly Shape[] {
  const anchor = away === 1 ? "start" : "end";
  return [
    text(x - (away * BAR) / 2, 16, side, { face: "strong", anchor }),
    line(
      [
        [x, HEAD - 16],
        [x, foot],
      ],
      { look: "thin" },
    ),
  ];
}

/** The stretch of its side's line while a call waits. */
function waiting(
  step: ApiStep,
  steps: readonly ApiStep[],
  sides: Record<LadderSide, Side>,
  at: (step: ApiStep) => number,
  foot: number,
): readonly Shape[] {
  if (step.kind !== "call" || step.until === undefined) return [];
  const { side, until } = step;
  const end = steps.find(
    (each) => each.kind === "returns" && each.side === side && each.row === until,
  );
  const bottom = end === undefined || until === LAST_ROW ? foot : at(end);
  const top = at(step);
  return [box([sides[side].x - BAR / 2, top], [BAR, bottom - top], "solid")];
}
