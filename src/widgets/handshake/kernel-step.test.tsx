import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { type ComparedStep, compareWithKernel } from "#simulator/kernel-comparison";
import { KernelSteps } from "./kernel-step.tsx";

const stepsOf = (trace: string): readonly ComparedStep[] =>
  compareWithKernel(trace, readFileSync(`src/simulator/kernel-traces/${trace}.txt`, "utf8")).steps;
const painted = (steps: readonly ComparedStep[]) =>
  renderToStaticMarkup(<KernelSteps steps={steps} />);
const times = (text: string, part: string) => text.split(part).length - 1;

describe("the kernel's steps beside ours", () => {
  test("say of each result, packet and socket in a word whether it is the same", () => {
    const steps = stepsOf("01-open-data-client-close");
    const html = painted(steps);
    const facts = steps.flatMap((step) => step.facts);
    for (const match of ["same", "close"])
      expect(times(html, `</svg>${match}</span>`)).toBe(
        facts.filter((fact) => fact.match === match).length,
      );
    expect(html).not.toContain("</svg>differs</span>");
    expect(html).toContain("A: connect(10.0.0.2:8080)</code>");
  });

  test("tell the reason of a known difference once, below what it explains", () => {
    const differing = stepsOf("30-timewait-duration").filter(({ facts }) =>
      facts.some(({ match }) => match === "differs"),
    );
    const html = painted(differing);
    expect(times(html, "</svg>differs</span>")).toBe(2);
    expect(times(html, "A known difference.")).toBe(1);
    expect(html.lastIndexOf("</svg>differs</span>")).toBeLessThan(
      html.indexOf("A known difference."),
    );
  });

  test("show what only the kernel's tools print, and say that it is not compared", () => {
    expect(painted(stepsOf("36-invisible-sockets"))).toContain("Not simulated here");
  });

  test("have each cell's owner beside it where they stand below each other", () => {
    const html = painted(stepsOf("07a-syn-lost-once").slice(0, 1));
    expect(times(html, ">Linux 6.18</span>")).toBe(1);
    expect(times(html, ">Here</span>")).toBe(1);
  });
});
