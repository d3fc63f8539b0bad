/** Out of the page: onto the clipboard, or into a file. */

/** Resolves once it is copied; rejects where the browser refuses, or where `text` rejects. */
export async function toClipboard(text: Promise<string>): Promise<void> {
  // A click allows it for a moment only: some browsers want to be asked before the text is there.
  if (typeof ClipboardItem === "function" && "write" in navigator.clipboard) {
    const blob = text.then((made) => new Blob([made], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
  } else {
    await navigator.clipboard.writeText(await text);
  }
}

/** How long a browser may take to begin to save, in milliseconds. */
const SAVING = 60_000;

export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), SAVING);
}
