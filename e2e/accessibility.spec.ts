import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { BUILT_SITE, addressOf, filesOf } from "./built-site.ts";
import { choose, goTo, goToEnd, handshake, openHandshake, slider } from "./handshake-page.ts";
import { expect, open, overflow, ready, test } from "./journey.ts";
import { giveUp, keepLines, press } from "./practice-log.ts";

/** One of each kind of page; the pages of single ports are all of one kind, and so are scenarios', tests' and cheat sheets'. */
const ADDRESSES = [
  ...filesOf(BUILT_SITE)
    .filter((file) => file.endsWith("index.html") && !/^(?:ports|handshake)\//.test(file))
    .filter((file) => !/^course\/[^/]+\/(?:test|cheat-sheet)\//.test(file))
    .map(addressOf),
  "/course/ports/test",
  "/course/netstat/cheat-sheet",
  "/handshake",
  "/handshake/loopback",
  "/handshake/free-play",
  "/handshake/three-socket-types",
  "/handshake/no-such-scenario",
  "/ports",
  "/ports/443",
  "/ports?q=12345",
  "/ports?q=80,443,8000-8100",
  "/ports?q=65536",
  "/no-such-page",
];

/** Something of every kind: right and wrong, a belief that is held and one that was left behind, a card. */
const PRACTISED = [
  [20, "range-of-port 1 wrong 8080-is-system"],
  [9, "range-of-port 2 right"],
  [8, "range-of-port 3 right"],
  [7, "range-of-port 4 right"],
  [2, "range-of-port 5 wrong ephemeral-above-1023"],
  [1, "port-of-service 6 not-sure port-is-socket"],
  [2, "card-443-tcp 0 wrong"],
] as const;

const WIDTHS = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };
type Look = readonly [device: keyof typeof WIDTHS, colorScheme: "light" | "dark"];
const ONCE_EACH: readonly Look[] = [
  ["desktop", "light"],
  ["phone", "dark"],
];
const ALL: readonly Look[] = [...ONCE_EACH, ["phone", "light"], ["desktop", "dark"]];

for (const address of ADDRESSES) {
  test(`${address} is accessible in both themes, on a desktop and on a phone`, async ({ page }) => {
    test.slow();
    await open(page, address);
    await loadWhatIsNear(page);
    // The course's pages are many and of few makings: each theme and each width once.
    await isAccessible(page, address.startsWith("/course/") ? ONCE_EACH : ALL);
  });
}

test("a word's definition is accessible while it is shown", async ({ page }) => {
  await open(page, "/course/ports/sixteen-bits-and-endpoints");
  const word = page.getByRole("link", { name: "segment", exact: true });
  await ready(word);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await word.hover();
    await expect(page.getByRole("tooltip")).toBeVisible();
    const { violations } = await axe(page).analyze();
    expect.soft(violations.map(shown), colorScheme).toEqual([]);
  }
});

for (const isGuessed of [false, true])
  test(`a listing that was read is accessible with everything unfolded${isGuessed ? ", while it is guessed" : ""}`, async ({
    page,
  }) => {
    // Four whole analyses of a long page.
    test.slow();
    await open(page, "/netstat");
    await page.getByRole("button", { name: "Linux, netstat" }).click();
    await page.getByRole("grid", { name: "Sockets" }).getByRole("rowheader").nth(2).click();
    await page.getByLabel("Why is port").fill("80");
    await page.getByRole("button", { name: "Ask" }).click();
    await page.getByLabel("Guess first").setChecked(isGuessed);
    await page.locator("details").evaluateAll((all) => {
      for (const each of all as HTMLDetailsElement[]) each.open = true;
    });
    await page.waitForLoadState("networkidle");
    await isAccessible(page);
  });

for (const [moment, prepare] of [
  ["with a packet chosen and changed", chooseAndLose],
  ["while a prediction is asked for", predict],
  ["at its end, with everything unfolded", unfoldAll],
] as const)
  test(`a handshake is accessible ${moment}`, async ({ page }) => {
    // Four whole analyses of a long page.
    test.slow();
    await openHandshake(page);
    await prepare(page);
    await page.waitForLoadState("networkidle");
    await isAccessible(page);
  });

