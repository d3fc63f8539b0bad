/** What must hold for every page of a build, wherever it is served. Each returns what is amiss. */
import { type PageFacts, addressOf, filesOf } from "./built-site.ts";

/** Exactly one of everything a page has one of, and nothing its policy would block. */
export function amissWithin({ file, ...page }: PageFacts): string[] {
  const amiss: string[] = [];
  const one = { titles: page.titles, descriptions: page.descriptions, policies: page.policies };
  for (const [name, found] of Object.entries({ ...one, mainHeadings: page.mainHeadings }))
    if (found.length !== 1 || found[0] === "") amiss.push(`${name}: ${JSON.stringify(found)}`);
  if (page.lang === "") amiss.push("no language");
  if (page.policies[0]?.includes("unsafe") === true) amiss.push(`policy: ${page.policies[0]}`);
  amiss.push(...page.blocked.map((what) => `blocked: ${what}`));
  amiss.push(...page.beforePolicy.map((what) => `before the policy: ${what}`));
  amiss.push(...skippedHeadings(page.headingLevels));
  amiss.push(...repeated(page.ids).map((id) => `id twice: ${id}`));
  return amiss.map((what) => `${file}: ${what}`);
}

/** Addresses that reach no file of the build or no place in its page, and other hosts' where none may be. */
export function amissBetween(
  pages: readonly PageFacts[],
  site: { readonly directory: string; readonly base: string },
): string[] {
  const files = new Set(filesOf(site.directory));
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const amiss: string[] = [];
  for (const page of pages) {
    const here = new URL(`http://site.example${site.base.slice(0, -1)}${addressOf(page.file)}`);
    const target = (address: string) => {
      const url = new URL(address, here);
      if (url.origin !== here.origin) return { kind: "elsewhere", url } as const;
      const file = fileAt(decodeURI(url.pathname), site.base, files);
      return { kind: "here", file, fragment: decodeURIComponent(url.hash.slice(1)) } as const;
    };
    for (const address of page.loads) {
      const reached = target(address);
      if (reached.kind === "elsewhere" || reached.file === undefined)
        amiss.push(`${page.file} loads ${address}`);
    }
    for (const address of page.links) {
      const reached = target(address);
      if (reached.kind === "elsewhere") {
        if (reached.url.protocol !== "https:") amiss.push(`${page.file} links to ${address}`);
        continue;
      }
      const linked = reached.file === undefined ? undefined : byFile.get(reached.file);
      const isThere = reached.fragment === "" || linked?.ids.includes(reached.fragment) === true;
      if (reached.file === undefined || !isThere) amiss.push(`${page.file} links to ${address}`);
    }
  }
  return amiss;
}

/** The file a static host answers with; undefined where it would answer 404. */
function fileAt(path: string, base: string, files: ReadonlySet<string>): string | undefined {
  if (!path.startsWith(base)) return undefined;
  const inner = path.slice(base.length).replace(/\/$/, "");
  const index = inner === "" ? "index.html" : `${inner}/index.html`;
  return [inner, index].find((file) => files.has(file));
}

function skippedHeadings(levels: readonly number[]): string[] {
  if (levels[0] !== 1) return [`the first heading is h${levels[0]}`];
  return levels.flatMap((level, index) => {
    const before = levels[index - 1] ?? level;
    return level > before + 1 ? [`h${level} follows h${before}`] : [];
  });
}

export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
