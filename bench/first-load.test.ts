import { expect, test } from "vitest";
import { firstScripts } from "./first-load.ts";

const FILES: Record<string, string> = {
  "before-paint.js": "",
  "assets/entry.js":
    'import{a as b}from"./react.js";import"./polyfill.js";const p=()=>import(`./lesson.js`);const q=()=>import("./ports.js");',
  "assets/react.js": "export const a=1;",
  "assets/polyfill.js": "",
  "assets/lesson.js": 'export{a}from"./react.js";const w=()=>import("./decoder.js")',
};

test("a page's first script is what its HTML asks for and what that imports statically", () => {
  const html = `<script src="/before-paint.js"></script>
    <link rel="modulepreload" href="/assets/lesson.js">
    <script type="module" crossorigin src="/assets/entry.js"></script>`;
  const read = (file: string) => {
    const text = FILES[file];
    if (text === undefined) throw new Error(`no ${file}`);
    return text;
  };
  expect(firstScripts(html, read).toSorted()).toEqual([
    "assets/entry.js",
    "assets/lesson.js",
    "assets/polyfill.js",
    "assets/react.js",
    "before-paint.js",
  ]);
});
