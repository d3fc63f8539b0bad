/**
 * Sockets to make listings of: programs on their usual ports, clients on ports of their system's ephemeral range,
 * addresses for documentation. Simplified: a connection that its program has closed is shown without a program.
 */
import { ephemeralRangeOf } from "#net/ephemeral-range";
import type { OperatingSystem } from "#net/operating-system";
import type { Port } from "#net/port";
import type { SocketEndpoint, SocketEntry, SocketProcess } from "#net/socket-entry";
import type { TcpState } from "#net/tcp-state";
import type { DialectId } from "#netstat/listing";
import { print } from "#netstat/print";
import type { Draw } from "../draw.ts";

export interface Tool {
  readonly id: DialectId;
  /** As it stands in a sentence. */
  readonly name: string;
  readonly system: OperatingSystem;
}

export const SS: Tool = { id: "ss", name: "`ss -tunap` on Linux", system: "linux" };
export const NET_TOOLS: Tool = {
  id: "net-tools",
  name: "`netstat -tunap` on Linux",
  system: "linux",
};
export const WINDOWS: Tool = {
  id: "windows-netstat",
  name: "`netstat -ano` on Windows",
  system: "windows",
};
export const MACOS: Tool = {
  id: "macos-netstat",
  name: "`netstat -an` on macOS",
  system: "macos",
};
/** All but lsof, which shows only what a process holds. */
export const READERS: readonly Tool[] = [SS, NET_TOOLS, WINDOWS, MACOS];
export const LSOF: Tool = { id: "lsof", name: "`lsof -nP -i` on Linux", system: "linux" };

export const TOOLS: readonly Tool[] = [...READERS, LSOF];

export interface Program {
  readonly name: string;
  readonly user: string;
  readonly pid: number;
  readonly fd: number;
}

export interface Server {
  readonly port: Port;
  readonly program: Program;
}

/** Programs and where they listen when nobody tells them otherwise. */
const SERVERS = [
  [22, "sshd", "root"],
  [25, "master", "root"],
  [80, "nginx", "root"],
  [443, "nginx", "root"],
  [3306, "mysqld", "mysql"],
  [5432, "postgres", "postgres"],
  [5672, "beam.smp", "rabbitmq"],
  [6379, "redis-server", "redis"],
  [8080, "java", "tomcat"],
  [8443, "java", "tomcat"],
] as const;

/** `count` of them, with different ports. */
export function drawServers(draw: Draw, count: number): Server[] {
  return draw.sample(SERVERS, count).map(([port, name, user]) => ({
    port,
    program: { name, user, pid: draw.whole(600, 4000), fd: draw.whole(3, 12) },
  }));
}

export function drawServer(draw: Draw): Server {
  return drawServers(draw, 1)[0]!;
}

const DATAGRAM_SERVERS = [
  [53, "dnsmasq"],
  [67, "dhcpd"],
  [68, "dhclient"],
  [123, "chronyd"],
  [514, "rsyslogd"],
  [1900, "minidlnad"],
  [5353, "avahi-daemon"],
] as const;

export function drawDatagramServer(draw: Draw): Server {
  const [port, name] = draw.pick(DATAGRAM_SERVERS);
  return { port, program: { name, user: "root", pid: draw.whole(300, 590), fd: 7 } };
}

/** Programs that usually listen for their own host alone. */
const LOCAL_SERVERS = [
  [631, "cupsd"],
  [9000, "php-fpm"],
  [11_211, "memcached"],
  [27_017, "mongod"],
] as const;

export function drawLocalServer(draw: Draw): Server {
  const [port, name] = draw.pick(LOCAL_SERVERS);
  return {
    port,
    program: { name, user: "root", pid: draw.whole(600, 4000), fd: draw.whole(3, 12) },
  };
}

const BROWSING = ["curl", "firefox", "node", "python3"] as const;

/** Programs that talk to the servers on these ports. */
const CLIENTS: Readonly<Record<Port, readonly string[]>> = {
  22: ["ssh"],
  25: ["python3", "smtp"],
  80: BROWSING,
  443: BROWSING,
  3306: ["mysql", "node", "python3"],
  5432: ["node", "psql", "python3"],
  6379: ["node", "python3", "redis-cli"],
  8080: BROWSING,
  8443: BROWSING,
};

/** Programs that may be at either end of anything: their names tell nothing. */
const ANY_PROGRAMS = ["java", "node", "python3"] as const;

/** A program that talks to that port elsewhere; one of any kind where the port is not known. */
export function drawClient(draw: Draw, port?: Port): Program {
  const name = draw.pick((port === undefined ? undefined : CLIENTS[port]) ?? ANY_PROGRAMS);
  return { name, user: "ana", pid: draw.whole(4100, 29_999), fd: draw.whole(3, 90) };
}

/** A port that the system would choose for a client. */
export function drawClientPort(draw: Draw, system: OperatingSystem): Port {
  const { from, to } = ephemeralRangeOf(system);
  return draw.whole(from, to);
}

/** A port that every system would choose for a client. */
export function drawAnyClientPort(draw: Draw): Port {
  return draw.whole(49152, 60999);
}

