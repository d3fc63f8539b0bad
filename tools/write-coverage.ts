/** `npx tsx tools/write-coverage.ts`: writes `docs/coverage.md` from the course as it is. */
import { writeFileSync } from "node:fs";
import { coverageDocument, readCoverage } from "./coverage-document.ts";

writeFileSync("docs/coverage.md", coverageDocument(await readCoverage()));
