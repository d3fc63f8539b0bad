import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { PointingProvider } from "./pointing.tsx";
import { runOfScenario } from "./run.fixture.ts";
import type { Selection } from "./selection.ts";
import { StateDiagramPanel } from "./state-diagram-panel.tsx";
import { TextLog } from "./text-log.tsx";
import { WhyPanel } from "./why-panel.tsx";

const run = runOfScenario("raw-copy");
const end = run.beats.length;
const nothing = () => {};

const why = (selection: Selection) =>
  renderToStaticMarkup(
    <PointingProvider>
      <WhyPanel
        timeline={run}
        position={end}
        selection={selection}
        numbers="relative"
        onSelect={nothing}
      />
    </PointingProvider>,
  );

const log = (position: number, showsFuture: boolean) =>
  renderToStaticMarkup(
    <TextLog timeline={run} position={position} showsFuture={showsFuture} onGo={nothing} />,
  );

describe("the panel that tells why", () => {
  test("links the paragraphs of its rules", () => {
    const page = why({ kind: "packet", id: 1 });
    expect(page).toContain(
      'href="https://www.rfc-editor.org/rfc/rfc9293.html#section-3.10.7.1" rel="noreferrer"',
    );
    expect(page).toContain('href="https://man7.org/linux/man-pages/man7/raw.7.html"');
  });

  test("of a packet shows the lookup, its numbers and its headers, open where a raw socket has a copy", () => {
    const page = why({ kind: "packet", id: 1 });
    expect(page).toContain("How B&#x27;s kernel finds whom it is for");
    expect(page).toContain("SYN takes 1");
    expect(page).toContain("<details open");
    expect(page).toContain("raw socket, which gets a copy");
  });

  test("of a moment offers nothing to go back to", () => {
    expect(why(null)).not.toContain("Back to this moment");
    expect(why({ kind: "packet", id: 1 })).toContain("Back to this moment");
  });
});

describe("the text log", () => {
  test("marks the moment in which one is", () => {
    expect(log(3, true).match(/aria-current="step"/g)).toHaveLength(1);
  });

  test("tells nothing of what comes while it may not", () => {
    expect(log(end, false)).toContain("A:1234");
    expect(log(3, false)).not.toContain("A:1234");
    expect(log(3, true)).toContain("A:1234");
  });
});

test("no part needs a style of its own", () => {
  const pages = [
    why({ kind: "packet", id: 1 }),
    log(end, true),
    renderToStaticMarkup(<StateDiagramPanel timeline={run} position={end} />),
  ];
  for (const page of pages) expect(page).not.toContain("style=");
});
