/**
 * A terminal's output without what only steers the terminal: colours, movements of the cursor, titles of
 * windows (ECMA-48 §5.4, and xterm's operating system commands), letters struck twice. Sequences that were
 * copied as text (^[[0m, \x1b[0m, [0m) go too, where they are unmistakable. Lines stay lines; a text whose
 * lines end in CR alone gets line feeds. What has none of it comes back as it is, after a few quick looks.
 * Other C1 characters stay: they are letters of a code page that was read as another.
 */
import { unquoted } from "./quoted-text.ts";

const ESCAPE = "\u001B";
/** One character for ESC [. */
const CSI = "\u009B";
const BELL = "\u0007";
const BACKSPACE = "\b";

const SEQUENCE = new RegExp(
  [
    String.raw`${ESCAPE}\[[0-?]*[ -/]*[@-~]`,
    // Commands to the operating system and other strings, up to BEL or ESC \, within the line.
    String.raw`${ESCAPE}[\]PX^_][^${BELL}${ESCAPE}\n]*(?:${BELL}|${ESCAPE}\\)?`,
    String.raw`${ESCAPE}[ -/]*[0-~]`,
    ESCAPE,
    String.raw`${CSI}[0-?]+[@-~]`,
  ].join("|"),
  "g",
);

/** As cat -v and as programs' source writes ESC. */
const WRITTEN = /(?:\^\[|\\(?:x1[bB]|e|033|u001[bB]))\[[0-9;?]*[A-Za-z]/g;

/** Colours whose ESC was lost, with the "erase" that grep sends along. */
const BARE = /\[(?:\d{1,3}(?:;\d{1,3})*)?m(?!\])(?:\[K)?/g;
/** No text has colours but ends them. */
const BARE_END = /\[(?:0|00)?m(?!\])/;

export function plainText(text: string): string {
  // First of all: a sequence ends with its line.
  let plain = text.includes("\r") && !text.includes("\n") ? text.replaceAll("\r", "\n") : text;
  if (plain.includes(ESCAPE) || plain.includes(CSI)) plain = plain.replace(SEQUENCE, "");
  if (plain.includes("^[[") || plain.includes("\\")) plain = plain.replace(WRITTEN, "");
  if (plain.includes("m") && BARE_END.test(plain)) plain = plain.replace(BARE, "");
  if (plain.includes(BACKSPACE)) plain = withoutStruck(plain);
  return unquoted(plain);
}

/** A backspace takes the character before it away, as on paper the next one covers it; never across a line's end. */
function withoutStruck(text: string): string {
  const kept: string[] = [];
  for (const line of text.split("\n"))
    kept.push(line.includes(BACKSPACE) ? struckLine(line) : line);
  return kept.join("\n");
}

function struckLine(line: string): string {
  const kept: string[] = [];
  for (const character of line) {
    if (character === BACKSPACE) kept.pop();
    else kept.push(character);
  }
  return kept.join("");
}
