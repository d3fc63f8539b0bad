/**
 * Four segments reach a host that has a listener and two of its connections, and each finds its socket, in
 * the order of RFC 9293 §3.10.7 as Linux searches: a connection with the same four values, a listener, nobody.
 */
import type { StatePhase } from "#net/tcp-state";
import {
  arrow,
  box,
  type Drawing,
  type FigureDrawings,
  line,
  NARROW_WIDTH,
  type Point,
  type Shape,
  state,
  text,
  WIDE_WIDTH,
} from "./drawing.ts";

interface Arrival {
  /** What the segment carries. */
  readonly carries: string;
  readonly from: string;
  readonly to: string;
  /** At which question the search ends: 1, 2 or, where nobody is found, 3. */
  readonly ends: 1 | 2 | 3;
  readonly found: Found;
}

interface Found {
  readonly state: readonly [phase: StatePhase, name: string] | null;
  readonly lines: readonly (readonly [label: string, value: string])[];
  /** What becomes of it there. */
  readonly note: string;
}

const HERE = "192.0.2.10:8080";

const connection = (peer: string): Found => ({
  state: ["established", "ESTAB"],
  lines: [
    ["peer", peer],
    ["local", HERE],
  ],
  note: "the data is for this socket",
});

export const ARRIVALS: readonly Arrival[] = [
  {
    carries: "data",
    from: "192.0.2.20:46356",
    to: HERE,
    ends: 1,
    found: connection("192.0.2.20:46356"),
  },
  {
    carries: "data",
    from: "192.0.2.30:46356",
    to: HERE,
    ends: 1,
    found: connection("192.0.2.30:46356"),
  },
  {
    carries: "SYN",
    from: "192.0.2.20:46362",
    to: HERE,
    ends: 2,
    found: {
      state: ["listening", "LISTEN"],
      lines: [
        ["peer", "any"],
        ["local", "*:8080"],
      ],
      note: "a new connection",
    },
  },
  {
    carries: "SYN",
    from: "192.0.2.20:46360",
    to: "192.0.2.10:9999",
    ends: 3,
    found: { state: null, lines: [], note: "a reset goes back" },
  },
];

const QUESTIONS = {
  wide: [
    ["Is there a connection", "with these four values?"],
    ["Is there a listener", "on this port?"],
    ["Then nobody", "is here."],
  ],
  narrow: ["A connection with these 4 values?", "A listener on this port?", "Then nobody is here."],
} as const;

const CARD = { width: 204, height: 70 };

export const DEMULTIPLEXING: FigureDrawings = { narrow: narrow(), wide: wide() };

function wide(): Drawing {
  const gates = [
    { left: 226, width: 216 },
    { left: 454, width: 160 },
    { left: 628, width: 132 },
  ] as const;
  const [head, pitch] = [62, 106];
  const height = head + ARRIVALS.length * pitch - 18;
  return {
    width: WIDE_WIDTH,
    height,
    shapes: [
      text(0, 26, "A segment arrives", { face: "strong" }),
      ...gates.flatMap(({ left, width }, gate) => [
        box([left, 0], [width, height], "ground"),
        text(left + 12, 26, String(gate + 1), { face: "strong" }),
        ...QUESTIONS.wide[gate]!.map((words, index) => text(left + 28, 26 + 18 * index, words)),
      ]),
      ...ARRIVALS.flatMap((arrival, index): readonly Shape[] => {
        const top = head + index * pitch;
        const { left, width } = gates[arrival.ends - 1]!;
        const middle = top + CARD.height / 2;
        const isReset = arrival.ends === 3;
        return [
          ...card(arrival, [0, top]),
          arrow([CARD.width, middle], [left + 8, middle]),
          ...gates
            .slice(0, arrival.ends - 1)
            .map(({ left, width }) =>
              text(left + width / 2, middle - 8, "no", { anchor: "middle" }),
            ),
          ...(isReset
            ? [
                ...resetBox([left + 8, top], [width - 16, CARD.height]),
                line(
                  [
                    [left + 8, middle + 22],
                    [CARD.width, middle + 22],
                  ],
                  { look: "dashed", end: "arrow" },
                ),
              ]
            : socket(arrival.found, [left + 8, top], width - 16)),
          ...(isReset
            ? []
            : [text(left + 10, top + CARD.height + 18, arrival.found.note, { tone: "soft" })]),
        ];
      }),
    ],
  };
}

function narrow(): Drawing {
  const [head, pitch, indent] = [96, 196, 100];
  return {
    width: NARROW_WIDTH,
    height: head + ARRIVALS.length * pitch - 12,
    shapes: [
      box([0, 0], [NARROW_WIDTH, 78], "ground"),
      ...QUESTIONS.narrow.flatMap((words, index) => [
        text(12, 22 + 21 * index, String(index + 1), { face: "strong" }),
        text(28, 22 + 21 * index, words),
      ]),
      ...ARRIVALS.flatMap((arrival, index): readonly Shape[] => {
        const top = head + index * pitch;
        const below = top + CARD.height + 20;
        const middle = below + CARD.height / 2;
        return [
          ...card(arrival, [0, top]),
          ...answers(arrival).map((words, row) =>
            text(CARD.width + 14, top + 18 + 21 * row, words, {
              face: row === arrival.ends - 1 ? "strong" : "sans",
            }),
          ),
          arrow([30, top + CARD.height], [30, middle], [indent, middle]),
          ...(arrival.ends === 3
            ? resetBox([indent, below], [CARD.width, CARD.height])
            : [
                ...socket(arrival.found, [indent, below], CARD.width),
                text(indent + 2, below + CARD.height + 18, arrival.found.note, { tone: "soft" }),
              ]),
        ];
      }),
    ],
  };
}

/** "1 no", "2 yes". */
export function answers({ ends }: Arrival): readonly string[] {
  return ["1 no", "2 no", "3 nobody"]
    .map((no, index) => (index === ends - 1 && ends < 3 ? `${ends} yes` : no))
    .slice(0, ends);
}

function card({ carries, from, to }: Arrival, [x, y]: Point): readonly Shape[] {
  return [
    box([x, y], [CARD.width, CARD.height], "thing"),
    text(x + 10, y + 20, carries, { face: "strong" }),
    ...pair("from", from, x + 10, y + 41),
    ...pair("to", to, x + 10, y + 60),
  ];
}

function socket(found: Found, [x, y]: Point, width: number): readonly Shape[] {
  return [
    box([x, y], [width, CARD.height], "thing"),
    ...(found.state === null ? [] : state(x + 9, y + 21, ...found.state)),
    ...found.lines.flatMap(([label, value], index) =>
      pair(label, value, x + 9, y + 41 + 19 * index),
    ),
  ];
}

function resetBox([x, y]: Point, size: readonly [number, number]): readonly Shape[] {
  return [
    box([x, y], size, "place"),
    text(x + 10, y + 29, "RST", { face: "mono" }),
    text(x + 10, y + 49, "a reset", { tone: "soft" }),
  ];
}

function pair(label: string, value: string, x: number, y: number): readonly Shape[] {
  return [text(x, y, label, { tone: "soft" }), text(x + 38, y, value, { face: "mono" })];
}
