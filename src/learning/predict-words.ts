/** Packets and reasons in the words of predictions: always the same ones, so that choices can be compared. */
import { type Packet, addressesOf } from "#simulator/packet";
import type { Reason } from "#simulator/reason";
import type { HostName } from "#simulator/world";

export const NOTHING = "Nothing goes over the wire";

/** "SYN", "5 bytes of data", "a datagram of 5 bytes". */
export function packetWords(packet: Packet): string {
  switch (packet.kind) {
    case "tcp": {
      const { flags, data } = packet;
      if (flags.rst) return "RST";
      if (flags.syn) return flags.ack ? "SYN-ACK" : "SYN";
      if (flags.fin) return data === "" ? "FIN" : `${bytes(data)} of data with FIN`;
      return data === "" ? "ACK" : `${bytes(data)} of data`;
    }
    case "udp":
      return `a datagram of ${bytes(packet.data)}`;
    case "icmp":
      return icmpWords(packet);
    case "raw":
      return `a packet of protocol ${packet.protocol}`;
  }
}

export const bytes = (data: string | number) => {
  const count = typeof data === "number" ? data : data.length;
  return count === 1 ? "1 byte" : `${count} bytes`;
};

const UNREACHABLE: Readonly<Record<string, string>> = {
  "3/0": "network unreachable",
  "3/1": "host unreachable",
  "3/3": "port unreachable",
  "3/10": "host prohibited",
  "3/13": "prohibited by an administrator",
  "1/1": "prohibited by an administrator",
  "1/3": "address unreachable",
  "1/4": "port unreachable",
};

function icmpWords({ type, code, echo }: Extract<Packet, { kind: "icmp" }>): string {
  const name = UNREACHABLE[`${type}/${code}`];
  if (name !== undefined) return `an ICMP message (${name})`;
  return echo === null
    ? `an ICMP message of type ${type}`
    : `an ICMP echo ${type === 8 || type === 128 ? "request" : "reply"}`;
}

/** `to` as nameOfAddress gives it. */
export function sendText(host: HostName, packet: string, to: string): string {
  return `${host} sends ${packet} to ${to === host ? "itself" : to}`;
}

/** "The SYN from A reaches port 8080 of B." `from` is null for a packet that no host here sent. */
export function arrivalWords(packet: Packet, from: HostName | null, host: HostName): string {
  const words = packetWords(packet);
  const isMany = /^(?!1 )\d+ bytes/.test(words);
  const what = words.replace(/^an? /, "");
  const asksForPort = packet.kind === "udp" || (packet.kind === "tcp" && isSyn(packet));
  const where = asksForPort ? `port ${packet.to.port} of ${host}` : host;
  const verb = isMany ? "reach" : "reaches";
  if (from === null)
    return `A stranger's ${what}, with ${addressesOf(packet).from} as the sender, ${verb} ${where}.`;
  return `The ${what} from ${from === host ? `${host} itself` : from} ${verb} ${where}.`;
}

const isSyn = ({ flags }: Extract<Packet, { kind: "tcp" }>) => flags.syn && !flags.ack;

/** "A SYN asks the other end for a connection. The rule: RFC 9293 §3.10.1, active OPEN." */
export function reasonText({ words, rule }: Reason): string {
  return `${words} The rule: ${rule}.`;
}

/** Text for between backticks. */
export const safeCode = (text: string) => text.replaceAll("`", "'");
