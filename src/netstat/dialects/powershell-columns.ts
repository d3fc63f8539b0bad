/**
 * The columns of a PowerShell table. Get-NetTCPConnection has seven, fewer in a narrow window, and
 * Select-Object or Format-Table puts any columns in any order: so the heading's names are read. A
 * layout is the columns' codes as the digits of a number to base 16, the first column last.
 */
import { HEADING_MARKS, unmarkedWords } from "./table-bars.ts";

export const COLUMN = {
  localAddress: 1,
  localPort: 2,
  remoteAddress: 3,
  remotePort: 4,
  state: 5,
  setting: 6,
  pid: 7,
  program: 8,
  protocol: 9,
  /** A column this reader has no use for. */
  other: 10,
} as const;

const NAMES: Readonly<Record<string, number>> = {
  localaddress: COLUMN.localAddress,
  localip: COLUMN.localAddress,
  localport: COLUMN.localPort,
  remoteaddress: COLUMN.remoteAddress,
  remoteip: COLUMN.remoteAddress,
  remoteport: COLUMN.remotePort,
  state: COLUMN.state,
  status: COLUMN.state,
  appliedsetting: COLUMN.setting,
  owningprocess: COLUMN.pid,
  processid: COLUMN.pid,
  pid: COLUMN.pid,
  id: COLUMN.pid,
  process: COLUMN.program,
  processname: COLUMN.program,
  program: COLUMN.program,
  name: COLUMN.program,
  protocol: COLUMN.protocol,
  proto: COLUMN.protocol,
  creationtime: COLUMN.other,
  offloadstate: COLUMN.other,
};

/** The names that a table may begin with, in small letters. */
export const POWERSHELL_HEADING_WORDS: readonly string[] = [
  ...Object.keys(NAMES),
  ...HEADING_MARKS,
];

const BASE = 16;
/** As many digits to base 16 as a number holds exactly. */
const MOST_COLUMNS = 13;

/** Cells of a heading are cut, too: OwningPr, OwningPro... */
function columnNamed(word: string): number {
  const name = word.replace(/(?:\.\.\.|…)$/, "").toLowerCase();
  const exact = NAMES[name];
  if (exact !== undefined) return exact;
  const whole =
    name.length < 6 ? undefined : Object.keys(NAMES).find((each) => each.startsWith(name));
  return whole === undefined ? COLUMN.other : NAMES[whole]!;
}

/** The columns of a heading as a number; 0 where the words are none, or name no local address and port. */
export function layoutOfHeading(words: string): number {
  // An invented name of two words, as in Local Address.
  const names = unmarkedWords(words).replaceAll(
    /\b(Local|Remote|Process|Owning) (Address|Port|Name|I[Dd]|Process)\b/g,
    "$1$2",
  );
  if (!/^[A-Za-z][\w.…#/-]*(?: [A-Za-z][\w.…#/-]*)+$/.test(names)) return 0;
  const columns = names.split(" ").slice(0, MOST_COLUMNS).map(columnNamed);
  if (!columns.includes(COLUMN.localAddress) || !columns.includes(COLUMN.localPort)) return 0;
  return columns.reduceRight((layout, column) => layout * BASE + column, 0);
}

let lastLayout = 0;
let lastColumns: readonly number[] = [];

/** The columns from the left. Kept until another layout is asked for: the rows of a table share one. */
export function columnsOf(layout: number): readonly number[] {
  if (layout !== lastLayout) {
    const columns: number[] = [];
    for (let rest = layout; rest > 0; rest = Math.floor(rest / BASE)) columns.push(rest % BASE);
    lastLayout = layout;
    lastColumns = columns;
  }
  return lastColumns;
}
