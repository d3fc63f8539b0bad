/** Text that a terminal shows and never obeys: control characters, direction marks and unseen ones are written out. */
const OBEYED = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The text in one line, no longer than `longest` characters before escapes. */
export function harmlessText(text: string, longest = 500): string {
  const kept = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return kept.replace(OBEYED, (character) =>
    character === "\t" ? " " : `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}
