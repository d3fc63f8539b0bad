/** Counts as people read them. Never for a port number: 49152 is a name, 49,152 a quantity. */

/** 12,345. */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** "1 socket", "2 sockets", "1,204 sockets". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`;
}
