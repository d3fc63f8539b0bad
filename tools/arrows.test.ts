/** The linter holds the arrows between the rooms: this holds the linter to them. */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const FORBIDDEN = [
  ["src/net/a.ts", `import { a } from "#netstat/decode"; export const b = a;`],
  ["src/net/b.ts", `import { a } from "react"; export const b = a;`],
  ["src/net/c.ts", `export const b = () => Math.random();`],
  ["src/net/d.ts", `export const b = () => document.title;`],
  ["src/net/e.ts", `export const b = () => Date.now();`],
  ["src/netstat/dialects/a.ts", `import { a } from "#learning/mark"; export const b = a;`],
  ["src/simulator/a.ts", `import { a } from "#learning/mark"; export const b = a;`],
  ["src/simulator/programs/a.ts", `import { a } from "../../net/port.ts"; export const b = a;`],
  ["src/learning/a.ts", `import { a } from "#ui/button"; export const b = a;`],
  ["src/learning/generators/a.ts", `import { a } from "../../net/port.ts"; export const b = a;`],
  ["src/ui/a.tsx", `import { a } from "#figures/port-line"; export const b = a;`],
  ["src/ui/b.tsx", `export const B = () => <p style={{ color: "red" }}>b</p>;`],
  ["src/figures/a.tsx", `import { a } from "#curriculum/course"; export const b = a;`],
  ["src/storage/a.ts", `import { a } from "#curriculum/course"; export const b = a;`],
  ["src/curriculum/a.ts", `import { a } from "#questions/question-card"; export const b = a;`],
  ["src/questions/a.tsx", `import { a } from "#widgets/quiz/quiz"; export const b = a;`],
  ["src/widgets/one/a.tsx", `import { a } from "#widgets/two/two"; export const b = a;`],
  ["src/widgets/one/b.tsx", `import { a } from "../two/two.tsx"; export const b = a;`],
  ["src/widgets/one/c.model.ts", `import { a } from "#ui/button"; export const b = a;`],
  ["src/widgets/one/d.tsx", `import { a } from "#pages/home"; export const b = a;`],
  ["src/cli/a.ts", `import { a } from "#widgets/quiz/quiz"; export const b = a;`],
  ["src/cli/b.ts", `import { a } from "../netstat/decode.ts"; export const b = a;`],
  ["src/cli/c.ts", `import { a } from "react"; export const b = a;`],
  ["src/pages/a.tsx", `import { a } from "./b.tsx"; export const b = a;`],
  ["src/pages/b.tsx", `import { a } from "#app/shell"; export const b = a;`],
  ["src/pages/c.tsx", `import { a } from "../../content/a.ts"; export const b = a;`],
  ["content/a.ts", `import { a } from "#learning/mark"; export const b = a;`],
  ["e2e/a.ts", `import { a } from "../src/paths.ts"; export const b = a;`],
] as const;

const ALLOWED = [
  [
    "src/netstat/dialects/ok.ts",
    `import { a } from "#net/port"; import { c } from "../decode.ts"; export const b = [a, c];`,
  ],
  [
    "src/simulator/programs/ok.ts",
    `import { a } from "#net/port"; import { c } from "../calls.ts"; export const b = [a, c];`,
  ],
  [
    "src/learning/generators/ok.ts",
    `import { a } from "#net/port"; import { c } from "../draw.ts"; export const b = [a, c];`,
  ],
  [
    "src/widgets/one/ok.tsx",
    `import { a } from "#ui/button"; import { c } from "./one.model.ts"; export const b = [a, c];`,
  ],
  [
    "src/cli/ok.ts",
    `import { a } from "#netstat/decode"; import { c } from "./ok-too.ts"; export const b = [a, c];`,
  ],
  ["src/pages/ok.tsx", `import { a } from "#widgets/one/one"; export const b = a;`],
  [
    "content/ok.ts",
    `import type { Question } from "#learning/question"; export const b: Question[] = [];`,
  ],
] as const;

let directory = "";
let complained = new Set<string>();

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "arrows-"));
  copyFileSync(".oxlintrc.json", join(directory, ".oxlintrc.json"));
  for (const [file, source] of [...FORBIDDEN, ...ALLOWED]) {
    mkdirSync(join(directory, dirname(file)), { recursive: true });
    writeFileSync(join(directory, file), `${source}\n`);
  }
  complained = new Set(lint(directory).map((line) => line.split(":")[0] ?? ""));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

function lint(cwd: string): string[] {
  const oxlint = join(process.cwd(), "node_modules/.bin/oxlint");
  try {
    return execFileSync(oxlint, ["--format", "unix"], { cwd, encoding: "utf8" }).split("\n");
  } catch (error) {
    // It exits with 1 where it finds something.
    return String((error as { stdout?: unknown }).stdout).split("\n");
  }
}

test.each(FORBIDDEN)("%s may not hold: %s", (file) => {
  expect(complained).toContain(file);
});

test.each(ALLOWED)("%s may hold: %s", (file) => {
  expect(complained).not.toContain(file);
});
