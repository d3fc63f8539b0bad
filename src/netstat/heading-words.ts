/**
 * The names of columns, word by word. A narrow window breaks a heading, too: its lower line is told by
 * having nothing but such words, and is put together with the line above.
 */
import { DIALECTS } from "./dialects.ts";

/** What the printers' headings have only with some rows, or never. */
const MORE =
  "Foreign Process Timer User Inode Security Context Peer Address:Port Address PID PID/Program Program name rxbytes txbytes rxdrops txdrops rhiwat shiwat pid epid process:pid eprocess:epid state options gencnt flags flags1 usecnt rtncnt fltrs (state) Offload TID TASKCMD PPID PGID CONN STATE remote_address rem_address ref pointer drops Process-name";

const NAMES = new Set(
  [MORE, ...DIALECTS.map((dialect) => dialect.print([]))]
    .flatMap((text) =>
      text.split("\n").filter((line) => !line.includes("Active") && !line.startsWith("-")),
    )
    .flatMap((line) => line.split(/\s+/)),
);
NAMES.delete("");

/** With these a heading begins. */
const FIRST =
  /^(?:Proto|Netid|State Recv-Q|COMMAND|USER|LocalAddress|CONTAINER|sl|Socket|PCB|Tcpcb)\b/;

/** Whether the words, joined by single spaces, are names of columns. */
export const areColumnNames = (words: string): boolean =>
  NAMES.has(words.slice(0, spaceIn(words))) && words.split(" ").every((word) => NAMES.has(word));

/** Whether the words can be the end of a heading. */
export const endHeading = (words: string): boolean => areColumnNames(words) && !FIRST.test(words);

function spaceIn(words: string): number {
  const space = words.indexOf(" ");
  return space < 0 ? words.length : space;
}
