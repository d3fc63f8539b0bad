import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { TCP_TRANSITIONS } from "#net/tcp-transitions";
import { StateDiagram } from "./state-diagram.tsx";

const html = (props: Parameters<typeof StateDiagram>[0]) =>
  renderToStaticMarkup(<StateDiagram {...props} />);

/** The drawings alone, upright and wide. */
const drawings = (markup: string) =>
  markup.match(/<svg viewBox="-2[^>]*>.*?<\/svg>(?=<svg viewBox="-2|<div)/gs) ?? [];

test("a lit state says so in words, in both drawings and beside them", () => {
  const markup = html({ state: "TIME-WAIT" });
  expect(markup).toContain(">you are here: TIME-WAIT. <");
  expect(drawings(markup)).toHaveLength(2);
  for (const drawing of drawings(markup))
    expect(drawing.match(/>you are here<\/text>/g)).toHaveLength(1);
});

test("two hosts in one state share its box", () => {
  const markup = html({
    positions: [
      { label: "client", state: "ESTABLISHED" },
      { label: "server", state: "ESTABLISHED" },
    ],
  });
  expect(markup.match(/>client, server<\/text>/g)).toHaveLength(2);
});

test("CLOSED is lit at the top before a connection, and at the foot after it", () => {
  const lit = (visited: Parameters<typeof StateDiagram>[0]["visited"]) =>
    drawings(html({ state: "CLOSED", ...(visited && { visited }) })).map(
      (drawing) => /y="([\d.]+)"[^>]*>you are here/.exec(drawing)?.[1],
    );
  expect(lit(undefined)).toEqual(["38", "38"]);
  expect(lit(["SYN-SENT>CLOSED"])).toEqual(["38", "38"]);
  expect(lit(["LAST-ACK>CLOSED"])).toEqual(["714", "608"]);
});

test("what can come next is accented; after the end nothing is", () => {
  const accented = (props: Parameters<typeof StateDiagram>[0]) =>
    drawings(html(props)).map((drawing) => drawing.match(/<path [^>]*fill-accent/g)?.length ?? 0);
  expect(accented({ state: "ESTABLISHED" })).toEqual([2, 2]);
  expect(accented({ state: "CLOSED" })).toEqual([2, 2]);
  expect(accented({ state: "CLOSED", visited: ["TIME-WAIT>CLOSED"] })).toEqual([0, 0]);
});

test("every way stands in words too", () => {
  expect(html({}).match(/<li>[A-Z0-9-]+ to /g)).toHaveLength(TCP_TRANSITIONS.length);
});

test("holds nothing that the policy blocks", () => {
  expect(html({ state: "LISTEN", visited: ["CLOSED>LISTEN"] })).not.toMatch(/ style=|<style/);
});
