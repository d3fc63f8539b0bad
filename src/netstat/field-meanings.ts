/**
 * What each field of a row means, in that row's own terms: a queue on a listener is not a queue on a
 * connection, a "-" has five possible reasons, a PID 0 on a TIME_WAIT row names no process.
 */
import { ADDRESS_KIND_MEANINGS, parseAddress } from "#net/address";
import { rangeOf } from "#net/port-range";
import type { SocketEndpoint } from "#net/socket-entry";
import { placeOf } from "./address-place.ts";
import { CUTS_COLUMNS } from "./cut-columns.ts";
import { isEchoIdentifier } from "./echo-identifier.ts";
import type { FieldExplanation } from "./explanation.ts";
import type { Field } from "./field.ts";
import type { Row } from "./listing.ts";
import { moreOf } from "./more-meanings.ts";
import { receiveQueueMeaning, sendQueueMeaning } from "./queue-meanings.ts";
import { stateMeaning } from "./state-meanings.ts";

const LABELS: Readonly<Record<Field, string>> = {
  protocol: "Protocol",
  recvQ: "Receive queue",
  sendQ: "Send queue",
  localAddress: "Local address",
  localZone: "Zone of the local address",
  localPort: "Local port",
  peerAddress: "Foreign address",
  peerZone: "Zone of the foreign address",
  peerPort: "Foreign port",
  state: "State",
  user: "User",
  inode: "Inode",
  pid: "Process number (PID)",
  program: "Program",
  process: "Process",
  timer: "Timer",
  fd: "File descriptor",
  type: "Type",
  device: "Device",
  size: "Size or offset",
  rest: "More",
};

/** Every span of the row, in its order, with its text and meaning. */
export function explainFields(row: Row): readonly FieldExplanation[] {
  const line = row.text;
  return row.spans.map(({ field, start, end }) => {
    const text = line.slice(start, end);
    return {
      field,
      start,
      end,
      text,
      label: labelOf(field, text, row),
      meaning: meaningOf(field, text, row),
    };
  });
}

function labelOf(field: Field, text: string, row: Row): string {
  const { entry, dialect } = row;
  if (field === "rest") return moreOf(text, row).label;
  if (field === "program" && dialect === "docker-ps") return "Container";
  if (entry.state === "LISTEN" && dialect === "ss") {
    if (field === "recvQ") return "Waiting to be accepted";
    if (field === "sendQ") return "Most that may wait";
  }
  return LABELS[field];
}

function meaningOf(field: Field, text: string, row: Row): string {
  switch (field) {
    case "protocol":
      return protocolMeaning(text);
    case "recvQ":
      return receiveQueueMeaning(row);
    case "sendQ":
      return sendQueueMeaning(row);
    case "localAddress":
      return cutNote(row, field) + addressMeaning(row.entry.local.address, "local", row);
    case "peerAddress":
      return (
        cutNote(row, field) +
        (row.entry.peer === null
          ? noPeer(row)
          : addressMeaning(row.entry.peer.address, "peer", row))
      );
    case "localZone":
      return zoneMeaning(row.entry.local, text);
    case "peerZone":
      return zoneMeaning(row.entry.peer ?? row.entry.local, text);
    case "localPort":
      return cutNote(row, field) + portMeaning(row.entry.local, row, "on this machine");
    case "peerPort":
      return row.entry.peer === null
        ? noPeer(row)
        : cutNote(row, field) + portMeaning(row.entry.peer, row, "at the peer");
    case "state":
      return cutNote(row, field) + stateMeaning(row, text);
    case "user":
      return userMeaning(text, row);
    case "inode":
      return "The kernel's number for this socket. It finds the same socket under /proc.";
    case "pid":
      return pidMeaning(text, row);
    case "program":
      if (row.dialect === "docker-ps")
        return "The container that the port leads into. Which program waits in it, docker ps does not tell.";
      return `${cutNote(row, field)}The program that holds the socket.${text.includes("\\x20") ? " \\x20 stands for a space." : ""}`;
    case "process":
      return text === "-"
        ? NO_PROCESS
        : cutNote(row, field) + usersMeaning(row.entry.processes.length);
    case "timer":
      return row.dialect === "proc-net" ? procTimerMeaning(text) : timerMeaning(text);
    case "fd":
      return `The number by which the process knows the socket${/[rwu]$/.test(text) ? "; the letter says how it is open: r to read, w to write, u for both" : ""}.`;
    case "type":
      return `${text === "IPv6" ? "An IPv6 socket. It may serve IPv4 as well." : "An IPv4 socket."}`;
    case "device":
      return "The kernel's own number or address for this socket.";
    case "size":
      return "Sockets have no size: the offset 0t0 fills the column.";
    case "rest":
      return moreOf(text, row).meaning;
  }
}

