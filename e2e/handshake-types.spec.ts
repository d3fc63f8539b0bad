import type { Page } from "@playwright/test";
import { expect, open, overflow, ready, test } from "./journey.ts";
import { arrow, goToEnd, handshake, lane, openHandshake } from "./handshake-page.ts";

test(
  "one cursor moves a stream, datagrams and raw packets",
  { tag: "@phone" },
  async ({ page }) => {
    await openTypes(page);
    const moments = page.getByRole("group", { name: "One moment for all three" });
    const moment = moments.getByRole("slider", { name: "Moment" });
    const last = (await moment.getAttribute("max")) ?? "";
    await expect(moment).toHaveValue(last);
    await expect(type(page, /^A stream/)).toContainText("sent it again");
    await expect(type(page, /^Datagrams/)).toContainText("Nobody noticed.");
    await expect(type(page, /^Raw packets/)).toContainText("IP header");
    for (const [name, lost] of [
      [/^A stream/, 0],
      [/^Datagrams/, 1],
      [/^Raw packets/, 1],
    ] as const) {
      await expect(messages(page, name)).toHaveCount(3);
      await expect(messages(page, name).filter({ hasText: "never came" })).toHaveCount(lost);
    }

    await moments.getByRole("button", { name: "Start" }).click();
    await expect(moment).toHaveValue("0");
    for (const name of [/^A stream/, /^Datagrams/, /^Raw packets/]) {
      await expect(messages(page, name).filter({ hasText: "not yet" })).toHaveCount(3);
      await expect(type(page, name)).toContainText("It has not asked yet.");
    }
    await moments.getByRole("button", { name: "Step" }).click();
    await expect(moment).toHaveValue("1");
    await moment.press("End");
    await expect(messages(page, /^Datagrams/).filter({ hasText: "never came" })).toHaveCount(1);
    await moment.press("ArrowLeft");
    await moments.getByRole("button", { name: "Back" }).click();
    await expect(moment).toHaveValue(String(Number(last) - 2));
    expect(await overflow(page)).toBe(0);
  },
);

for (const [scenario, words, got] of [
  ["udp-lost", /sends .* is lost/, 1],
  ["udp-doubled", /sends UDP|sends \d+ bytes/, 2],
  ["udp-out-of-order", /sends UDP|sends \d+ bytes/, 1],
] as const)
  test(`${scenario} shows its datagrams, with nothing sent again`, async ({ page }) => {
    await openHandshake(page, `/handshake/${scenario}`);
    await goToEnd(page);
    await expect(arrow(page, words)).not.toHaveCount(0);
    await expect(arrow(page, /again/)).toHaveCount(0);
    const calls = lane(page, "Programs", "B").getByRole("listitem").filter({ hasText: /recv/ });
    expect(await calls.count()).toBeGreaterThanOrEqual(got);
  });

test("datagrams that overtook each other are received in the order in which they came", async ({
  page,
}) => {
  await openHandshake(page, "/handshake/udp-out-of-order");
  await goToEnd(page);
  const words = handshake(page).getByRole("list", { name: "The run in words" });
  // The words follow once the moment rests.
  await expect(async () => {
    const text = (await words.textContent()) ?? "";
    const sent = [...text.matchAll(/sendto?\([^"]*"([^"]+)"/g)].map(([, data]) => data);
    const received = [...text.matchAll(/recv(?:from)?\([^)]*\)[^"]*?returns [^"]*"([^"]+)"/g)].map(
      ([, data]) => data,
    );
    expect(new Set(received)).toEqual(new Set(sent));
    expect(received).not.toEqual([...new Set(sent)]);
  }).toPass();
});

test("a datagram to nobody is answered by ICMP, and the next call is told", async ({ page }) => {
  await openHandshake(page, "/handshake/udp-to-nobody");
  await goToEnd(page);
  await expect(arrow(page, /^B sends ICMP port unreachable/)).not.toHaveCount(0);
});

async function openTypes(page: Page) {
  await open(page, "/handshake/three-socket-types");
  await ready(page.getByRole("button", { name: "Step", exact: true }));
}

const type = (page: Page, name: RegExp) => page.getByRole("region", { name });

const messages = (page: Page, name: RegExp) =>
  type(page, name)
    .getByRole("list", { name: /^The three messages/ })
    .getByRole("listitem");
