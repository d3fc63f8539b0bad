import { describe, expect, test } from "vitest";
import { addressOf, documentOf, liftHead, pageFile, sitemap } from "./page-document.ts";

const TEMPLATE = `<html lang="en"><head><!--head--><script type="module" src="/poc/a.js"></script></head><body><!--page--></body></html>`;
const MARKUP = `<title>T</title><meta name="description" content="D"/><p>Hello $& $1</p>`;
const page = {
  template: TEMPLATE,
  markup: MARKUP,
  path: "/ports/443",
  isNotFound: false,
  base: "/poc/",
  siteUrl: "https://ports.example",
  fonts: ["assets/a.woff2"],
  scripts: ["assets/b.js"],
};

describe("documentOf", () => {
  const html = documentOf(page);

  test("the page says which it is", () => {
    expect(html).toContain('<html data-page="/ports/443" lang="en">');
  });

  test("title and description stand in the head, the rest in the body", () => {
    expect(html).toMatch(/<head>[^]*<title>T<\/title><meta name="description"[^]*<\/head>/);
    expect(html).toContain("<body><p>Hello $& $1</p></body>");
  });

  test("what is fetched at once is found below the base path", () => {
    expect(html).toContain('href="/poc/assets/a.woff2"');
    expect(html).toMatch(/<link rel="modulepreload" [^>]*href="\/poc\/assets\/b\.js">/);
  });

  test("every script steps back behind what the first paint needs", () => {
    const scripts = html.match(/<(?:script type="module"|link rel="modulepreload")[^>]*>/g) ?? [];
    expect(scripts).toHaveLength(2);
    for (const script of scripts) expect(script).toContain('fetchpriority="low"');
  });

  test("the canonical link names the page on its site", () => {
    expect(html).toContain('<link rel="canonical" href="https://ports.example/poc/ports/443">');
  });

  test("without a known site there is no canonical link", () => {
    expect(documentOf({ ...page, siteUrl: undefined })).not.toContain("canonical");
  });

  test("the page for unknown addresses is marked, unlisted and has no canonical address", () => {
    const notFound = documentOf({ ...page, isNotFound: true });
    expect(notFound).toContain('<html data-page="not-found" lang="en">');
    expect(notFound).toContain("noindex");
    expect(notFound).not.toContain("canonical");
  });

  test("the policy names no source but the site itself", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
    const sources = policy.split("; ").flatMap((directive) => directive.split(" ").slice(1));
    expect(new Set(sources)).toEqual(new Set(["'none'", "'self'"]));
  });
});

test("a page without a title or a description stops the build", () => {
  expect(() => liftHead("<p>text</p>")).toThrow("title");
  expect(() => liftHead("<title>T</title><p>text</p>")).toThrow("description");
});

test.each([
  ["/", "index.html"],
  ["/ports", "ports/index.html"],
  ["/course/ports/a-lesson", "course/ports/a-lesson/index.html"],
])("the address %s is the file %s", (path, file) => {
  expect(pageFile(path)).toBe(file);
});

test("the sitemap lists full addresses", () => {
  expect(sitemap(["/", "/ports"], "/", "https://ports.example")).toContain(
    "<loc>https://ports.example/ports</loc>",
  );
  expect(addressOf("/", "/poc/", "https://ports.example")).toBe("https://ports.example/poc/");
});