function protocolMeaning(text: string): string {
  const name = text.toLowerCase();
  const family = name.endsWith("46")
    ? ", over IPv6 and IPv4"
    : name.endsWith("6")
      ? ", over IPv6"
      : "";
  if (name.startsWith("tcp"))
    return `TCP${family}: connections that deliver bytes in order (RFC 9293).`;
  if (name.startsWith("udp"))
    return `UDP${family}: single datagrams, without connections or states (RFC 768).`;
  if (name.startsWith("raw"))
    return `A raw socket${family}: whole IP packets of one protocol. Its “port” is that protocol's number (raw(7)).`;
  if (name.startsWith("icm"))
    return `ICMP${family}: messages of IP itself, such as ping's. It has no ports (RFC 792).`;
  return `The transport protocol: ${text}.`;
}

function userMeaning(text: string, { dialect }: Row): string {
  const number = text === "0" ? "root, whose number is 0" : `the user with the number ${text}`;
  return `The owner of the ${dialect === "lsof" ? "process" : "socket"}: ${/^\d+$/.test(text) ? number : text}.`;
}

function cutNote({ truncated, dialect }: Row, field: Field): string {
  if (!truncated.includes(field)) return "";
  const isInColumn = field.endsWith("Port") && CUTS_COLUMNS.has(dialect);
  return isInColumn || field === "program" || field === "localAddress" || field === "peerAddress"
    ? "This may be cut: it fills its column to the last character. "
    : "This may be cut: the row ends where the tool prints more. ";
}

function addressMeaning(address: string, side: "local" | "peer", { entry }: Row): string {
  switch (placeOf(address)) {
    case "any":
      return side === "local"
        ? `The wildcard: no particular address, so ${everyAddress(entry)}.`
        : "The wildcard: no particular address.";
    case "placeholder":
      return "A placeholder that somebody put in the address's place.";
    case "impossible":
      return "No address: each of the four numbers goes to 255.";
    case "name":
      return "A host's name: without -n the tool looks names up and prints them instead of addresses.";
    case "loopback":
    case "multicast":
    case "network":
      return `${side === "local" ? "The address on this machine." : "The other end's address."}${kindMeaning(address)}`;
  }
}

function everyAddress({ family, protocol }: Row["entry"]): string {
  if (family === 4) return "every IPv4 address of this machine";
  if (family === 6 && protocol === "raw") return "every IPv6 address of this machine";
  return family === 6
    ? "every IPv6 address of this machine, and every IPv4 address as well if the socket serves both"
    : "every address of this machine";
}

/** On Linux a socket can be tied to an interface whatever its address (SO_BINDTODEVICE, socket(7)). */
function zoneMeaning({ address }: SocketEndpoint, text: string): string {
  const parsed = parseAddress(address);
  return parsed.type === "link-local"
    ? `The network interface that the address belongs to: ${text}. Link-local addresses need it, for every link has its own (RFC 4007).`
    : `The network interface that the socket is tied to: ${text}.`;
}

function kindMeaning(address: string): string {
  const parsed = parseAddress(address);
  if (parsed.type !== "error") return ` ${ADDRESS_KIND_MEANINGS[parsed.type]}`;
  return placeOf(address) === "loopback"
    ? ` A name for this machine itself. ${ADDRESS_KIND_MEANINGS.loopback}`
    : "";
}

