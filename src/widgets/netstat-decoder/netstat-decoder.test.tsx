import { prerender } from "react-dom/static";
import { MemoryRouter } from "react-router";
import { describe, expect, test } from "vitest";
import { SAMPLES, loadCapture } from "#curriculum/captures";
import { SYSTEM_COMMANDS } from "#netstat/commands";
import { NetstatDecoder } from "./netstat-decoder.tsx";

async function html(props: Parameters<typeof NetstatDecoder>[0]): Promise<string> {
  const { prelude } = await prerender(
    <MemoryRouter>
      <NetstatDecoder {...props} />
    </MemoryRouter>,
    { progressiveChunkSize: Number.POSITIVE_INFINITY },
  );
  return new Response(prelude).text();
}

describe("the prerendered decoder", () => {
  test("offers a field, each system's command and the samples before anything is pasted", async () => {
    const page = await html({});
    expect(page).toContain("<textarea");
    for (const { system, commands } of SYSTEM_COMMANDS) {
      expect(page).toContain(system);
      expect(page).toContain(commands[0].command);
    }
    for (const { label } of SAMPLES) expect(page).toContain(label);
  });

  test("shows a lesson's listing as a grid with one tab stop, the field folded away", async () => {
    const page = await html({
      listing:
        "\ntcp   LISTEN 0      511        127.0.0.1:6379      0.0.0.0:*\ntcp   LISTEN 0 128 0.0.0.0:22 0.0.0.0:*\n",
    });
    expect(page.indexOf("<textarea")).toBeGreaterThan(page.indexOf("<details"));
    expect(page).not.toContain("<details open");
    const grid = page.slice(page.indexOf('role="grid"'), page.indexOf("in words"));
    expect(grid.match(/data-cell="\d+" tabindex="0"/gi)).toHaveLength(1);
    expect(page).toContain("only programs on this machine can reach it");
  });

  test("shows a capture by its name", async () => {
    expect(await html({ capture: "linux-ss-tunap.txt" })).toContain("redis-server");
  });

  test("writes no inline style, whatever it shows", async () => {
    const pages = await Promise.all(
      SAMPLES.map(({ file }) => html({ capture: file, compact: false })),
    );
    for (const page of pages) expect(page).not.toMatch(/\sstyle=/);
  });

  test("writes markup in a listing as text", async () => {
    const page = await html({
      listing: "tcp 0 0 192.0.2.10:22 0.0.0.0:* LISTEN 7/<script>alert(1)</script>",
    });
    expect(page).not.toContain("<script>alert");
    expect(page).toContain("&lt;script&gt;");
  });
});

describe("the samples", () => {
  test.each(SAMPLES.map((sample) => [sample.file, sample] as const))(
    "%s is there, with its origin told",
    async (file, { origin }) => {
      expect(await loadCapture(file)).toContain("\n");
      expect(origin).toMatch(/recorded/);
    },
  );

  test("a lesson that names a capture that is not there stops the build", () => {
    expect(() => loadCapture("none.txt")).toThrow("content/captures has no none.txt");
  });
});
