/**
 * Where the state diagram's things stand, twice: upright for a narrow column, wide for a page. The order
 * is that of RFC 9293's Figure 5: opening on top, closing below, the side that closes first on the left,
 * CLOSED drawn a second time where connections end. Arrows run level or upright and are bent at right
 * angles. No label lies on a state, an arrow or another label: a test holds the two to that.
 */
import type { TcpState } from "#net/tcp-state";
import type { TransitionId } from "#net/tcp-transitions";

export type Point = readonly [x: number, y: number];

export interface DiagramNode {
  readonly state: TcpState;
  /** The middle, in the drawing's own units, as all lengths here. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Where connections end: CLOSED again. */
  readonly isEnd: boolean;
}

export interface LabelPlace {
  readonly x: number;
  readonly anchor: "start" | "middle" | "end";
  /** The first baseline of the event. */
  readonly y: number;
  /** The first baseline of the action, where it does not follow the event. */
  readonly actionY?: number;
  /** Whether the event takes two lines, broken before "of". */
  readonly isNarrow?: true;
}

export interface DiagramEdge {
  readonly id: TransitionId;
  /** "90,44 90,130": from the border of one state to that of the next; each stretch is level or upright. */
  readonly way: string;
  readonly label: LabelPlace;
}

export interface StateDiagramLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

export const NODE_HEIGHT = 40;
/** State names and labels are set in this size. */
export const LABEL_SIZE = 13;
export const LINE_PITCH = 15;

/** A mark of 12 and a name in the monospaced face, with room around. */
function node(state: TcpState, x: number, y: number, isEnd = false): DiagramNode {
  return { state, x, y, width: 2 * Math.ceil(state.length * 4.16) + 38, isEnd };
}

export function pointsOf({ way }: DiagramEdge): readonly Point[] {
  return way.split(" ").map((point): Point => {
    const [x = 0, y = 0] = point.split(",").map(Number);
    return [x, y];
  });
}

function edge(id: TransitionId, way: string, label: LabelPlace): DiagramEdge {
  return { id, way, label };
}

/** Beside an upright stretch. */
const left = (x: number, y: number): LabelPlace => ({ x: x - 6, y, anchor: "end" });
const right = (x: number, y: number): LabelPlace => ({ x: x + 6, y, anchor: "start" });
/** On both sides of a level stretch at `y`: the event above, the action below. */
const astride = (x: number, y: number): LabelPlace => ({
  x,
  y: y - 6,
  actionY: y + 15,
  anchor: "middle",
});

export const UPRIGHT: StateDiagramLayout = {
  width: 344,
  height: 724,
  nodes: [
    // As wide as what it leads to.
    { ...node("CLOSED", 176, 24), width: 200 },
    node("LISTEN", 110, 150),
    node("SYN-SENT", 265, 150),
    node("SYN-RECEIVED", 75, 262),
    node("ESTABLISHED", 240, 350),
    node("FIN-WAIT-1", 67, 440),
    node("CLOSE-WAIT", 270, 440),
    node("FIN-WAIT-2", 67, 540),
    node("LAST-ACK", 278, 540),
    node("CLOSING", 160, 600),
    node("TIME-WAIT", 75, 700),
    node("CLOSED", 300, 700, true),
  ],
  edges: [
    edge("CLOSED>LISTEN", "106,44 106,130", left(106, 80)),
    edge("LISTEN>CLOSED", "130,130 130,44", right(130, 68)),
    edge("SYN-SENT>CLOSED", "228,130 228,44", left(228, 104)),
    edge("CLOSED>SYN-SENT", "250,44 250,130", right(250, 74)),
    edge("LISTEN>SYN-SENT", "154,150 212,150", astride(183, 150)),
    edge("SYN-RECEIVED>LISTEN", "92,242 92,170", left(92, 210)),
    edge("LISTEN>SYN-RECEIVED", "126,170 126,242", right(126, 196)),
    edge("SYN-SENT>SYN-RECEIVED", "242,170 242,254 144,254", left(242, 230)),
    edge("SYN-SENT>ESTABLISHED", "294,170 294,330", left(294, 288)),
    edge("SYN-RECEIVED>ESTABLISHED", "144,270 184,270 184,330", left(184, 310)),
    edge("SYN-RECEIVED>FIN-WAIT-1", "40,282 40,420", right(40, 348)),
    edge("ESTABLISHED>FIN-WAIT-1", "175,350 104,350 104,420", right(104, 380)),
    edge("ESTABLISHED>CLOSE-WAIT", "264,370 264,420", right(264, 392)),
    edge("FIN-WAIT-1>FIN-WAIT-2", "40,460 40,520", right(40, 494)),
    edge("FIN-WAIT-1>CLOSING", "128,440 170,440 170,580", right(170, 494)),
    edge("CLOSE-WAIT>LAST-ACK", "272,460 272,520", right(272, 486)),
    edge("FIN-WAIT-2>TIME-WAIT", "40,560 40,680", right(40, 614)),
    edge("CLOSING>TIME-WAIT", "122,620 122,680", right(122, 654)),
    edge("TIME-WAIT>CLOSED", "132,700 256,700", astride(194, 700)),
    edge("LAST-ACK>CLOSED", "278,560 278,680", { ...right(278, 612), isNarrow: true }),
  ],
};