const isWindows = (dialect: Row["dialect"]) =>
  dialect === "windows-netstat" || dialect === "powershell";

function noPeer({ entry, dialect }: Row): string {
  if (entry.state === "LISTEN") return "A listener has no peer: it waits for anyone.";
  if (entry.protocol === "tcp") return "No peer: the socket is not connected.";
  return isWindows(dialect) && entry.protocol === "udp"
    ? "Windows shows no peer for UDP in most of its versions, even where a program has set one."
    : "No peer: the socket takes what comes from anyone.";
}

function portMeaning({ port, service }: SocketEndpoint, { entry }: Row, where: string): string {
  if (entry.protocol === "raw") {
    return `No port: the number${service === null ? "" : "'s name"} of the IP protocol that the socket takes (IANA, protocol-numbers).`;
  }
  if (entry.protocol === "icmp") return icmpMeaning({ port, service });
  if (service !== null)
    return `The port ${where}, by the name the tool found in its list of services. With -n it prints the number.`;
  if (port === null) return "No particular port.";
  const range = rangeOf(port);
  return `The port ${where}. ${port} is one of the ${range.name} (${range.from}–${range.to}, RFC 6335 §6).`;
}

function icmpMeaning(end: Pick<SocketEndpoint, "port" | "service">): string {
  return isEchoIdentifier(end)
    ? "No port: ICMP has none. It is the identifier in the echo requests that the program sends; the answers carry it too, and so find this socket (icmp(7))."
    : "No port: ICMP has none.";
}

const NO_PROCESS =
  "The tool could name no process. It was run without administrator rights; or the socket is the kernel's own, belongs to another network namespace, has been closed by its program, or is not accepted yet.";

function pidMeaning(text: string, { entry, dialect }: Row): string {
  if (text === "0" && isWindows(dialect)) {
    return entry.state === "TIME-WAIT"
      ? "0: no process holds the connection any more, Windows keeps it until the wait is over."
      : "0: no process of a user; the system itself.";
  }
  if (text === "4" && isWindows(dialect))
    return "The number of the process. 4 is System, Windows itself.";
  return `The number of the process that holds the socket: ${text}.`;
}

function usersMeaning(count: number): string {
  if (count === 0) return "The processes that hold the socket. None of them can be read.";
  const who = count === 1 ? "The process that holds" : `The ${count} processes that hold`;
  return `${who} the socket: name, number (pid) and file descriptor (fd). The name is the process's own, at most 15 characters.`;
}

/** The digit before the colon (proc_net_tcp.txt). */
function procTimerMeaning(text: string): string {
  const rest = "Then come the time that is left and the number of retransmissions, in hexadecimal.";
  switch (/^0(\d):/.exec(text)?.[1]) {
    case "0":
      return "No timer runs.";
    case "1":
      return `01: the retransmission timer runs. ${rest}`;
    case "2":
      return `02: another timer runs, such as the one for keepalive. ${rest}`;
    case "3":
      return `03: the TIME-WAIT period runs. ${rest}`;
    case "4":
      return `04: the peer's window is closed, and it is probed. ${rest}`;
    default:
      return timerMeaning(text);
  }
}

function timerMeaning(text: string): string {
  const kind = /^(?:timer:\()?([a-z]+)/.exec(text)?.[1] ?? "";
  switch (kind) {
    case "off":
      return "No timer runs.";
    case "on":
      return "The retransmission timer: when it ends, unacknowledged data is sent again.";
    case "keepalive":
      return "The keepalive timer: when it ends, the peer is asked whether it is still there.";
    case "timewait":
      return "What is left of the TIME-WAIT period.";
    case "probe":
    case "persist":
      return "The peer's window is closed; when the timer ends, it is probed.";
    default:
      return "The socket's timer, and how many retransmissions and probes there were.";
  }
}
