import { describe, expect, test } from "vitest";
import type { Ladder } from "#simulator/ladder";
import { ladderOf } from "#simulator/ladder-of";
import { planOf } from "#simulator/plan";
import { SCENARIOS } from "#simulator/scenarios";
import { parseSimulation } from "#simulator/simulation-file";
import { unfold } from "#simulator/unfold";
import { type Box, boundsOf, overlap } from "./ladder-boxes.ts";
import { type LadderGeometry, layOut } from "./ladder-geometry.ts";

const WIDTHS = [320, 440, 480, 640, 720, 1100];

function laddersOf(id: string): readonly (readonly [name: string, ladder: Ladder])[] {
  const parsed = parseSimulation(SCENARIOS.find((each) => each.id === id)?.simulation);
  if (parsed.type === "error") throw new Error(parsed.message);
  const plan = planOf(parsed.file);
  const run = unfold(plan);
  const packet = run.packets[1]?.id ?? run.packets[0]?.id;
  if (packet === undefined) return [["as written", ladderOf(run, null)]];
  const lost = unfold({ ...plan, touches: [{ packet, fate: { kind: "drop" } }] });
  const late = unfold({ ...plan, touches: [{ packet, fate: { kind: "delay", by: 300_000 } }] });
  return [
    ["as written", ladderOf(run, null)],
    ["with a loss", ladderOf(lost, run)],
    ["with a delay", ladderOf(late, run)],
  ];
}

interface Text {
  readonly text: string;
  readonly box: Box;
}

function textsOf({ arrows, marks, waits, heads }: LadderGeometry): readonly Text[] {
  return [...arrows.flatMap(({ label }) => label.lines), ...marks, ...waits, ...heads].map(
    ({ runs, box }) => ({ text: runs.map(({ text }) => text).join(" "), box }),
  );
}

function clashes(texts: readonly Text[]): readonly string[] {
  const sorted = texts
    .map((each) => ({ ...each, ...boundsOf(each.box) }))
    .toSorted((one, other) => one.top - other.top);
  return sorted.flatMap((one, index) => {
    const found: string[] = [];
    for (const other of sorted.slice(index + 1)) {
      if (other.top > one.bottom) break;
      if (overlap(one.box, other.box)) found.push(`${one.text} / ${other.text}`);
    }
    return found;
  });
}

describe.each(SCENARIOS.map(({ id }) => id))("%s", (id) => {
  describe.each(laddersOf(id))("%s", (_, ladder) => {
    const drawings = WIDTHS.flatMap((width) =>
      (["relative", "wire"] as const).map((numbers) => layOut(ladder, { width, numbers })),
    );

    test("no text lies on another, and all are inside the drawing", () => {
      for (const geometry of drawings) {
        const texts = textsOf(geometry);
        expect(clashes(texts)).toEqual([]);
        for (const { text, box } of texts) {
          const { left, right, top, bottom } = boundsOf(box);
          expect([text, left >= 0, top >= 0]).toEqual([text, true, true]);
          expect([text, right <= geometry.width, bottom <= geometry.height]).toEqual([
            text,
            true,
            true,
          ]);
        }
      }
    });

    test("time goes downwards, and each position is seen further down than the one before", () => {
      for (const { rows, reach, arrows } of drawings) {
        expect(rows.every(({ top }, row) => row === 0 || top === rows[row - 1]!.bottom)).toBe(true);
        expect(reach.every((down, at) => at === 0 || down > reach[at - 1]!)).toBe(true);
        expect(arrows.filter(({ from, to }) => to[1] <= from[1])).toEqual([]);
      }
    });

    test("no two arrows coincide", () => {
      for (const { arrows } of drawings) {
        const lines = arrows.map(({ from, to }) => `${from.join()} ${to.join()}`);
        expect(new Set(lines).size).toBe(lines.length);
      }
    });
  });
});
