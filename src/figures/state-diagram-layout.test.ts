import { describe, expect, test } from "vitest";
import { TCP_STATES } from "#net/tcp-state";
import { TCP_TRANSITIONS } from "#net/tcp-transitions";
import { labelLines, lineWidth } from "./state-diagram-labels.ts";
import {
  type DiagramEdge,
  type DiagramNode,
  LABEL_SIZE,
  NODE_HEIGHT,
  pointsOf,
  type StateDiagramLayout,
  UPRIGHT,
  WIDE,
} from "./state-diagram-layout.ts";

interface Box {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const meet = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const nodeBox = ({ state, x, y, width, isEnd }: DiagramNode): Box => ({
  name: isEnd ? `${state} (end)` : state,
  left: x - width / 2,
  right: x + width / 2,
  top: y - NODE_HEIGHT / 2,
  bottom: y + NODE_HEIGHT / 2,
});

function labelBoxes({ id, label }: DiagramEdge): Box[] {
  const transition = TCP_TRANSITIONS.find((each) => each.id === id)!;
  return labelLines(transition, label).map((line) => {
    const width = lineWidth(line);
    const left =
      label.anchor === "start"
        ? label.x
        : label.anchor === "end"
          ? label.x - width
          : label.x - width / 2;
    const top = line.y - LABEL_SIZE * 0.75;
    const bottom = line.y + LABEL_SIZE * 0.22;
    return { name: `“${line.text}” of ${id}`, left, right: left + width, top, bottom };
  });
}

/** Each stretch as a box `thick` wide. */
function stretches(edge: DiagramEdge, thick = 3): Box[] {
  const points = pointsOf(edge);
  return points.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = points[index]!;
    const [across, down] = x === fromX ? [thick / 2, 0] : [0, thick / 2];
    return {
      name: edge.id,
      left: Math.min(x, fromX) - across,
      right: Math.max(x, fromX) + across,
      top: Math.min(y, fromY) - down,
      bottom: Math.max(y, fromY) + down,
    };
  });
}

function collisions(as: readonly Box[], bs: readonly Box[]): string[] {
  return as.flatMap((a, index) =>
    (as === bs ? bs.slice(index + 1) : bs)
      .filter((b) => meet(a, b))
      .map((b) => `${a.name} lies on ${b.name}`),
  );
}

describe.each<[string, StateDiagramLayout]>([
  ["upright", UPRIGHT],
  ["wide", WIDE],
])("the %s drawing", (_, { width, height, nodes, edges }) => {
  const nodeBoxes = nodes.map(nodeBox);
  const labels = edges.flatMap(labelBoxes);

  test("has every state, CLOSED at both ends, and every transition once", () => {
    expect(nodes.map(({ state }) => state).toSorted()).toEqual(
      [...TCP_STATES, "CLOSED"].toSorted(),
    );
    expect(edges.map(({ id }) => id).toSorted()).toEqual(
      TCP_TRANSITIONS.map(({ id }) => id).toSorted(),
    );
  });

  test("keeps everything inside its frame", () => {
    const outside = [...nodeBoxes, ...labels].filter(
      (box) => box.left < 0 || box.right > width || box.top < 0 || box.bottom > height,
    );
    expect(outside).toEqual([]);
  });

  test("lays no label on a state, an arrow or another label", () => {
    expect(collisions(labels, nodeBoxes)).toEqual([]);
    expect(
      collisions(
        labels,
        edges.flatMap((edge) => stretches(edge)),
      ),
    ).toEqual([]);
    expect(collisions(labels, labels)).toEqual([]);
    expect(collisions(nodeBoxes, nodeBoxes)).toEqual([]);
  });

  test.each(edges.map((edge) => [edge.id, edge] as const))(
    "%s runs level or upright, from border to border, through no other state and over no other arrow",
    (id, edge) => {
      const transition = TCP_TRANSITIONS.find((each) => each.id === id)!;
      const touches = ([x, y]: readonly [number, number]) =>
        nodeBoxes
          .filter((box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom)
          .map(({ name }) => name.replace(" (end)", ""));
      const points = pointsOf(edge);
      expect(touches(points[0]!)).toEqual([transition.from]);
      expect(touches(points.at(-1)!)).toEqual([transition.to]);
      const slanted = points.filter(([x, y], index) => {
        const [beforeX, beforeY] = points[index - 1] ?? [x, y];
        return x !== beforeX && y !== beforeY;
      });
      expect(slanted).toEqual([]);
      expect(collisions(stretches(edge), nodeBoxes)).toEqual([]);
      const others = edges.filter((other) => other !== edge);
      expect(
        collisions(
          stretches(edge),
          others.flatMap((other) => stretches(other)),
        ),
      ).toEqual([]);
    },
  );
});
