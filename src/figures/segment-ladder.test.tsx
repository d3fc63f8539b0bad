import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ladderOf } from "#simulator/ladder-of";
import { planOf } from "#simulator/plan";
import { SCENARIOS } from "#simulator/scenarios";
import { parseSimulation } from "#simulator/simulation-file";
import { unfold } from "#simulator/unfold";
import { SegmentLadder } from "./segment-ladder.tsx";

const parsed = parseSimulation(SCENARIOS.find(({ id }) => id === "open-and-close")?.simulation);
if (parsed.type === "error") throw new Error(parsed.message);
const run = unfold(planOf(parsed.file));
const ladder = ladderOf(run, null);

const html = (props: Partial<Parameters<typeof SegmentLadder>[0]>) =>
  renderToStaticMarkup(<SegmentLadder ladder={ladder} position={0} label="Packets" {...props} />);

const onSelect = () => {};
const count = (markup: string, pattern: RegExp) => markup.match(pattern)?.length ?? 0;

test("only packets that have been sent can be chosen, one of them by the tab key", () => {
  const sent = run.packets.findIndex(({ sentIn }) => sentIn >= 12);
  expect(count(html({ onSelect }), /role="button"/g)).toBe(0);
  const markup = html({ position: 12, onSelect });
  expect(count(markup, /role="button"/g)).toBe(3 * sent);
  expect(count(markup, /tabindex="0"/g)).toBe(3);
});

test("a packet says in words what became of it", () => {
  expect(html({ position: run.beats.length, onSelect })).toContain(
    'aria-label="A sends SYN to B, seq 0; it arrives 20 ms later."',
  );
});

test("nothing can be chosen where nobody asks what was", () => {
  expect(html({ position: run.beats.length })).not.toContain('role="button"');
});

test("what is to come is covered, and shows through where it is wanted", () => {
  expect(count(html({}), /fill-opacity="1"/g)).toBe(3);
  expect(count(html({ showsFuture: true }), /fill-opacity="0.72"/g)).toBe(3);
});

test("the words go as far as the position", () => {
  expect(html({ hasWords: true })).not.toContain("A sends SYN");
  expect(html({ hasWords: true, position: run.beats.length })).toContain("<li>A sends SYN");
});

test("holds nothing that the policy blocks", () => {
  expect(html({ position: 9, onSelect, showsFuture: true })).not.toMatch(/ style=|<style/);
});
