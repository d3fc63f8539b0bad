/** The files of the build, and what each page among them holds, read without running it. */
import { readFileSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import type { Page } from "@playwright/test";

export const BUILT_SITE = process.env["OUT_DIR"] ?? "dist";

export interface PageFacts {
  /** Below the built site, with forward slashes. */
  readonly file: string;
  readonly lang: string;
  readonly titles: readonly string[];
  readonly descriptions: readonly string[];
  readonly policies: readonly string[];
  readonly canonicals: readonly string[];
  readonly mainHeadings: readonly string[];
  /** Levels, in order. */
  readonly headingLevels: readonly number[];
  readonly ids: readonly string[];
  /** What the policy would block: style attributes and elements, inline scripts, handlers, foreign addresses. */
  readonly blocked: readonly string[];
  /** What loads before the policy is in force. */
  readonly beforePolicy: readonly string[];
  /** Addresses of what the page loads. */
  readonly loads: readonly string[];
  /** Addresses of its links. */
  readonly links: readonly string[];
}

/** All files of the build, below `directory`, with forward slashes. */
export function filesOf(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(directory, "/").length))
    .map((file) => file.split(sep).join("/"))
    .sort();
}

/** The address that reaches a built page, without the base. */
export function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, "")}`;
}

/** The addresses of the lessons, without those of their chapters' tests and cheat sheets. */
export function lessonsOf(directory: string): string[] {
  return filesOf(directory)
    .filter((file) => /^course\/[^/]+\/(?!test\/|cheat-sheet\/)[^/]+\/index\.html$/.test(file))
    .map(addressOf);
}

/** Reads every page of the build in the browser's own parser; `page` stays where it is. */
export async function readPages(page: Page, directory: string): Promise<PageFacts[]> {
  const files = filesOf(directory).filter((file) => file.endsWith(".html"));
  const facts: PageFacts[] = [];
  for (const file of files) {
    const html = readFileSync(join(directory, file), "utf8");
    facts.push({ file, ...(await page.evaluate(factsOf, html)) });
  }
  return facts;
}

/** Runs in the browser. */
function factsOf(html: string): Omit<PageFacts, "file"> {
  const page = new DOMParser().parseFromString(html, "text/html");
  const all = <E extends Element = HTMLElement>(selector: string) => [
    ...page.querySelectorAll<E>(selector),
  ];
  const texts = (selector: string) => all(selector).map((element) => element.textContent.trim());
  const values = (selector: string, name: string) =>
    all(selector).map((element) => element.getAttribute(name) ?? "");
  const shown = (element: Element) => element.outerHTML.slice(0, 120);

  const blocked: string[] = [];
  for (const element of all("*")) {
    const isScript = element.tagName === "SCRIPT" && !element.hasAttribute("src");
    if (isScript || element.tagName === "STYLE") blocked.push(shown(element));
    for (const { name, value } of element.attributes)
      if (name === "style" || name.startsWith("on") || /^\s*(?:data|file|javascript):/i.test(value))
        blocked.push(`${name} of ${shown(element)}`);
  }

  const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]');
  const loaders = all("script, link:not([rel=canonical]), img, style");
  return {
    lang: page.documentElement.lang,
    titles: texts("head > title"),
    descriptions: values('head > meta[name="description"]', "content"),
    policies: values('head > meta[http-equiv="Content-Security-Policy"]', "content"),
    canonicals: values('head > link[rel="canonical"]', "href"),
    mainHeadings: texts("h1"),
    headingLevels: all("h1, h2, h3, h4, h5, h6").map(({ tagName }) => Number(tagName[1])),
    ids: values("[id]", "id"),
    blocked,
    beforePolicy: loaders
      .filter(
        (each) =>
          policy === null ||
          each.compareDocumentPosition(policy) & Node.DOCUMENT_POSITION_FOLLOWING,
      )
      .map(shown),
    loads: [...values("[src]", "src"), ...values("link[href]:not([rel=canonical])", "href")],
    links: values("a[href]", "href"),
  };
}