export const WIDE: StateDiagramLayout = {
  width: 640,
  height: 620,
  nodes: [
    node("CLOSED", 320, 24),
    node("LISTEN", 320, 124),
    node("SYN-RECEIVED", 95, 214),
    node("SYN-SENT", 520, 214),
    node("ESTABLISHED", 320, 304),
    node("FIN-WAIT-1", 95, 394),
    node("CLOSE-WAIT", 520, 394),
    node("FIN-WAIT-2", 95, 494),
    node("CLOSING", 320, 494),
    node("LAST-ACK", 520, 494),
    node("TIME-WAIT", 312, 594),
    node("CLOSED", 526, 594, true),
  ],
  edges: [
    edge("CLOSED>LISTEN", "304,44 304,104", left(304, 72)),
    edge("LISTEN>CLOSED", "336,104 336,44", right(336, 72)),
    edge("SYN-SENT>CLOSED", "504,194 504,32 364,32", left(504, 72)),
    edge("CLOSED>SYN-SENT", "364,16 540,16 540,194", right(540, 72)),
    edge("LISTEN>SYN-SENT", "364,124 436,124 436,206 467,206", left(436, 156)),
    edge("SYN-RECEIVED>LISTEN", "70,194 70,116 276,116", left(70, 158)),
    edge("LISTEN>SYN-RECEIVED", "276,132 114,132 114,194", right(114, 158)),
    edge("SYN-SENT>SYN-RECEIVED", "467,222 164,222", astride(320, 222)),
    edge("SYN-RECEIVED>ESTABLISHED", "130,234 130,304 255,304", astride(192, 304)),
    edge("SYN-SENT>ESTABLISHED", "520,234 520,304 385,304", astride(452, 304)),
    edge("SYN-RECEIVED>FIN-WAIT-1", "60,234 60,374", right(60, 330)),
    edge("ESTABLISHED>FIN-WAIT-1", "290,324 290,386 156,386", left(290, 356)),
    edge("ESTABLISHED>CLOSE-WAIT", "350,324 350,394 459,394", right(350, 356)),
    edge("FIN-WAIT-1>FIN-WAIT-2", "80,414 80,474", right(80, 448)),
    edge("FIN-WAIT-1>CLOSING", "156,402 320,402 320,474", right(320, 434)),
    edge("CLOSE-WAIT>LAST-ACK", "520,414 520,474", right(520, 440)),
    edge("FIN-WAIT-2>TIME-WAIT", "95,514 95,594 255,594", astride(176, 594)),
    edge("CLOSING>TIME-WAIT", "320,514 320,574", right(320, 548)),
    edge("TIME-WAIT>CLOSED", "369,594 482,594", astride(426, 594)),
    edge("LAST-ACK>CLOSED", "520,514 520,574", right(520, 548)),
  ],
};
