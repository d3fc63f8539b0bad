import { execFile, execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { BAD, matching } from "../tools/tshark.ts";
import { expect, test } from "./journey.ts";
import { choose, goTo, hand, openHandshake, saved, unfold } from "./handshake-page.ts";

const run = promisify(execFile);

test.describe("the capture, read back by tshark", () => {
  test.beforeEach(() => needs("tshark"));

  test("holds every packet of the handshake, with its flags and right checksums", async ({
    page,
  }) => {
    await openHandshake(page);
    const fold = await unfold(page, "Take it with you");
    const file = await saved(page, fold.getByRole("button", { name: "open-and-close-A.pcap" }));
    expect(file.name).toBe("open-and-close-A.pcap");
    expect(await matching(file.octets, "frame")).toHaveLength(11);
    expect(await matching(file.octets, BAD)).toEqual([]);
    expect(await matching(file.octets, "tcp.flags == 0x002")).toEqual([1]);
    expect(await matching(file.octets, "tcp.flags == 0x012")).toEqual([2]);
    expect(await matching(file.octets, "tcp.flags.fin == 1")).toEqual([8, 10]);
    expect(await matching(file.octets, 'tcp.payload == "hello"')).toEqual([4]);
    expect(await matching(file.octets, "tcp.analysis.retransmission")).toEqual([]);
  });

  test("is what went by at each host: what was lost on the way is at one of them", async ({
    page,
  }) => {
    await openHandshake(page);
    await goTo(page, 8);
    await choose(page, /^B sends SYN,ACK to A/);
    await hand(page).getByRole("button", { name: "Lose it" }).click();
    await expect(hand(page)).toContainText("lost");
    const fold = await unfold(page, "Take it with you");
    const counts = [];
    for (const host of ["A", "B"]) {
      const { octets } = await saved(
        page,
        fold.getByRole("button", { name: `open-and-close-${host}.pcap` }),
      );
      expect(await matching(octets, BAD)).toEqual([]);
      expect(await matching(octets, "tcp.flags == 0x002")).toHaveLength(2);
      counts.push((await matching(octets, "tcp.flags == 0x012")).length);
    }
    expect(counts).toEqual([2, 3]);
  });

  test("of datagrams and of ICMP is read as such", async ({ page }) => {
    await openHandshake(page, "/handshake/udp-to-nobody");
    const fold = await unfold(page, "Take it with you");
    const { octets } = await saved(page, fold.getByRole("button", { name: /-A\.pcap$/ }));
    expect(await matching(octets, BAD)).toEqual([]);
    expect(await matching(octets, "udp && !icmp")).not.toEqual([]);
    expect(await matching(octets, "icmp.type == 3 && icmp.code == 3")).not.toEqual([]);
  });
});

test("the picture is well-formed SVG with the segments' names", async ({ page }) => {
  await openHandshake(page);
  const fold = await unfold(page, "Take it with you");
  const file = await saved(page, fold.getByRole("button", { name: "open-and-close.svg" }));
  expect(file.name).toBe("open-and-close.svg");
  const read = await page.evaluate((text) => {
    const picture = new DOMParser().parseFromString(text, "image/svg+xml");
    return {
      error: picture.querySelector("parsererror")?.textContent ?? null,
      root: picture.documentElement.namespaceURI + picture.documentElement.localName,
      texts: [...picture.querySelectorAll("text")].map((each) => each.textContent).join("|"),
      loads: picture.querySelectorAll("script, image, [href], foreignObject").length,
    };
  }, file.octets.toString("utf8"));
  expect(read.error).toBeNull();
  expect(read.root).toBe("http://www.w3.org/2000/svgsvg");
  expect(read.loads).toBe(0);
  for (const name of ["SYN", "SYN,ACK", "FIN,ACK", "TIME-WAIT", "connect()"])
    expect(read.texts).toContain(name);
});

test("the picture is a PNG of a plausible size, in both themes", async ({ page }) => {
  await openHandshake(page);
  const fold = await unfold(page, "Take it with you");
  const pictures: Buffer[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { octets } = await saved(page, fold.getByRole("button", { name: "open-and-close.png" }));
    expect(octets.subarray(0, 8)).toEqual(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
    const [width, height] = [octets.readUInt32BE(16), octets.readUInt32BE(20)];
    expect(width).toBeGreaterThanOrEqual(1800);
    expect(height).toBeGreaterThan(width / 2);
    expect(octets.length).toBeGreaterThan(20_000);
    pictures.push(octets);
  }
  expect(pictures[0]!.equals(pictures[1]!)).toBe(false);
});

test("the Python program does the run for real", async ({ page }, testInfo) => {
  needs("python3");
  await openHandshake(page);
  const fold = await unfold(page, "Take it with you");
  const file = await saved(page, fold.getByRole("button", { name: "open_and_close.py" }));
  expect(file.name).toBe("open_and_close.py");
  await fold.getByText("Read it here").click();
  await expect(fold.getByLabel("open_and_close.py")).toHaveText(file.octets.toString("utf8"));

  const path = testInfo.outputPath("program.py");
  // Ports of its own: another test may run the same program meanwhile.
  const port = String(20_000 + (process.pid % 10_000));
  await writeFile(path, file.octets.toString("utf8").replaceAll(/\b8080\b/g, port));
  const { stdout, stderr } = await run("python3", [path], { timeout: 30_000 });
  expect(stderr).toBe("");
  for (const line of ["A connect() = 0", "A send() = 5", "A recv() = 'HI!'", "B recv() = 'hello'"])
    expect(stdout).toContain(line);
});

test("where calls alone do not make the run, the page says why there is no program", async ({
  page,
}) => {
  await openHandshake(page);
  await goTo(page, 8);
  await choose(page, /^A sends SYN to B/);
  await hand(page).getByRole("button", { name: "Lose it" }).click();
  await expect(hand(page)).toContainText("lost");
  const fold = await unfold(page, "Take it with you");
  await expect(fold.getByRole("heading", { name: "A Python program" })).toBeVisible();
  await expect(fold.getByRole("button", { name: /\.py$/ })).toHaveCount(0);
  await expect(fold).toContainText(/\b(lost|lose|loses|wire)\b/);
});

/** Skips what needs a program that this machine has not; in CI, which installs what tests need, that is a failure. */
function needs(tool: string) {
  let isThere = true;
  try {
    execFileSync("sh", ["-c", 'command -v "$1"', "sh", tool], { stdio: "ignore" });
  } catch {
    isThere = false;
  }
  if (!isThere && process.env["CI"] !== undefined) throw new Error(`${tool} is not installed.`);
  test.skip(!isThere, `${tool} is not installed`);
}
