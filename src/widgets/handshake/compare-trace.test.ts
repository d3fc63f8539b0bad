import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import { SCENARIOS } from "#simulator/scenarios";
import { compareTrace } from "./compare-trace.ts";
import { recordedTrace } from "./recorded-traces.ts";

const TRACE = "06-connection-refused";
const text = readFileSync(`src/simulator/kernel-traces/${TRACE}.txt`, "utf8");
const serve = (answer: () => Response) => {
  const fetched = vi.fn<typeof fetch>(async () => answer());
  vi.stubGlobal("fetch", fetched);
  return fetched;
};

afterEach(() => vi.unstubAllGlobals());

describe("a recorded trace", () => {
  test("is served for every scenario that names one", async () => {
    const fetched = serve(() => new Response("read"));
    const traces = SCENARIOS.flatMap(({ trace }) => trace ?? []);
    for (const trace of traces) expect(await recordedTrace(trace, false)).toBe("read");
    expect(fetched.mock.calls.map(([address]) => String(address).split("/").at(-1))).toEqual(
      traces.map((trace) => expect.stringContaining(trace)),
    );
  });

  test("is compared as it was served", async () => {
    serve(() => new Response(text));
    const { inWords } = await compareTrace(TRACE, false);
    expect(inWords).toBe("10 steps, 4 packets: all the same.");
  });

  test("is asked for afresh after a failure", async () => {
    serve(() => new Response("gone", { status: 503 }));
    await expect(compareTrace(TRACE, false)).rejects.toThrow("503");
    const fetched = serve(() => new Response(text));
    await compareTrace(TRACE, true);
    expect(fetched).toHaveBeenCalledWith(expect.anything(), { cache: "reload" });
  });

  test("that is not there is not asked for", async () => {
    const fetched = serve(() => new Response(text));
    await expect(recordedTrace("99-none", false)).rejects.toThrow("There is no trace 99-none");
    expect(fetched).not.toHaveBeenCalled();
  });
});
