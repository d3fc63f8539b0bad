/** `npx tsx tools/write-example.ts <name>…`: runs examples and writes what they printed into their `output.txt`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLES, transcriptOf } from "./run-example.ts";

for (const name of process.argv.slice(2)) {
  const transcript = await transcriptOf(name);
  writeFileSync(join(EXAMPLES, name, "output.txt"), transcript);
  process.stdout.write(transcript);
}
