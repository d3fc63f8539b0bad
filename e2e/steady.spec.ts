import { expect, open, test } from "./journey.ts";

/** Prerendered pages, whose first view is complete before any script runs. */
const ADDRESSES = [
  "/",
  "/course",
  "/course/ports/test",
  "/course/ports/three-ranges",
  "/course/ports/ephemeral-ports",
  "/ports",
  "/ports/443",
  "/netstat",
  "/quiz/practice",
  "/quiz/review",
  "/quiz/cards",
  "/quiz/progress",
  "/handshake",
  "/handshake/free-play",
  "/handshake/three-socket-types",
  "/quiz",
  "/quiz/result",
];

for (const address of ADDRESSES)
  test(
    `nothing on ${address} moves or goes away while its script loads`,
    { tag: "@phone" },
    async ({ page }) => {
      await page.addInitScript(() => {
        const unsteady: string[] = [];
        Object.assign(window, { unsteady });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            sources: { node?: Node }[];
          })[])
            for (const { node } of entry.sources)
              unsteady.push(
                `moved: ${node instanceof Element ? node.outerHTML.slice(0, 120) : "?"}`,
              );
        }).observe({ type: "layout-shift", buffered: true });
        new MutationObserver((records) => {
          for (const { addedNodes } of records)
            for (const node of addedNodes)
              if (node.textContent?.includes("Loading…") === true)
                unsteady.push("replaced: Loading…");
        }).observe(document, { childList: true, subtree: true });
      });
      await open(page, address);
      await page.waitForLoadState("networkidle");
      const unsteady = await page.evaluate(
        () => (window as unknown as { unsteady: string[] }).unsteady,
      );
      expect(unsteady).toEqual([]);
    },
  );
