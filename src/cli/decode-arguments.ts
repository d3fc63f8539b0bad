/** What was typed behind `decode`: flags and file names. */

export type DecodeArguments =
  | { readonly kind: "read"; readonly json: boolean; readonly files: readonly string[] }
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly message: string };

export const USAGE = `Usage: npm run -s decode -- [--json] [file...]

Reads what netstat, ss, lsof and their like printed, and says what each row means.
Without a file, or for "-", it reads the standard input: ss -tan | npm run -s decode
Several files are read one after the other, as one text.

  --json   print the result as data
  --help   print this

Exit codes: 0 the text was read (even if it holds no socket), 1 a file cannot be read, 2 wrong use.
`;

/** Flags may stand before or after the files; what follows "--" is a file, whatever it looks like. */
export function decodeArguments(words: readonly string[]): DecodeArguments {
  const files: string[] = [];
  let json = false;
  let onlyFiles = false;
  for (const word of words) {
    if (onlyFiles || word === "-" || !word.startsWith("-")) files.push(word);
    else if (word === "--") onlyFiles = true;
    else if (word === "--json") json = true;
    else if (word === "--help" || word === "-h") return { kind: "help" };
    else return { kind: "wrong", message: `There is no option ${word}.` };
  }
  return { kind: "read", json, files };
}
