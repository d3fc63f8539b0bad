/**
 * The process column of ss: users:(("nginx",pid=7,fd=6),("nginx",pid=8,fd=6)), and in older versions
 * users:(("sshd",1231,3)). ss does not escape what stands between the quotation marks.
 */
import type { SocketProcess } from "#net/socket-entry";
import { decimal } from "../line-fields.ts";

const OPENING = "users:(";

/**
 * Reads the column at `start`. Returns the offset past it, or -1 when it is cut or broken. The
 * processes are added to `into`, unless that is null.
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
    const nameEnd = endOfName(text, nameStart, end);
    if (nameEnd < 0) return -1;
    const close = text.indexOf(")", nameEnd);
    if (close < 0 || close >= end) return -1;
    const comma = text.indexOf(",", nameEnd + 2);
    const hasFd = comma >= 0 && comma < close;
    const pid = afterEquals(text, nameEnd + 2, hasFd ? comma : close);
    const fd = hasFd ? afterEquals(text, comma + 1, close) : null;
    if (pid < 0 || fd === -1) return -1;
    if (into !== null) {
      const name = text.slice(nameStart, nameEnd);
      into.push({ pid, name: name === "" ? null : name, user: null, fd });
    }
    at = close + 1;
    if (text.charCodeAt(at) === 41) return at + 1;
    if (text.charCodeAt(at) !== 44) return -1;
    at += 1;
  }
  return -1;
}

/** The quotation mark that a comma and a pid follow: a name may hold quotation marks itself. */
function endOfName(text: string, start: number, end: number): number {
  let quote = text.indexOf('",', start);
  while (quote >= 0 && quote < end) {
    const code = text.charCodeAt(quote + 2);
    if ((code >= 48 && code <= 57) || text.startsWith("pid=", quote + 2)) return quote;
    quote = text.indexOf('",', quote + 1);
  }
  return -1;
}

/** The number of pid=1231, of fd=3, or of 1231 alone; -1 for anything else. */
function afterEquals(text: string, start: number, end: number): number {
  const isNamed = text.startsWith("pid=", start) || text.startsWith("fd=", start);
  return decimal(text, isNamed ? text.indexOf("=", start) + 1 : start, end);
}
