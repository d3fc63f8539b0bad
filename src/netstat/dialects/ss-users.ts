/**
 * The process column of ss: users:(("nginx",pid=7,fd=6),("nginx",pid=8,fd=6)), in older versions
 * users:(("sshd",1231,3)), and with -Z or -T more between: pid=7,tid=9,proc_ctx=…,fd=6. ss escapes
 * nothing between the quotation marks, so a name ends only where all the rest of its entry follows.
 */
import type { SocketProcess } from "#net/socket-entry";
import { decimal, indexWithin } from "../line-fields.ts";

const OPENING = "users:(";

/** Of the entry that `readEntry` read last. */
const entry = { nameEnd: 0, pid: 0, fd: -1, close: 0 };

/**
 * Reads the column at `start`. Returns the offset past it, or -1 when it is cut or broken. The
 * processes that are whole are added to `into`, unless that is null.
 */
export function readUsers(
  text: string,
  start: number,
  end: number,
  into: SocketProcess[] | null,
): number {
  let at = start + OPENING.length;
  while (at < end) {
    if (!text.startsWith('("', at)) return -1;
    const nameStart = at + 2;
    if (!readEntry(text, nameStart, end)) return -1;
    if (into !== null) {
      const name = entry.nameEnd === nameStart ? null : text.slice(nameStart, entry.nameEnd);
      into.push({ pid: entry.pid, name, user: null, fd: entry.fd < 0 ? null : entry.fd });
    }
    at = entry.close + 1;
    if (text.charCodeAt(at) === 41) return at + 1;
    if (text.charCodeAt(at) !== 44) return -1;
    at += 1;
  }
  return -1;
}

/** Finds the quotation mark that ends the name: the first with a pid and a closing bracket behind it. */
function readEntry(text: string, start: number, end: number): boolean {
  let quote = indexWithin(text, '",', start, end);
  while (quote >= 0) {
    if (readNumbers(text, quote + 2, end)) {
      entry.nameEnd = quote;
      return true;
    }
    quote = indexWithin(text, '",', quote + 1, end);
  }
  return false;
}

/** Reads pid=7,fd=6) or 7,6) or pid=7,tid=9,fd=6) into `entry`. */
function readNumbers(text: string, start: number, end: number): boolean {
  let at = start;
  entry.pid = -1;
  entry.fd = -1;
  while (at < end) {
    const itemEnd = endOfItem(text, at, end);
    if (itemEnd < 0) return false;
    if (at === start) {
      entry.pid = valueOf(text, at, itemEnd, "pid=");
      if (entry.pid < 0) return false;
    } else {
      const fd = valueOf(text, at, itemEnd, "fd=");
      if (fd >= 0) entry.fd = fd;
    }
    if (text.charCodeAt(itemEnd) === 41) {
      entry.close = itemEnd;
      return true;
    }
    at = itemEnd + 1;
  }
  return false;
}

/** The offset of the comma or bracket that ends the item; -1 where no item of an entry stands. */
function endOfItem(text: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 44 || code === 41) return at;
    // Quotation marks and opening brackets stand in names only.
    if (code === 34 || code === 40) return -1;
  }
  return -1;
}

/** The number of pid=1231, or of 1231 alone; -1 for anything else. */
function valueOf(text: string, start: number, end: number, name: string): number {
  return decimal(text, text.startsWith(name, start) ? start + name.length : start, end);
}
