/** “A port is a socket.” A message that is quoted within it has marks of its own. */
export function quoted(belief: string): string {
  return `“${belief.replaceAll("“", "‘").replaceAll("”", "’")}”`;
}
