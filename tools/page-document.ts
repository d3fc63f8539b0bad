/** One page's document out of the template, the page's markup and its place on the site. Pure. */

export interface PageFile {
  readonly path: string;
  /** Below the site's folder. */
  readonly file: string;
  readonly html: string;
}

/** Everything from the site itself, nothing inline, no request to any other host. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

/** The file that static hosts answer `path` and `path/` with. */
export function pageFile(path: string): string {
  const inner = path.replace(/^\/+|\/+$/g, "");
  return inner === "" ? "index.html" : `${inner}/index.html`;
}

export function documentOf(page: {
  readonly template: string;
  readonly markup: string;
  readonly path: string;
  readonly isNotFound: boolean;
  readonly base: string;
  /** Origin of the site, such as https://ports.example; undefined where the build does not know it. */
  readonly siteUrl: string | undefined;
  /** Below the base. */
  readonly fonts: readonly string[];
  readonly scripts: readonly string[];
}): string {
  const { head, body } = liftHead(page.markup);
  const links = [
    ...page.fonts.map(
      (file) =>
        `<link rel="preload" href="${page.base}${file}" as="font" type="font/woff2" crossorigin>`,
    ),
    ...page.scripts
      .filter((file) => !page.template.includes(file))
      .map((file) => `<link rel="modulepreload" fetchpriority="low" href="${page.base}${file}">`),
  ];
  if (page.siteUrl !== undefined && !page.isNotFound)
    links.push(`<link rel="canonical" href="${addressOf(page.path, page.base, page.siteUrl)}">`);
  if (page.isNotFound) links.push(`<meta name="robots" content="noindex">`);
  const policy = `<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">`;
  const html = page.template
    // The page is there to read before any script: what paints it is fetched first.
    .replaceAll(/<(script type="module"|link rel="modulepreload")/g, '<$1 fetchpriority="low"')
    .replace("<!--head-->", () => `${policy}\n    ${head}`)
    // After the stylesheet, which the first paint waits for.
    .replace("</head>", () => `  ${links.join("\n    ")}\n  </head>`)
    .replace("<!--page-->", () => body);
  // src/app/browser.tsx takes over no other page's markup.
  return html.replace("<html ", `<html data-page="${page.isNotFound ? "not-found" : page.path}" `);
}

/** React leaves title, meta and link tags at the top of what it renders: they belong in <head>. */
export function liftHead(markup: string): { head: string; body: string } {
  const match = /^(?:<title[^>]*>[^<]*<\/title>|<meta[^>]*>|<link[^>]*>)*/.exec(markup);
  const head = match?.[0] ?? "";
  if (!head.includes("<title")) throw new Error("The page has no title.");
  if (!head.includes('name="description"')) throw new Error("The page has no description.");
  return { head, body: markup.slice(head.length) };
}

/** The page's one address: no trailing slash, but for the home page. */
export function addressOf(path: string, base: string, siteUrl: string): string {
  return new URL(base.replace(/\/$/, "") + path, siteUrl).href;
}

export function sitemap(paths: readonly string[], base: string, siteUrl: string): string {
  const urls = paths.map((path) => `  <url><loc>${addressOf(path, base, siteUrl)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`;
}
