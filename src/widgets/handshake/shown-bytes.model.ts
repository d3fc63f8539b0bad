/** Data as it came over the wire, for people: one character a byte, what cannot be printed as a dot. */

/** Printable ASCII stays; a byte that is not shows as "·". */
export function printable(data: string): string {
  return data.replace(/[^\u0020-\u007E]/g, "·");
}

/** The beginning, and "…" where there is more. */
export function beginning(data: string, most: number): string {
  return data.length <= most ? printable(data) : `${printable(data.slice(0, most - 1))}…`;
}

export const bytesText = (count: number) => `${count} ${count === 1 ? "byte" : "bytes"}`;

/** Whether most of it can be read: a header is told by its length. */
export function isReadable(data: string): boolean {
  const odd = data.length - data.replace(/[^\u0020-\u007E\n\r\t]/g, "").length;
  return odd * 4 <= data.length;
}
