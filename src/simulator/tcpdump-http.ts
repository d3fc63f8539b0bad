/** What tcpdump adds where it takes a segment's data for HTTP: print-http.c and util-print.c of tcpdump 4.99. */
import type { TcpSegment } from "./packet.ts";

const PORTS = new Set([80, 8080]);

/** The usual ones (RFC 9110 §9, RFC 5789); tcpdump knows WebDAV's as well. */
const METHODS = new Set("GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE".split(" "));

/** ": HTTP", with the request line or status line behind it; nothing where there is no data or no HTTP port. */
export function httpWords({ data, flags, from, to }: TcpSegment): string {
  if (data === "" || flags.rst || !(PORTS.has(from.port) || PORTS.has(to.port))) return "";
  const [first = "", second = ""] = data.split(/[ \t\r\n]+/, 2);
  const isHttp = METHODS.has(first.toUpperCase()) || /^\d{3}$/.test(second);
  const line = /^[\t\x20-\x7e]*(?=\r?\n|$)/.exec(data)?.[0] ?? "";
  return isHttp && line !== "" ? `: HTTP: ${line}` : ": HTTP";
}
