/**
 * docker ps and its kin (podman ps, docker compose ps, docker service ls, docker port): the PORTS cell
 * says which ports of this machine lead into a container, so a row of it is a listener of the host. One
 * entry for each address and port; ports that are not published are no socket of this machine. The name
 * is the container's. It prints no state, no queues and no number of a process.
 * Source: Docker CLI reference, "docker container ls" and "docker container port"; podman-ps(1).
 */
import { parseAddress } from "#net/address";
import type { Family, SocketEntry, SocketProcess } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import { type BlockContext, type Dialect, UNEXPECTED, take, takeEndpoint } from "../dialect.ts";
import { bracketed, isIpv6Text, peerOf } from "../endpoint-print.ts";
import { FIELD } from "../field.ts";
import type { LineFields } from "../line-fields.ts";
import type { RowFields } from "../row-fields.ts";
import { NOT_MINE, READ } from "../unreadable.ts";
import { firstMapping, takeMappings } from "./docker-ports.ts";

/** It prints none: what is published listens. */
const SPELLING: Record<TcpState, string> = {
  LISTEN: "",
  "SYN-SENT": "",
  "SYN-RECEIVED": "",
  ESTABLISHED: "",
  "FIN-WAIT-1": "",
  "FIN-WAIT-2": "",
  "CLOSE-WAIT": "",
  CLOSING: "",
  "LAST-ACK": "",
  "TIME-WAIT": "",
  CLOSED: "",
};

/** Where the heading puts the name. */
const NAME_LAST = 1;
const NAME_FIRST = 2;
const NAME_SECOND = 3;

function readRow(line: LineFields, row: RowFields, layout: number): number {
  if (line.count === 3 && line.is(1, "->")) return readPort(line, row);
  const first = firstMapping(line);
  if (first < 0) return NOT_MINE;
  // Unasked, a line of mappings alone could be anybody's.
  if (first === 0 && layout === UNEXPECTED) return NOT_MINE;
  row.clear(line.text);
  const end = takeMappings(line, cellStart(line, first), row);
  if (end < 0) return NOT_MINE;
  takeName(line, first, end, row, layout);
  return READ;
}

/** The first of the ports that stand together: those that are not published may come before. */
function cellStart(line: LineFields, first: number): number {
  let at = first;
  while (at > 0 && line.text.charCodeAt(line.endOf(at - 1) - 1) === 44) at -= 1;
  return line.startOf(at);
}

/** docker port: 80/tcp -> 0.0.0.0:8080. */
function readPort(line: LineFields, row: RowFields): number {
  const { text } = line;
  const start = line.startOf(0);
  const slash = text.slice(start, Math.min(line.endOf(0), start + 12)).indexOf("/");
  if (
    slash <= 0 ||
    !/^(?:tcp|udp|sctp)$/.test(text.slice(start + slash + 1, line.endOf(0)).slice(0, 5))
  )
    return NOT_MINE;
  row.clear(text);
  if (takeEndpoint(line, 2, row, "local") !== READ) return NOT_MINE;
  row.set(FIELD.rest, start, start + slash);
  row.set(FIELD.protocol, start + slash + 1, line.endOf(0));
  return READ;
}

/** The name stands behind the ports, or where the heading says; without one, where no container's number is. */
function takeName(
  line: LineFields,
  first: number,
  end: number,
  row: RowFields,
  layout: number,
): void {
  if (layout === NAME_FIRST || layout === NAME_SECOND) {
    const at = layout - NAME_FIRST;
    if (at < first) take(line, at, row, FIELD.program);
    return;
  }
  if (layout === NAME_LAST || first === 0 || isContainerId(line, 0)) takeNameBehind(line, end, row);
  else take(line, 0, row, FIELD.program);
}

/** By characters: behind many ports there are more fields than a line keeps. */
function takeNameBehind(line: LineFields, end: number, row: RowFields): void {
  const { text } = line;
  let start = end;
  while (start < line.end && text.charCodeAt(start) <= 32) start += 1;
  let nameEnd = start;
  while (nameEnd < line.end && text.charCodeAt(nameEnd) > 32) nameEnd += 1;
  // A dash, or the comma behind which more ports would stand.
  const first = text.charCodeAt(start);
  const isDash = nameEnd === start + 1 && (first === 45 || first === 44);
  if (nameEnd > start && !isDash) row.set(FIELD.program, start, nameEnd);
}

