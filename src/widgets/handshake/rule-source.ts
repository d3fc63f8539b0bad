/**
 * A reason's rule as pieces of text, of which those that name a document lead to it: a paragraph of an RFC, a manual
 * page. What else stands there (which check, a setting's name, "Linux", "the wire") is text.
 */
import type { Source } from "#net/source";

export interface RulePiece {
  readonly text: string;
  /** Null where there is nothing to read. */
  readonly url: string | null;
}

/** "RFC 9293 §3.10.7.4", "RFC 768", "tcp(7)". */
const DOCUMENT =
  /RFC (?<rfc>\d+)(?: §(?<section>\d+(?:\.\d+)*))?|(?<page>[a-z_]\w*)\((?<chapter>[1-8])\)/g;

/** The pieces' texts together are the rule. */
export function rulePieces(rule: string): readonly RulePiece[] {
  const pieces: RulePiece[] = [];
  let end = 0;
  for (const match of rule.matchAll(DOCUMENT)) {
    if (match.index > end) pieces.push({ text: rule.slice(end, match.index), url: null });
    pieces.push({ text: match[0], url: urlOf(match.groups ?? {}) });
    end = match.index + match[0].length;
  }
  if (end < rule.length) pieces.push({ text: rule.slice(end), url: null });
  return pieces;
}

/** The first document that the rule names; null where it names none. */
export function sourceOf(rule: string): Source | null {
  for (const { text, url } of rulePieces(rule)) if (url !== null) return { title: text, url };
  return null;
}

function urlOf({ rfc, section, page, chapter }: Partial<Record<string, string>>): string {
  if (rfc === undefined)
    return `https://man7.org/linux/man-pages/man${chapter}/${page}.${chapter}.html`;
  const paragraph = section === undefined ? "" : `#section-${section}`;
  return `https://www.rfc-editor.org/rfc/rfc${rfc}.html${paragraph}`;
}
