/** One plain sentence about a row: who, what it does, and who can reach it or whom it talks to. */
import type { SocketEndpoint, SocketEntry } from "#net/socket-entry";
import { isEchoIdentifier } from "./echo-identifier.ts";
import { isIpv6Text, portText } from "./endpoint-print.ts";
import type { ExposureFinding } from "./explanation.ts";
import type { FoundRole } from "./role.ts";
import type { Row } from "./listing.ts";
import { nameOf } from "./role-words.ts";

export function sentenceOf(
  { entry, dialect }: Pick<Row, "entry" | "dialect">,
  role: FoundRole,
  exposure: ExposureFinding | null,
): string {
  const program = programOf(entry);
  const port = portWords(entry);
  if (dialect === "docker-ps") {
    const name = entry.processes[0]?.name;
    const container = name ? `the container ${name}` : "a container";
    return `${port} of this machine leads into ${container}; ${reach(entry, exposure)}.`;
  }
  switch (role.role) {
    case "listener":
      return `${program}${role.confidence === "likely" ? " probably" : ""} waits for clients on ${port}; ${reach(entry, exposure)}.`;
    case "receiver":
      return `${program} receives ${received(entry, port)}; ${reach(entry, exposure)}.`;
    case "bound":
      return `${program} holds ${port} and neither listens on it nor is connected.`;
    case "server":
    case "client":
    case "both":
    case "unknown":
      return entry.peer === null
        ? `${program} has a socket on ${port}, and the row does not say what it does.`
        : `${connection(entry, entry.peer, role, program, port)}${ending(entry)}.`;
  }
}

/** ICMP has no ports: where a tool prints one, it is the identifier in echo messages, or ICMP's own number. */
function portWords({ protocol, local }: SocketEntry): string {
  if (protocol === "raw") return `protocol ${portText(local)}`;
  if (protocol === "icmp")
    return isEchoIdentifier(local) ? `ICMP identifier ${portText(local)}` : "ICMP socket";
  return `${nameOf(protocol)} port ${portText(local)}`;
}

function received({ protocol, local }: SocketEntry, port: string): string {
  if (protocol === "raw") return `packets of ${port}`;
  if (protocol === "icmp")
    return `ICMP messages${isEchoIdentifier(local) ? ` with the identifier ${portText(local)}` : ""}`;
  return `${protocol === "udp" ? "datagrams" : "packets"} on ${port}`;
}

/** The program's name, else its number, else that the row names none. */
export function programOf({ processes, state }: SocketEntry): string {
  const [first] = processes;
  if (first?.name) {
    const name = shortName(first.name);
    return processes.length > 1 ? `${name} (and ${othersOf(processes.length - 1)})` : name;
  }
  if (first?.pid) return `Process ${first.pid}`;
  return state === "TIME-WAIT" ? "The system" : "A program";
}

/** Servers write what they do behind their name: "nginx: master process", "sshd: me [priv]". */
export function shortName(name: string): string {
  return /^([\w.-]+): /.exec(name)?.[1] ?? name;
}

const othersOf = (count: number) => (count === 1 ? "one more process" : `${count} more processes`);

function reach(entry: SocketEntry, exposure: ExposureFinding | null): string {
  switch (exposure?.exposure) {
    case "loopback":
      return "only programs on this machine can reach it";
    case "interface":
      return entry.local.zone === null
        ? `it can be reached through the address ${entry.local.address} only`
        : `it can be reached through the interface ${entry.local.zone} only`;
    case "all":
      return "it can be reached through every interface of this machine";
    case "unknown":
    case undefined:
      return `who can reach it cannot be told from “${entry.local.address}”`;
  }
}

function connection(
  entry: SocketEntry,
  peer: SocketEndpoint,
  role: FoundRole,
  program: string,
  port: string,
): string {
  const there = endpointOf(peer);
  if (entry.state === "TIME-WAIT")
    return `The connection between ${port} here and ${there} is over`;
  const local = role.otherEnd === null ? "" : ", on this same machine";
  const probably = role.confidence === "likely" ? " probably" : "";
  switch (role.end) {
    case "server":
      return `${program}, on its ${port},${probably} serves a client at ${there}${local}`;
    case "client":
      return `${program} is${probably} a client of ${there}${local}, from its own ${port}`;
    case null:
      return role.otherEnd === null
        ? `${program} has its ${port} connected to ${there}, and which side is the client cannot be told`
        : `${program} has its ${port} connected to ${there}${local}`;
  }
}

function endpointOf(peer: SocketEndpoint): string {
  const port = portText(peer);
  const address = isIpv6Text(peer.address) ? `[${peer.address}]` : peer.address;
  return port === "*" ? address : `port ${port} of ${address}`;
}

function ending({ protocol, state }: SocketEntry): string {
  if (protocol !== "tcp") return "";
  switch (state) {
    case null:
    case "LISTEN":
      return "";
    case "SYN-SENT":
      return "; it has asked to open the connection and waits for an answer";
    case "SYN-RECEIVED":
      return "; the connection is being opened";
    case "ESTABLISHED":
      return "; the connection is open";
    case "FIN-WAIT-1":
      return "; this side has closed and waits for the other to acknowledge it";
    case "FIN-WAIT-2":
      return "; this side has closed, the other not yet";
    case "CLOSE-WAIT":
      return "; the other side has closed, this program not yet";
    case "CLOSING":
      return "; both sides closed at the same moment";
    case "LAST-ACK":
      return "; both sides have closed, and the last acknowledgement is awaited";
    case "TIME-WAIT":
      return "; this side keeps its port pair a little longer, so that late segments do no harm";
    case "CLOSED":
      return "; it is closed";
  }
}
