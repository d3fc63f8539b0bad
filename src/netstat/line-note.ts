/** What else there is to say of a line that is noise: a number while lines are read, a sentence when a person asks. */
import type { LineFields } from "./line-fields.ts";

const SENTENCES = [
  undefined,
  "A socket that this reader does not list: it is of another kind (netlink, packet, kernel control), or it has no address yet.",
  "A container that publishes no port: no port of this machine leads into it.",
  "An open file that is no network socket: lsof lists whatever a program holds open. lsof -nP -i lists network sockets alone.",
  "A neighbour on the local network, as arp prints it: an address and its hardware address. It names no socket: `ss -tulpn` or `netstat -an` would.",
] as const;

export const NOTE = { none: 0, otherSocket: 1, unpublished: 2, openFile: 3, neighbour: 4 } as const;

export function noteSentence(note: number): string | undefined {
  return SENTENCES[note];
}

export function noteOf(line: LineFields, words: string): number {
  if (isOtherSocket(line, words)) return NOTE.otherSocket;
  if (isLikeLsof(line) && OPEN_FILE.test(words)) return NOTE.openFile;
  const length = line.lengthOf(0);
  if ((length === 12 || length === 64) && UNPUBLISHED.test(words)) return NOTE.unpublished;
  return beginsLikeNeighbour(line) && NEIGHBOUR.test(words) ? NOTE.neighbour : NOTE.none;
}

/** Rows of ss and lsof about sockets that have no IP address. */
function isOtherSocket(line: LineFields, words: string): boolean {
  return (
    (line.lengthOf(0) <= 5 && OTHER_OF_SS.test(words)) ||
    (isLikeLsof(line) && OTHER_OF_LSOF.test(words))
  );
}

const OTHER_OF_SS = /^(?:nl|p_raw|p_dgr|v_str|v_dgr|ti_\w{2}|xdp|bth) [A-Z-]+ \d/;
const OTHER_OF_LSOF =
  /^\S+ \d+ (?:\S+ ){2,5}(?:(?:netlink|pack|sock|raw6?|systm|ndrv|rte|key|VSOCK) |IPv[46] .*no PCB)/;

/** lsof's rows have the process's number second. */
const isLikeLsof = (line: LineFields) => line.count > 4 && line.numberOf(1) >= 0;

const OPEN_FILE =
  /^\S+ \d+ (?:\S+ ){1,5}(?:cwd|rtd|txt|twd|ctty|mem(?:-[rwRW])?|mmap|DEL|ltx|pd|jld|err|NOFD|fp\.|\d+[rwu-]?[A-Za-z]?) (?:REG|DIR|CHR|BLK|FIFO|LINK|PIPE|unknown|a_inode|anon_inode|KQUEUE|PSXSHM|PSXSEM|NPOLICY|CHAN|FSEVENT|V(?:REG|DIR|CHR|BLK|FIFO)|0\d+|0000|PIPE|DOOR|PORT|unkn|\S+ )/;

/** A row of docker ps whose container publishes no port. */
const UNPUBLISHED =
  /^[0-9a-f]{12}(?:[0-9a-f]{52})? .*\b(?:Up|Exited|Created|Restarting|Paused|Dead)\b/;

/** A number, "Address", "Interface", "Internet"; or a name before an address in brackets. */
function beginsLikeNeighbour(line: LineFields): boolean {
  const first = line.firstCodeOf(0);
  if (line.count > 1 && line.firstCodeOf(1) === 40) return true;
  if (first >= 48 && first <= 57) return true;
  const length = line.lengthOf(0);
  return length >= 7 && length <= 10 && ((first | 32) === 97 || (first | 32) === 105);
}

/** Of Linux's arp, of BSD's and of Windows's; and their columns' names. */
const NEIGHBOUR =
  /^(?:\S+ \([\d.]+\) at \S+|Address HWtype HWaddress|[\d.]+ ether [\da-f:]{17}|Interface: [\d.]+ --- 0x|Internet Address Physical Address Type|[\d.]+ (?:[\da-f]{2}-){5}[\da-f]{2} \w+)/i;