test("a chapter's test is accessible while it asks, and at its end with a question unfolded", async ({
  page,
}) => {
  test.slow();
  await open(page, "/course/connections/test");
  const begin = page.getByRole("button", { name: "Begin the test" });
  await ready(begin);
  await begin.click();
  const question = page.getByRole("heading", { name: /^Question 1 of/ });
  await expect(question).toBeFocused();
  await isAccessible(page);
  const total = Number((await question.innerText()).split(" ").at(-1));
  for (let number = 1; number <= total; number++) {
    await expect(page.getByRole("heading", { name: `Question ${number} of` })).toBeVisible();
    await page.getByRole("button", { name: "I'm not sure" }).click();
  }
  await page
    .getByText(/^Not sure:/)
    .first()
    .click();
  await isAccessible(page);
});

test("a quiz is accessible before it begins, while it asks, once it told, and at its result", async ({
  page,
}) => {
  test.slow();
  await page.goto("/quiz?mode=quiz&n=1&seed=2&v=1");
  const begin = page.getByRole("button", { name: "Begin" });
  await expect(page.getByRole("heading", { name: "A quiz of 1 question" })).toBeVisible();
  await isAccessible(page, ONCE_EACH);
  await begin.click();
  await expect(page.getByRole("heading", { name: "Question 1 of 1" })).toBeFocused();
  await isAccessible(page, ONCE_EACH);
  await page.getByRole("button", { name: "I'm not sure" }).click();
  await isAccessible(page);
  await page.getByRole("button", { name: "See the result" }).click();
  await page.getByText("Reasons", { exact: true }).first().click();
  await isAccessible(page, ONCE_EACH);
});

for (const [moment, address, prepare] of [
  ["a question of practice, once it is told,", "/quiz/practice", answerOne],
  ["a flash card's front", "/quiz/cards", dealCards],
  ["a flash card's back", "/quiz/cards", turnCard],
  ["what is due", "/quiz/review", async () => {}],
  ["the progress of a long practice", "/quiz/progress", showEveryDay],
] as const)
  test(`${moment} is accessible`, async ({ page }) => {
    // Four whole analyses.
    test.slow();
    await keepLines(page, new Date(), PRACTISED);
    await open(page, address);
    await prepare(page);
    await page.waitForLoadState("networkidle");
    await isAccessible(page);
  });

async function answerOne(page: Page) {
  await press(page, "Begin");
  await giveUp(page);
}

async function dealCards(page: Page) {
  await press(page, "Deal 10 cards");
}

async function turnCard(page: Page) {
  await dealCards(page);
  await press(page, /^Card 1 of 10/);
}

async function showEveryDay(page: Page) {
  const days = page.getByText("Every day in numbers");
  await ready(days);
  await days.click();
}

async function chooseAndLose(page: Page) {
  await goTo(page, 8);
  await choose(page, /^B sends SYN,ACK to A/);
  await page.keyboard.press("x");
  await expect(slider(page)).not.toHaveAttribute("max", "26");
}

async function predict(page: Page) {
  await handshake(page).getByLabel("Predict first").check();
  await goTo(page, 5);
  await handshake(page).getByRole("button", { name: "I'm not sure" }).click();
  await handshake(page).getByText("Why not the others").click();
}

async function unfoldAll(page: Page) {
  await goToEnd(page);
  for (const name of ["View", "Keys"])
    await handshake(page).getByRole("button", { name, exact: true }).click();
  // What is unfolded may hold more to unfold.
  for (const _ of [0, 1])
    await page.locator("details").evaluateAll((all) => {
      for (const each of all as HTMLDetailsElement[]) each.open = true;
    });
}

/** A page here has no frames, for which axe would put its result together in a page of its own. */
const axe = (page: Page) =>
  new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();

/** What the theme or the width may change; the rest is the same at every look. */
const CHANGING_RULES = ["color-contrast", "scrollable-region-focusable"];

async function isAccessible(page: Page, looks = ALL) {
  for (const [index, [device, colorScheme]] of looks.entries()) {
    await page.setViewportSize(WIDTHS[device]);
    await page.emulateMedia({ colorScheme });
    expect.soft(await overflow(page), `sideways scrolling on a ${device}`).toBe(0);
    const { violations } = await (
      index === 0 ? axe(page) : axe(page).withRules(CHANGING_RULES)
    ).analyze();
    expect.soft(violations.map(shown), `${colorScheme}, ${device}`).toEqual([]);
  }
}

/** Parts of a page load as they near the view. */
async function loadWhatIsNear(page: Page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 700)
    await page.evaluate((top) => window.scrollTo(0, top), top);
  await page.waitForLoadState("networkidle");
}

function shown({ id, help, nodes }: { id: string; help: string; nodes: { html: string }[] }) {
  return `${id} (${help}): ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`;
}
