/**
 * The lines below a row of ss: what -i, -m, -e and -b print, indented by a tab; and where a window was
 * too narrow or somebody broke the lines, the peer or the processes on a line of their own.
 */
import type { SocketEndpoint, SocketEntry, SocketProcess } from "#net/socket-entry";
import { ADDRESS } from "../address-shape.ts";
import { ENDPOINT, found, NO_NUMBER, readEndpoint } from "../endpoint-text.ts";
import { indexWithin, LineFields } from "../line-fields.ts";
import { readUsers } from "./ss-users.ts";

/** Columns and details that begin so. */
const DETAIL =
  /^(?:users:\(\(|timer:\(|uid:\d|ino:\d|sk:[\da-f]|cgroup:|skmem:\(|locals:|peers:|tcp-ulp)/;
/** Of -i: one of these is in every such line. */
const TCP_INFO =
  /(?:^| )(?:ts|sack|cubic|bbr|reno|wscale:\d|rto:\d|rtt:\d|mss:\d|advmss:\d|cwnd:\d|bytes_\w+:\d|(?:data_)?segs_(?:in|out):\d|send \d|last(?:snd|rcv|ack):\d|pacing_rate \d|delivered:\d|rcv_\w+:\d|minrtt:\d|subflows\w*:\d|token:|map_id:|inet-sockopt:)(?: |$|[\d.:])/;

const MOST_READ = 240;

export function isContinuation(line: LineFields): boolean {
  const { text, start } = line;
  if (text.charCodeAt(start) === 9) return true;
  const first = line.startOf(0);
  const words = text.slice(first, Math.min(line.end, first + MOST_READ));
  if (DETAIL.test(words) || isPeerLine(line)) return true;
  return first > start && TCP_INFO.test(words);
}

/** An endpoint alone, or with what may follow a peer. */
function isPeerLine(line: LineFields): boolean {
  const at = line.startOf(0);
  if (readEndpoint(line.text, at, line.endOf(0)) !== ENDPOINT.read) return false;
  if (line.count === 1) return true;
  const next = line.startOf(1);
  return DETAIL.test(line.text.slice(next, Math.min(line.end, next + 20)));
}

const below = new LineFields();

/** Whether the peer that the row lacks stands on the next line. */
export function hasPeerBelow(line: LineFields): boolean {
  if (line.next >= line.text.length) return false;
  below.scan(line.text, line.next);
  return below.count > 0 && isPeerLine(below);
}

/** The entry with the peer and the processes that such a line names, where its row named none. */
export function extend(line: LineFields, entry: SocketEntry): SocketEntry {
  let extended = entry;
  if (entry.peer === null && entry.state !== "LISTEN" && isPeerLine(line)) {
    readEndpoint(line.text, line.startOf(0), line.endOf(0));
    extended = { ...extended, peer: foundEndpoint(line.text) };
  }
  const first = line.startOf(0);
  const users = indexWithin(line.text, "users:((", first, line.end);
  if (users >= 0 && entry.processes.length === 0) {
    const processes: SocketProcess[] = [];
    readUsers(line.text, users, line.end, processes);
    extended = { ...extended, processes };
  }
  return extended;
}

function foundEndpoint(text: string): SocketEndpoint | null {
  const { shape, addressStart, addressEnd, zoneStart, zoneEnd, portStart, portEnd, port } = found;
  const word = port === NO_NUMBER ? text.slice(portStart, portEnd) : null;
  const service = word === "*" ? null : word;
  if (shape === ADDRESS.any && port <= 0 && service === null) return null;
  return {
    address: shape === ADDRESS.any ? "*" : text.slice(addressStart, addressEnd),
    zone: zoneStart < 0 ? null : text.slice(zoneStart, zoneEnd),
    port: port === NO_NUMBER ? null : port,
    service,
  };
}
