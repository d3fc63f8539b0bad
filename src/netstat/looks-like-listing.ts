/** Whether a text is a pasted listing rather than a port, a name or a URL: what the home page's one field asks. */
export function looksLikeListing(text: string): boolean {
  return text.trim().includes("\n");
}
