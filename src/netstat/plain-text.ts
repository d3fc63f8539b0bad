/**
 * A terminal's output without what only steers the terminal: colours, movements of the cursor, titles of
 * windows (ECMA-48 §5.4, and xterm's operating system commands). Lines stay lines.
 */
const ESCAPE = "\u001B";

// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const SEQUENCE =
  /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B\n]*(?:\u0007|\u001B\\)?|[@-Z\\^_]|[ -/][0-~])/g;

export function plainText(text: string): string {
  return text.includes(ESCAPE) ? text.replace(SEQUENCE, "") : text;
}