/** An IPv4 address of the host whose listing it is. */
export function drawOwnAddress(draw: Draw): string {
  return `192.0.2.${draw.whole(1, 254)}`;
}

/** An IPv4 address of another host; not `besides`. */
export function drawPeerAddress(draw: Draw, besides = ""): string {
  const network = draw.pick(["198.51.100", "203.0.113"]);
  const host = draw.whole(1, 254);
  const address = `${network}.${host}`;
  return address === besides ? `${network}.${host === 254 ? 1 : host + 1}` : address;
}

export interface End {
  /** 0.0.0.0 and :: for every address. */
  readonly address: string;
  readonly port: Port;
}

const endpointOf = ({ address, port }: End): SocketEndpoint => ({
  address: address === "0.0.0.0" || address === "::" ? "*" : address,
  zone: null,
  port,
  service: null,
});

const familyOf = ({ address }: End) => (address.includes(":") ? 6 : 4);

export interface Queues {
  readonly recvQ?: number;
  readonly sendQ?: number;
}

const DEFAULT_BACKLOG = 4096;

/** A TCP listener. `family` is told where the address does not: "46" for a socket on :: that takes IPv4 too. */
export function listenerOn(
  local: End,
  program: Program | null,
  {
    recvQ = 0,
    sendQ = DEFAULT_BACKLOG,
    family,
  }: Queues & Pick<Partial<SocketEntry>, "family"> = {},
): SocketEntry {
  return {
    protocol: "tcp",
    family: family ?? familyOf(local),
    local: endpointOf(local),
    peer: null,
    state: "LISTEN",
    recvQ,
    sendQ,
    processes: processesOf(program),
  };
}

export function connectionOf(
  local: End,
  peer: End,
  state: TcpState,
  program: Program | null,
  { recvQ = 0, sendQ = 0 }: Queues = {},
): SocketEntry {
  return {
    protocol: "tcp",
    family: familyOf(local),
    local: endpointOf(local),
    peer: endpointOf(peer),
    state,
    recvQ,
    sendQ,
    processes: processesOf(program),
  };
}

/** A UDP socket without a peer. */
export function datagramSocketOn(
  local: End,
  program: Program | null,
  family: SocketEntry["family"] = familyOf(local),
): SocketEntry {
  return {
    protocol: "udp",
    family,
    local: endpointOf(local),
    peer: null,
    state: null,
    recvQ: 0,
    sendQ: 0,
    processes: processesOf(program),
  };
}

function processesOf(program: Program | null): readonly SocketProcess[] {
  return program === null ? [] : [program];
}

/** The listing as the tool prints it, without its empty lines at the ends. */
export function listed(tool: Tool, entries: readonly SocketEntry[]): string {
  const known = entries.map((entry) => asKnownTo(tool, entry));
  const hasDescriptors = tool === SS || tool === LSOF;
  const text = print(hasDescriptors ? withOwnDescriptors(known) : known, tool.id).replaceAll(
    /^\n+|\n+$/g,
    "",
  );
  if (tool === LSOF) return withDevices(text);
  const hasPrograms = known.some(({ processes }) => processes.length > 0);
  return tool === NET_TOOLS && !hasPrograms ? withoutPrograms(text) : text;
}

/** No two sockets of a process have one descriptor: the next free one is taken. */
function withOwnDescriptors(entries: readonly SocketEntry[]): readonly SocketEntry[] {
  const taken = new Set<string>();
  return entries.map((entry) => {
    const [process] = entry.processes;
    if (process === undefined || process.fd === null) return entry;
    let { fd } = process;
    while (taken.has(`${process.pid} ${fd}`)) fd += 1;
    taken.add(`${process.pid} ${fd}`);
    return { ...entry, processes: [{ ...process, fd }] };
  });
}

/** In the column DEVICE lsof has a socket's inode on Linux; the printer knows none and leaves 0. */
export function withDevices(text: string): string {
  return text.replaceAll(
    /( (\d+) \S+ +(\d+)u +IPv\d ) {5}0(?= )/g,
    (_, before: string, pid: string, fd: string) =>
      `${before} ${20_000 + ((Number(pid) * 31 + Number(fd) * 7) % 70_000)}`,
  );
}

/** With -p the column stands there even if no socket of the table has a program. */
function withoutPrograms(text: string): string {
  const [title, heading, ...rows] = text.split("\n");
  const filled = rows.map((row) => `${row} ${"-".padEnd(20)}`);
  return [title, `${heading} PID/Program name    `, ...filled].join("\n");
}

function asKnownTo(tool: Tool, entry: SocketEntry): SocketEntry {
  const { state, processes, sendQ } = entry;
  // Only ss shows a listener's limit; Windows gives what no process holds to its process 0; macOS names none with -an.
  const isOrphan = state === "TIME-WAIT" && tool === WINDOWS;
  return {
    ...entry,
    sendQ: state === "LISTEN" && tool !== SS ? 0 : sendQ,
    processes: isOrphan
      ? [{ pid: 0, name: null, user: null, fd: null }]
      : tool === MACOS
        ? []
        : processes,
  };
}

/** The row of one socket alone, as the tool prints it. */
export function rowOf(tool: Tool, entry: SocketEntry): string {
  return listed(tool, [entry]).split("\n").at(-1)!.trim();
}
