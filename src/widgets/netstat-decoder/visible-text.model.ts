/**
 * Pasted text made safe to look at: what a terminal or a browser would obey instead of show (escape
 * sequences, direction marks, zero-width characters, halves of a surrogate pair) is written out as
 * an escape. A tab stays a tab. Markup needs nothing: React writes text as text.
 */
import { grouped } from "#netstat/counted";

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

/** `longest` counts UTF-16 units of the given text; what is beyond is counted, not shown. */
export function visibleText(text: string, longest = Number.POSITIVE_INFINITY): string {
  const kept = text.length > longest ? text.slice(0, longest) : text;
  const shown = kept.replace(UNSEEN, (character) =>
    character === "\t" ? character : escapeOf(character),
  );
  return kept === text
    ? shown
    : `${shown}… (${grouped(text.length - kept.length)} more characters)`;
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
}
