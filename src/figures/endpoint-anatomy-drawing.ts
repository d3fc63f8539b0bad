/**
 * Protocol, address and port of an endpoint, in IPv4 and in IPv6, part above part: the names of the parts
 * stand between the two, and below them what each belongs to. In a URL's manner, as RFC 3986 writes it.
 */
import {
  box,
  type Drawing,
  type FigureDrawings,
  line,
  NARROW_WIDTH,
  type Point,
  type Shape,
  text,
  WIDE_WIDTH,
} from "./drawing.ts";

/** Left edge and width of the three parts, and the middle of the colon. */
interface Columns {
  readonly protocol: readonly [left: number, width: number];
  readonly address: readonly [left: number, width: number];
  readonly port: readonly [left: number, width: number];
  readonly colon: number;
  readonly size: number;
}

const WIDE: Columns = {
  protocol: [64, 96],
  address: [184, 254],
  port: [470, 98],
  colon: 454,
  size: 25,
};
const NARROW: Columns = {
  protocol: [0, 84],
  address: [90, 150],
  port: [252, 68],
  colon: 246,
  size: 16,
};

const ROW = 48;
const NAMES = 70;

const V4 = { version: "IPv4", address: "192.0.2.10" };
const V6 = { version: "IPv6", address: "[2001:db8::10]" };

const PARTS = [
  { part: "protocol", detail: "TCP or UDP" },
  { part: "address", detail: "which host" },
  { part: "port", detail: "0–65535" },
] as const;

export const ENDPOINT_ANATOMY: FigureDrawings = { narrow: narrow(), wide: wide() };

function wide(): Drawing {
  const notes = (y: number, lines: readonly string[]) =>
    lines.map((words, index) => text(590, y + 18 * index, words, { tone: "soft" }));
  return {
    width: WIDE_WIDTH,
    height: 258,
    shapes: [
      text(0, 29, V4.version, { face: "strong" }),
      text(0, ROW + NAMES + 29, V6.version, { face: "strong" }),
      ...anatomy(WIDE, 0, ROW + NAMES),
      ...notes(20, ["one colon, between", "address and port"]),
      ...notes(ROW + NAMES + 11, ["brackets, because the", "address has colons", "of its own"]),
    ],
  };
}

function narrow(): Drawing {
  const [v4, v6] = [24, 24 + ROW + NAMES];
  return {
    width: NARROW_WIDTH,
    height: v6 + ROW + 124,
    shapes: [
      text(0, 14, V4.version, { face: "strong" }),
      text(44, 14, "one colon, between address and port", { tone: "soft" }),
      ...anatomy(NARROW, v4, v6),
      // Left of the outer bracket's upright line.
      text(0, v6 + ROW + 20, V6.version, { face: "strong" }),
      text(0, v6 + ROW + 98, "brackets, because the address has", { tone: "soft" }),
      text(0, v6 + ROW + 116, "colons of its own", { tone: "soft" }),
    ],
  };
}

/** Both endpoints, with their rows' tops at `v4` and `v6`. */
function anatomy(columns: Columns, v4: number, v6: number): readonly Shape[] {
  const { protocol, address, port } = columns;
  const foot = v6 + ROW;
  const [first, middle, last] = [middleOf(protocol), middleOf(address), middleOf(port)];
  const [inner, outer] = [foot + 14, foot + 50];
  return [
    ...endpoint(columns, v4, V4.address),
    ...endpoint(columns, v6, V6.address),
    ...PARTS.flatMap(({ part, detail }) => {
      const x = middleOf(columns[part]);
      return [
        line([at(x, v4 + ROW), at(x, v4 + ROW + 11)], { look: "thin" }),
        text(x, v4 + ROW + 28, part, { face: "strong", anchor: "middle" }),
        text(x, v4 + ROW + 46, detail, { tone: "soft", anchor: "middle" }),
        line([at(x, v6 - 12), at(x, v6)], { look: "thin" }),
      ];
    }),
    line(
      [
        at(address[0] + 6, foot + 4),
        at(address[0] + 6, inner),
        at(address[0] + address[1] - 6, inner),
        at(address[0] + address[1] - 6, foot + 4),
      ],
      { look: "thin" },
    ),
    text(middle, inner + 18, "belongs to the host", { anchor: "middle" }),
    line([at(first, foot + 4), at(first, outer), at(last, outer), at(last, foot + 4)], {
      look: "thin",
    }),
    text(middle, outer + 18, "belong to a socket on that host", { anchor: "middle" }),
  ];
}

function endpoint(columns: Columns, top: number, address: string): readonly Shape[] {
  const { colon, size } = columns;
  const baseline = top + ROW / 2 + size * 0.34;
  const part = ([left, width]: readonly [number, number], words: string, isPort = false) => [
    box([left, top], [width, ROW], isPort ? "system" : "thing"),
    text(left + width / 2, baseline, words, { face: "mono", size, anchor: "middle" }),
  ];
  return [
    ...part(columns.protocol, "TCP"),
    ...part(columns.address, address),
    text(colon, baseline, ":", { face: "mono", size, anchor: "middle" }),
    ...part(columns.port, "443", true),
  ];
}

function middleOf([left, width]: readonly [left: number, width: number]): number {
  return left + width / 2;
}

function at(x: number, y: number): Point {
  return [x, y];
}
