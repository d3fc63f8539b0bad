/** The licences of what the site ships, as one text: fonts and libraries ask to go with their notice. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface PackageData {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly author?: string | { readonly name: string };
}

/** `packages` are names in node_modules. A package without a licence file is named with its licence. */
export function licencesText(packages: readonly string[]): string {
  const parts = packages.map((name) => {
    const directory = join("node_modules", name);
    const data = JSON.parse(readFileSync(join(directory, "package.json"), "utf8")) as PackageData;
    const author = typeof data.author === "string" ? data.author : data.author?.name;
    const file = ["LICENSE", "LICENSE.md", "LICENCE"]
      .map((each) => join(directory, each))
      .find((each) => existsSync(each));
    const text =
      file === undefined
        ? `Distributed under the licence ${data.license}${author === undefined ? "" : `, by ${author}`}.`
        : readFileSync(file, "utf8").trim();
    return `${name} ${data.version} (${data.license})\n\n${text}`;
  });
  return `${parts.join(`\n\n${"=".repeat(78)}\n\n`)}\n`;
}
