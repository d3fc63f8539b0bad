import { resolve } from "node:path";
import mdx from "@mdx-js/rollup";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import rehypeSlug from "rehype-slug";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMdxFrontmatter from "remark-mdx-frontmatter";
import { defineConfig } from "vite";
import { rehypeCodeColours } from "./src/curriculum/code-colours.ts";
import { cheatSheetPlugin } from "./src/curriculum/cheat-sheet-plugin.ts";
import { remarkLessonMaterial } from "./src/curriculum/lesson-material.ts";
import {
  lessonBelowPlugin,
  lessonPartsPlugin,
  lessonsPlugin,
  remarkCheckLesson,
} from "./src/curriculum/lessons-plugin.ts";
import { basePath } from "./tools/base-path.ts";
import { pagesPlugin } from "./tools/pages-plugin.ts";

const base = basePath(process.env["BASE_PATH"]);
const outDir = process.env["OUT_DIR"] ?? "dist";

export default defineConfig({
  base,
  plugins: [
    lessonPartsPlugin(),
    {
      enforce: "pre",
      ...mdx({
        remarkPlugins: [
          remarkCheckLesson,
          [remarkLessonMaterial, resolve("content")],
          remarkFrontmatter,
          remarkMdxFrontmatter,
          remarkGfm,
        ],
        rehypePlugins: [rehypeSlug, rehypeCodeColours],
      }),
    },
    lessonBelowPlugin(),
    react(),
    tailwindcss(),
    lessonsPlugin(resolve("content/lessons")),
    cheatSheetPlugin(resolve("content")),
    pagesPlugin({ base, siteUrl: process.env["SITE_URL"] }),
  ],
  resolve: {
    alias: {
      // The package offers its development build alone, whose warnings would go with every page.
      "react-router": resolve("node_modules/react-router/dist/production/index.mjs"),
    },
  },
  build: {
    outDir,
    emptyOutDir: true,
    // The README names these browsers; light-dark() sets the bar.
    target: ["chrome123", "firefox128", "safari17.5"],
    // One stylesheet: lazy pages would flash without theirs.
    cssCodeSplit: false,
    // The policy allows no data: addresses.
    assetsInlineLimit: 0,
    manifest: true,
    // All of these browsers know it themselves.
    modulePreload: { polyfill: false },
  },
});
