import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { ApiLadder } from "./api-ladder.tsx";
import { API_LADDERS } from "./api-ladder-drawing.ts";
import { Demultiplexing } from "./demultiplexing.tsx";
import { DEMULTIPLEXING } from "./demultiplexing-drawing.ts";
import { type FigureDrawings, NARROW_WIDTH, WIDE_FROM, WIDE_WIDTH } from "./drawing.ts";
import { faultsIn, leastText, wordsIn } from "./drawing-faults.fixture.ts";
import { EndpointAnatomy } from "./endpoint-anatomy.tsx";
import { ENDPOINT_ANATOMY } from "./endpoint-anatomy-drawing.ts";
import { Exposure } from "./exposure.tsx";
import { EXPOSURE } from "./exposure-drawing.ts";
import { ListenerQueues } from "./listener-queues.tsx";
import { listenerQueues } from "./listener-queues-drawing.ts";

const FIGURES: readonly [name: string, drawings: FigureDrawings, figure: () => ReactElement][] = [
  ["the endpoint's anatomy", ENDPOINT_ANATOMY, () => <EndpointAnatomy />],
  ["demultiplexing", DEMULTIPLEXING, () => <Demultiplexing />],
  ["the calls of stream sockets", API_LADDERS.stream, () => <ApiLadder sockets="stream" />],
  ["the calls of datagram sockets", API_LADDERS.datagram, () => <ApiLadder sockets="datagram" />],
  ["a listener's queues", listenerQueues(2), () => <ListenerQueues />],
  ["exposure", EXPOSURE, () => <Exposure />],
];

const spoken = (words: string) => words.toLowerCase().replaceAll(/\s+/g, " ");

describe.each(FIGURES)("%s", (_, { narrow, wide }, figure) => {
  const html = renderToStaticMarkup(figure());
  const inWords = spoken(
    [...html.matchAll(/<li>(.*?)<\/li>/gs)].map(([, sentence]) => sentence).join(" "),
  );

  test.each([
    ["narrow", narrow],
    ["wide", wide],
  ])("lays no text over anything, and nothing outside, drawn %s", (_, drawing) => {
    expect(faultsIn(drawing)).toEqual([]);
  });

  test("is drawn as wide as its place, and no letter is below 12 px", () => {
    expect(narrow.width).toBe(NARROW_WIDTH);
    expect(wide.width).toBe(WIDE_WIDTH);
    expect(leastText(narrow, 288)).toBeGreaterThanOrEqual(12);
    expect(leastText(wide, WIDE_FROM)).toBeGreaterThanOrEqual(12);
  });

  test.each([
    ["narrow", narrow],
    ["wide", wide],
  ])("says in words what the drawing says, drawn %s", (_, drawing) => {
    const unsaid = wordsIn(drawing)
      .flatMap((words) => spoken(words).match(/[a-z0-9][a-z0-9.:*-]*/g) ?? [])
      .filter((word) => !inWords.includes(word));
    expect(unsaid).toEqual([]);
  });

  test("holds nothing that the policy blocks", () => {
    expect(html).not.toMatch(/ style=|<style/);
  });
});
