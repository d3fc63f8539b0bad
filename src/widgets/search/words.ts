/**
 * The words that search knows of a text. The field's words are not plain English: TIME-WAIT is also written
 * TIME_WAIT, and 192.0.2.10:443, SO_REUSEADDR and bind() are one word each, of which a person may type a part.
 * Simplified: no word stems; the index forgives an ending by its prefixes and its fuzzy matching.
 */

/** Lower case, `_` as `-`, without the marks around it; a query is read this way. */
export function wholeWords(text: string): string[] {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("_", "-")
    .split(/[^\p{L}\p{N}.:/'’+-]+/u)
    .map((word) => {
      const bare = word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
      // An IPv6 address may begin with its colons, or be nothing else.
      return word.startsWith("::") ? `::${bare}` : bare;
    })
    .filter((word) => word !== "");
}

/** The whole words, their parts, and what they are without hyphens; a text is indexed this way. */
export function indexedWords(text: string): string[] {
  return wholeWords(text).flatMap((word) => {
    const parts = word.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
    if (parts.length < 2) return [word];
    const joined = word.replaceAll("-", "");
    return [...new Set([word, ...parts, joined])];
  });
}
