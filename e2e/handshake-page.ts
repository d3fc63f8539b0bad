/** The handshake as a person finds it on its page: by role and name, whatever it is made of. */
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect, open, ready } from "./journey.ts";

export type Lane = "Programs" | "Descriptors" | "Sockets" | "Netstat";

/** Opens a page with a handshake and waits until it answers. */
export async function openHandshake(page: Page, path = "/handshake") {
  await open(page, path);
  await ready(step(page));
}

export const handshake = (page: Page) =>
  page.getByRole("region", { name: /^(Handshake: |Two hosts in your hands)/ });

const time = (page: Page) => handshake(page).getByRole("group", { name: "Time" });

export const timeButton = (page: Page, name: string) =>
  time(page).getByRole("button", { name, exact: true });

export const step = (page: Page) => timeButton(page, "Step");

export const slider = (page: Page) => time(page).getByRole("slider", { name: "Moment" });

export const ladder = (page: Page) =>
  handshake(page).getByRole("group", { name: "Ladder of packets" });

/** The packets sent so far that belong to this run, by what is said of each. */
export const arrows = (page: Page) => ladder(page).getByRole("button");

export const arrow = (page: Page, words: RegExp) =>
  arrows(page)
    .filter({ visible: true })
    .and(page.getByRole("button", { name: words }));

export const lane = (page: Page, name: Lane, host: "A" | "B") =>
  handshake(page).getByRole("group", { name: `${name} on ${host}`, exact: true });

/** The states of a host's sockets, in the order of its lane. */
export const socketsOf = (page: Page, host: "A" | "B") =>
  lane(page, "Sockets", host).getByRole("listitem");

/** The line of a program at which it is, or waits. */
export const currentLine = (page: Page, host: "A" | "B") =>
  lane(page, "Programs", host).locator("[aria-current=step]");

export const output = (page: Page, host: "A" | "B") =>
  lane(page, "Netstat", host).getByRole("group", { name: /^Output of / });

export const why = (page: Page) => handshake(page).getByRole("group", { name: "Why", exact: true });

/** What can be done to the chosen packet. */
export const hand = (page: Page) => handshake(page).getByRole("group", { name: /^The chosen / });

export const ghost = (page: Page) => handshake(page).getByText("the run before your change");

/** Goes to a moment at once. */
export async function goTo(page: Page, position: number) {
  await slider(page).fill(String(position));
  await isAt(page, position);
}

/** Goes to the last moment of the run, and returns which it is. */
export async function goToEnd(page: Page): Promise<number> {
  const last = Number(await slider(page).getAttribute("max"));
  await goTo(page, last);
  return last;
}

export async function isAt(page: Page, position: number) {
  await expect(slider(page)).toHaveValue(String(position));
  await settled(page);
}

/** The lanes follow the moment when the hand rests. */
const settled = (page: Page) => expect(handshake(page)).toHaveAttribute("aria-busy", "false");

/** Steps on until something holds, and fails where it never does. */
export async function stepUntil(page: Page, holds: () => Promise<boolean>) {
  const last = Number(await slider(page).getAttribute("max"));
  for (let at = Number(await slider(page).inputValue()); at < last; at++) {
    if (await holds()) return;
    await step(page).click();
    await isAt(page, at + 1);
  }
  expect(await holds()).toBe(true);
}

/** Chooses an arrow of the ladder by its words. */
export async function choose(page: Page, words: RegExp) {
  const chosen = arrow(page, words).first();
  await chosen.focus();
  await page.keyboard.press("Enter");
  await expect(chosen).toHaveAttribute("aria-pressed", "true");
}

/** Opens a fold below the handshake, and returns what is in it. */
export async function unfold(page: Page, title: string): Promise<Locator> {
  const fold = handshake(page)
    .locator("details")
    .filter({ has: page.locator("summary", { hasText: new RegExp(`^${title}$`) }) });
  const isOpen = () => fold.evaluate((details: HTMLDetailsElement) => details.open);
  // The run in words above it grows line by line, and may take it from under the mouse.
  await expect(async () => {
    if (!(await isOpen())) await fold.locator("summary").first().click();
    expect(await isOpen()).toBe(true);
  }).toPass();
  return fold;
}

/** What the ladder and both hosts show of a moment: to compare two of them. */
export async function picture(page: Page): Promise<string> {
  const hosts = await handshake(page)
    .getByRole("group", { name: /^Host / })
    .all();
  const parts = [ladder(page), ...hosts];
  return (await Promise.all(parts.map((part) => part.ariaSnapshot()))).join("\n");
}

export interface Saved {
  readonly name: string;
  readonly octets: Buffer;
}

/** Presses a button that saves a file. */
export async function saved(page: Page, button: Locator): Promise<Saved> {
  const download = page.waitForEvent("download");
  await button.click();
  const file = await download;
  return { name: file.suggestedFilename(), octets: await readFile(await file.path()) };
}

/** Presses Tab until an element has the focus. */
export async function tabTo(page: Page, element: Locator, most = 60) {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press("Tab");
    if (await element.evaluate((node) => node === document.activeElement)) return;
  }
  await expect(element).toBeFocused();
}
