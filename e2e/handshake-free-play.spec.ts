import type { Page } from "@playwright/test";
import { expect, overflow, test } from "./journey.ts";
import {
  arrow,
  currentLine,
  goToEnd,
  handshake,
  lane,
  openHandshake,
  output,
  slider,
} from "./handshake-page.ts";

test(
  "two hosts in one's own hands: from an empty world to a connection that ends",
  { tag: "@phone" },
  async ({ page }) => {
    test.slow();
    await openHandshake(page, "/handshake/free-play");
    await expect(handshake(page)).toContainText("Nothing has happened yet. Make a call on a host.");
    await make(page, "B", "socket", { "Name it": "listener" });
    await make(page, "B", "bind", { Port: "8080" });
    await make(page, "B", "listen", { Backlog: "5" });
    await make(page, "A", "socket", { "Name it": "client" });
    await make(page, "A", "connect", { Address: "10.0.0.2", Port: "8080" });
    await goToEnd(page);
    await expect(arrow(page, /^B sends SYN,ACK to A/)).toHaveCount(1);
    await make(page, "B", "accept", { "Name it": "server" });
    await make(page, "A", "send", { Data: "hello there" });
    await goToEnd(page);
    await make(page, "B", "recv", {}, "server");
    await expect(words(page)).toContainText('returns 11 bytes, "hello there"');
    await make(page, "A", "close");
    await goToEnd(page);
    await make(page, "B", "close", {}, "server");
    await goToEnd(page);
    await expect(words(page)).toContainText("FIN-WAIT-2 to TIME-WAIT");
    await expect(words(page)).toContainText("LAST-ACK to CLOSED");
    expect(await overflow(page)).toBe(0);
  },
);

test("what a call waits for is shown, and comes when the other host does its part", async ({
  page,
}) => {
  await openHandshake(page, "/handshake/free-play");
  await make(page, "B", "socket");
  await make(page, "B", "bind", { Port: "9000" });
  await make(page, "B", "listen");
  await make(page, "B", "accept");
  await expect(currentLine(page, "B")).toContainText("waits");
  await make(page, "A", "socket");
  await make(page, "A", "connect", { Port: "9000" });
  await goToEnd(page);
  await expect(lane(page, "Programs", "B")).toContainText("from 10.0.0.1:");
  for (const host of ["A", "B"] as const) await expect(output(page, host)).toContainText("ESTAB");
});

test("connecting where nobody listens gives ECONNREFUSED", async ({ page }) => {
  await openHandshake(page, "/handshake/free-play");
  await make(page, "A", "socket");
  await make(page, "A", "connect", { Port: "81" });
  await goToEnd(page);
  await expect(lane(page, "Programs", "A")).toContainText("ECONNREFUSED");
});

test(
  "a wrong call is answered in its place, and makes nothing",
  { tag: "@phone" },
  async ({ page }) => {
    await openHandshake(page, "/handshake/free-play");
    const form = call(page, "A");
    await choose(page, "A", "connect");
    await form.getByRole("button", { name: "Call" }).click();
    await expect(form.getByRole("status")).toHaveText(
      "connect() needs a socket. Make one with socket() first.",
    );
    await expect(slider(page)).toHaveAttribute("max", "0");

    await make(page, "A", "socket");
    const last = (await slider(page).getAttribute("max")) ?? "";
    for (const [name, fields, message] of [
      ["connect", { Port: "70000" }, /65535/],
      ["connect", { Port: "-1" }, /\w/],
      ["connect", { Port: "eighty" }, /\w/],
      ["connect", { Address: "10.0.0.300", Port: "80" }, /10\.0\.0\.300/],
      ["bind", { Port: "70000" }, /65535/],
    ] as const) {
      await choose(page, "A", name, fields);
      await form.getByRole("button", { name: "Call" }).click();
      await expect(form.getByRole("status")).toContainText(message);
    }
    await expect(slider(page)).toHaveAttribute("max", last);
  },
);

/** Makes a call on a host and steps on to see it. */
async function make(
  page: Page,
  host: "A" | "B",
  name: string,
  fields: Readonly<Record<string, string>> = {},
  on?: string,
) {
  await choose(page, host, name, fields, on);
  const before = Number(await slider(page).inputValue());
  await call(page, host).getByRole("button", { name: "Call" }).click();
  await expect(slider(page)).not.toHaveValue(String(before));
}

async function choose(
  page: Page,
  host: "A" | "B",
  name: string,
  fields: Readonly<Record<string, string>> = {},
  on?: string,
) {
  const form = call(page, host);
  await form.getByLabel("Call", { exact: true }).selectOption(`${name}()`);
  if (on !== undefined) await form.getByLabel("On socket").selectOption(on);
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(label).fill(value);
}

const call = (page: Page, host: "A" | "B") =>
  handshake(page).getByRole("form", { name: `A call on ${host}` });

const words = (page: Page) => handshake(page).getByRole("list", { name: "The run in words" });
