/**
 * Three servers on one host, bound to loopback, to one address and to every address, and who reaches each:
 * a program on the host, one in its network, one on the internet. As ip(7) and RFC 1122 §3.2.1.3 have it;
 * the firewall decides about the internet alone, which is the usual case, not the only one.
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

const ORIGINS = ["the internet", "your network", "this host"] as const;

interface Binding {
  /** As the column Local Address prints it. */
  readonly local: readonly string[];
  readonly meaning: string;
  readonly isOpen: boolean;
  /** Which address a program on the host has to ask for. */
  readonly within: string;
}

export const BINDINGS: readonly Binding[] = [
  {
    local: ["127.0.0.1:8080", "[::1]:8080"],
    meaning: "loopback",
    isOpen: false,
    within: "to localhost",
  },
  {
    local: ["192.0.2.10:8080"],
    meaning: "one address",
    isOpen: true,
    within: "to 192.0.2.10",
  },
  {
    local: ["0.0.0.0:8080", "[::]:8080"],
    meaning: "every address",
    isOpen: true,
    within: "to any of them",
  },
];

export const EXPOSURE: FigureDrawings = { narrow: narrow(), wide: wide() };

function wide(): Drawing {
  const [head, pitch, gap] = [46, 128, 34];
  const height = head + BINDINGS.length * pitch;
  const [wall, network, host, server] = [172, 206, 402, 586];
  return {
    width: WIDE_WIDTH,
    height,
    shapes: [
      text(0, 22, "the internet", { face: "strong" }),
      text(wall + 5, 22, "firewall", { anchor: "middle" }),
      text(network + 28, 22, "your network", { face: "strong" }),
      box([host, 0], [WIDE_WIDTH - host, height], "ground"),
      text(host + 14, 22, "this host", { face: "strong" }),
      text(host + 84, 22, "192.0.2.10", { face: "mono" }),
      box([wall, head - 10], [10, height - head + 10], "solid"),
      ...BINDINGS.flatMap((binding, index): readonly Shape[] => {
        const top = head + index * pitch;
        const [internet, lan, within] = [top + 24, top + 24 + gap, top + 24 + 2 * gap];
        const goesTo = binding.isOpen ? server : host - 8;
        const end = binding.isOpen ? "arrow" : "stop";
        const refused = (y: number) =>
          binding.isOpen ? [] : [text(host + 14, y + 5, "refused", { face: "strong" })];
        return [
          ...serverBox(binding, [server, top + 4], [WIDE_WIDTH - server - 10, pitch - 24]),
          line(across(12, wall, internet), { dot: true }),
          line(across(wall + 10, goesTo, internet), { look: "dashed", end }),
          text(network + 28, internet - 8, "if let through"),
          ...refused(internet),
          line(across(network + 32, goesTo, lan), { dot: true, end }),
          ...refused(lan),
          line(across(host + 24, server, within), { dot: true, end: "arrow" }),
          text(host + 34, within - 8, binding.within),
        ];
      }),
    ],
  };
}

function narrow(): Drawing {
  const [pitch, gap] = [170, 44];
  const [server, wall] = [166, 122];
  return {
    width: NARROW_WIDTH,
    height: BINDINGS.length * pitch - 14,
    shapes: BINDINGS.flatMap((binding, index): readonly Shape[] => {
      const top = index * pitch;
      const rows = ORIGINS.map((_, row) => top + 50 + row * gap);
      return [
        ...serverBox(binding, [server, top + 4], [NARROW_WIDTH - server, pitch - 22]),
        ...ORIGINS.flatMap((origin, row): readonly Shape[] => {
          const y = rows[row]!;
          const comes = origin === "this host" || binding.isOpen;
          const end = comes ? "arrow" : "stop";
          const goesTo = comes ? server : server - 9;
          const refused = comes ? [] : [text(104, y - 10, "refused")];
          if (origin !== "the internet")
            return [
              text(0, y - 10, origin, { face: "strong" }),
              ...refused,
              line(across(6, goesTo, y), { dot: true, end }),
            ];
          return [
            text(0, y - 28, origin, { face: "strong" }),
            text(0, y - 10, "past the firewall", { tone: "soft" }),
            ...refused.map((words) => ({ ...words, y: y - 28 })),
            box([wall, y - 22], [8, 32], "solid"),
            line(across(6, wall, y), { dot: true }),
            line(across(wall + 8, goesTo, y), { look: "dashed", end }),
          ];
        }),
      ];
    }),
  };
}

function serverBox(
  { local, meaning }: Binding,
  [x, y]: Point,
  [width, height]: readonly [number, number],
): readonly Shape[] {
  const first = y + height / 2 - 9 * (local.length - 1) - 4;
  return [
    box([x, y], [width, height], "thing"),
    ...local.map((words, index) => text(x + 10, first + 19 * index, words, { face: "mono" })),
    text(x + 10, first + 19 * local.length + 2, meaning, { tone: "soft" }),
  ];
}

function across(from: number, to: number, y: number): readonly Point[] {
  return [
    [from, y],
    [to, y],
  ];
}
