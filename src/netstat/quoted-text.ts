/**
 * A quotation's marks in front of whole listings, as mail programs and Markdown put them (RFC 3676 §4.5):
 * taken away before lines are read, so that a quoted heading or record is one. A mark alone on its line
 * is an empty line. One marked line by itself is left as it is: that may be a prompt.
 */

const MARKS = /^(?:> ?)+/;
const GREATER = 62;

/** The text with the marks of two or more quoted lines in a row taken away; lines stay lines. */
export function unquoted(text: string): string {
  if (!text.startsWith(">") && !text.includes("\n>")) return text;
  const lines = text.split("\n");
  const isMarked = (n: number) => lines[n]?.charCodeAt(0) === GREATER;
  let wasMarked = false;
  for (let n = 0; n < lines.length; n += 1) {
    const marked = isMarked(n);
    if (marked && (wasMarked || isMarked(n + 1))) lines[n] = lines[n]!.replace(MARKS, "");
    wasMarked = marked;
  }
  return lines.join("\n");
}
