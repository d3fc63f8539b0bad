import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CodeLane } from "./code-lane.tsx";
import { DescriptorsLane } from "./descriptors-lane.tsx";
import { OutputLane } from "./output-lane.tsx";
import { ALL_RUNS, runOfScenario } from "./run.fixture.ts";
import { SocketsLane } from "./sockets-lane.tsx";

const nothing = () => {};

function lanesOf(run: ReturnType<typeof runOfScenario>, position: number, host: string) {
  const place = { timeline: run, position, host };
  return {
    code: renderToStaticMarkup(<CodeLane {...place} language="node" />),
    descriptors: renderToStaticMarkup(<DescriptorsLane {...place} />),
    sockets: renderToStaticMarkup(<SocketsLane {...place} numbers="relative" />),
    output: renderToStaticMarkup(<OutputLane {...place} command="ss -tanp" onCommand={nothing} />),
  };
}

describe("beside the ladder", () => {
  const midway = lanesOf(runOfScenario("full-accept-queue"), 16, "B");

  test("programs and output scroll in regions of their own that the keyboard reaches", () => {
    expect(midway.code).toMatch(/tabindex="0" role="group" aria-label="B&#x27;s program"/i);
    expect(midway.output).toMatch(
      /tabindex="0" role="group" aria-label="Output of ss -tanp on B"/i,
    );
  });

  test("descriptors are a table whose rows have headings", () => {
    expect(midway.descriptors).toContain("<caption");
    expect(midway.descriptors).toMatch(/<th scope="row"[^>]*>3<\/th>/);
  });

  test("a queue that is full says so in a word", () => {
    expect(midway.sockets).toMatch(/2 of 2<strong[^>]*>full/);
  });

  test("the moment of a line is told to those who do not see it", () => {
    const waiting = lanesOf(runOfScenario("full-accept-queue"), 6, "A").code;
    expect(waiting).toMatch(/<li aria-current="step".*waits<\/strong>/);
  });

  test("an empty table is told in a sentence below its heading", () => {
    const { output } = lanesOf(runOfScenario("open-and-close"), 0, "A");
    expect(output).toContain("Local Address:Port");
    expect(output).toContain("No sockets to show.");
  });

  test("a command that is not known is answered in the output's place", () => {
    const output = renderToStaticMarkup(
      <OutputLane
        timeline={runOfScenario("open-and-close")}
        position={3}
        host="A"
        command="nmap"
        onCommand={nothing}
      />,
    );
    expect(output).toContain("This host has ss, netstat and lsof.");
    expect(output).toContain('value="nmap"');
  });
});

test.each(ALL_RUNS)("the lanes of %s hold no inline styles", (_, run) => {
  const timeline = run();
  const positions = [0, Math.floor(timeline.beats.length / 2), timeline.beats.length];
  for (const host of Object.keys(timeline.first.hosts))
    for (const position of positions)
      expect(Object.values(lanesOf(timeline, position, host)).join("")).not.toContain("style=");
});
