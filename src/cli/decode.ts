/** `npm run -s decode`: reads a listing from files or the standard input, prints sentences or data. */
import { isatty } from "node:tty";
import { servicesOn } from "#net/services";
import { decode } from "#netstat/decode";
import { explainer } from "#netstat/explain";
import { resultText } from "#netstat/result";
import { decodeArguments, USAGE } from "./decode-arguments.ts";
import { inputText } from "./input-text.ts";
import { printPieces } from "./print-pieces.ts";
import { toldListing } from "./told-listing.ts";

const READ = 0;
const UNREADABLE = 1;
const WRONG_USE = 2;

process.exitCode = await run(process.argv.slice(2));

async function run(words: readonly string[]): Promise<number> {
  const asked = decodeArguments(words);
  switch (asked.kind) {
    case "help":
      await printPieces([USAGE]);
      return READ;
    case "wrong":
      return complain(`${asked.message}\n\n${USAGE}`, WRONG_USE);
    case "read":
      return readAndPrint(asked.files, asked.json);
  }
}

async function readAndPrint(files: readonly string[], json: boolean): Promise<number> {
  if (files.length === 0 && isatty(0)) return complain(USAGE, WRONG_USE);
  const input = await inputText(files.length === 0 ? ["-"] : files);
  if (input.kind === "failed") return complain(`${input.message}\n`, UNREADABLE);
  const listing = decode(input.text);
  const explain = explainer(listing, { serviceName });
  await printPieces(json ? resultText(listing, explain) : toldListing(listing, explain));
  return READ;
}

function serviceName(port: number, protocol: string): string | undefined {
  return servicesOn(port).find(({ transports }) => transports.some((each) => each === protocol))
    ?.title;
}

function complain(message: string, exitCode: number): number {
  process.stderr.write(message);
  return exitCode;
}