/** Twelve hexadecimal digits, or all sixty-four. */
function isContainerId(line: LineFields, at: number): boolean {
  const length = line.lengthOf(at);
  if (length !== 12 && length !== 64) return false;
  for (let i = line.startOf(at); i < line.endOf(at); i += 1) {
    const code = line.text.charCodeAt(i);
    if (!((code >= 48 && code <= 57) || (code >= 97 && code <= 102))) return false;
  }
  return true;
}

/** The container that `docker port web` asks for. */
const ASKED = /\b(?:docker|podman|nerdctl)(?: container)? port (?:-\S+ )*([\w.-]+)/;

function entry(row: RowFields, { command }: BlockContext): SocketEntry {
  const name = row.textOf(FIELD.program) ?? ASKED.exec(command)?.[1] ?? null;
  const address = row.textOf(FIELD.localAddress);
  const processes: SocketProcess[] =
    name === null ? [] : [{ pid: null, name, user: null, fd: null }];
  return {
    protocol: row.textOf(FIELD.protocol) ?? "tcp",
    family: address === null || address === "*" ? null : isIpv6Text(address) ? 6 : 4,
    local: address === null ? { ...row.local(), address: "*" } : row.local(),
    peer: null,
    state: null,
    recvQ: null,
    sendQ: null,
    processes,
  };
}

const PRINTED = new Set(["tcp", "udp", "sctp"]);

/** Docker's own rule for the names of containers. */
const NAME = /^[a-zA-Z0-9][\w.-]*$/;

function project(socket: SocketEntry): readonly SocketEntry[] {
  const { protocol, state, local, family } = socket;
  const listens = state === "LISTEN" || (state === null && peerOf(socket) === null);
  if (!PRINTED.has(protocol) || !listens || local.port === null) return [];
  const name = socket.processes.find((process) => process.name !== null)?.name ?? "-";
  const processes = NAME.test(name) ? [{ pid: null, name, user: null, fd: null }] : [];
  return addressesOf(local.address, family).map(([address, shown]) => ({
    protocol,
    family: shown,
    local: { address, zone: null, port: local.port, service: null },
    peer: null,
    state: null,
    recvQ: null,
    sendQ: null,
    processes,
  }));
}

/** Every address of the host takes a mapping for each family. */
function addressesOf(address: string, family: Family | null): readonly [string, Family][] {
  if (address === "*")
    return family === "46"
      ? [
          ["*", 4],
          ["*", 6],
        ]
      : [["*", family ?? 4]];
  const known = parseAddress(address);
  return known.type === "error" ? [] : [[known.text, known.family]];
}

function mappingText({ protocol, family, local }: SocketEntry): string {
  const any = family === 6 ? "[::]" : "0.0.0.0";
  const address = local.address === "*" ? any : bracketed(local.address);
  return `${address}:${local.port}->${local.port}/${protocol}`;
}

/** What it does not know of the container (its image, its command) stands as a dash. */
function print(entries: readonly SocketEntry[]): string {
  const lines = entries.flatMap((socket, index) => {
    const mappings = project(socket);
    if (mappings.length === 0) return [];
    const id = (index + 1).toString(16).padStart(12, "0");
    const name = mappings[0]?.processes[0]?.name ?? "-";
    const ports = mappings.map(mappingText).join(", ");
    return [`${id}   -         -         -         -         ${ports.padEnd(40)}   ${name}`];
  });
  const heading = `CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    ${"PORTS".padEnd(40)}   NAMES`;
  return `${[heading, ...lines].join("\n")}\n`;
}

export const dockerPs: Dialect = {
  id: "docker-ps",
  tool: "docker ps",
  command: "docker ps",
  withListeners:
    "docker ps shows what containers publish; ss -tulpn on the host shows all listeners",
  sign: "have published ports such as 0.0.0.0:80->80/tcp",
  os: () => null,
  headingWords: ["container", "name", "names", "id"],
  isHeading: (words) =>
    /^CONTAINER ID(?: .*)? (?:PORTS|NAMES)\b/.test(words) ||
    /^NAMES? .*\bPORTS\b/.test(words) ||
    /^Name Command State Ports$/.test(words) ||
    /^ID NAME .*\bPORTS$/.test(words),
  layoutOf: (words) =>
    words.startsWith("CONTAINER") ? NAME_LAST : words.startsWith("ID") ? NAME_SECOND : NAME_FIRST,
  isContinuation: () => false,
  readRow,
  entry,
  truncated: () => [],
  spelling: SPELLING,
  print,
  project,
};
