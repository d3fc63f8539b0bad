import { describe, expect, test } from "vitest";
import { shareText } from "#netstat/share";
import { MOST_UNPACKED, linkOf, listingOf } from "./shared-link.ts";

const TEXT = "tcp 0 0 192.0.2.10:22 0.0.0.0:* LISTEN 7/sshd – ö\n".repeat(300);
const PAGE = "https://example.com/netstat";

async function fragmentOf(bytes: Uint8Array<ArrayBuffer>, isPacked = true): Promise<string> {
  const stream = new Blob([bytes]).stream();
  const packed = isPacked ? stream.pipeThrough(new CompressionStream("deflate-raw")) : stream;
  const shared = shareText(new Uint8Array(await new Response(packed).arrayBuffer()));
  if (shared.type === "error") throw new Error(shared.message);
  return `#listing=${shared.text}`;
}

describe("a listing in a link", () => {
  test("comes out as it went in", async () => {
    const link = await linkOf(TEXT, `${PAGE}#old`);
    if (link.type === "error") throw new Error(link.message);
    expect(link.href.startsWith(`${PAGE}#listing=1.`)).toBe(true);
    expect(link.href.length).toBeLessThan(1000);
    expect(await listingOf(new URL(link.href).hash)).toEqual({ type: "listing", text: TEXT });
  });

  test("that is too long is told, with what to do", async () => {
    let text = "";
    for (let n = 0, seed = 1; n < 60_000; n += 1) {
      seed = (seed * 48_271) % 2_147_483_647;
      text += String.fromCharCode(32 + (seed % 90));
    }
    const link = await linkOf(text, PAGE);
    expect(link.type === "error" && link.message).toContain("Choose fewer rows");
  });

  test.each(["", "#", "#main", "#1.AAAA.BBBB", "listing="])("%j carries none", async (fragment) => {
    expect(await listingOf(fragment)).toBeNull();
  });

  test("cut anywhere is told from a whole one", async () => {
    const fragment = await fragmentOf(new TextEncoder().encode(TEXT));
    for (let end = "#listing=".length; end < fragment.length; end += 7)
      expect((await listingOf(fragment.slice(0, end)))?.type).toBe("error");
  });

  test("that is whole but holds something else is told", async () => {
    const garbage = Uint8Array.from({ length: 200 }, (_, at) => (at * 31) & 255);
    for (const fragment of [await fragmentOf(garbage, false), await fragmentOf(garbage)])
      expect(await listingOf(fragment)).toMatchObject({
        message: expect.stringContaining("holds no text"),
      });
  });

  test("that would unpack to very much is not unpacked", async () => {
    const bomb = await fragmentOf(new Uint8Array(MOST_UNPACKED + 1).fill(32));
    expect(await listingOf(bomb)).toMatchObject({ message: expect.stringContaining("5 MB") });
    const just = await fragmentOf(new Uint8Array(MOST_UNPACKED).fill(32));
    expect((await listingOf(just))?.type).toBe("listing");
  });
});
