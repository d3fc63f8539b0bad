/**
 * Which port a URL means when it names none: the default port of its scheme (RFC 3986 §3.2.3), chosen by
 * the program that opens the URL, before anything is sent. Where a scheme works over TCP and UDP the usual one stands.
 */
import type { Port } from "./port.ts";
import type { Transport } from "./service.ts";

export interface UrlScheme {
  readonly scheme: string;
  readonly port: Port;
  readonly transport: Transport;
  /** Where the default is stated. */
  readonly source: string;
}

const scheme = (
  scheme: string,
  port: Port,
  source: string,
  transport: Transport = "tcp",
): UrlScheme => ({ scheme, port, transport, source });

export const URL_SCHEMES: readonly UrlScheme[] = [
  scheme("http", 80, "RFC 9110 §4.2.1"),
  scheme("https", 443, "RFC 9110 §4.2.2"),
  scheme("ws", 80, "RFC 6455 §3"),
  scheme("wss", 443, "RFC 6455 §3"),
  scheme("ftp", 21, "RFC 1738 §3.2"),
  scheme("ftps", 990, "IANA port registry, ftps"),
  scheme("ssh", 22, "RFC 4253 §4.1"),
  scheme("sftp", 22, "RFC 4253 §4.1"),
  scheme("git+ssh", 22, "RFC 4253 §4.1"),
  scheme("svn+ssh", 22, "RFC 4253 §4.1"),
  scheme("git", 9418, "IANA port registry, git"),
  scheme("svn", 3690, "IANA port registry, svn"),
  scheme("telnet", 23, "RFC 4248 §2"),
  scheme("gopher", 70, "RFC 4266 §2.1"),
  scheme("rsync", 873, "RFC 5781 §2"),
  scheme("nfs", 2049, "RFC 2224 §1"),
  scheme("smb", 445, "IANA port registry, microsoft-ds"),
  scheme("tftp", 69, "RFC 1350 §4", "udp"),
  scheme("smtp", 25, "RFC 5321 §4.5.4.2"),
  scheme("smtps", 465, "RFC 8314 §3.3"),
  scheme("pop", 110, "RFC 2384 §3"),
  scheme("pop3", 110, "RFC 1939 §3"),
  scheme("pop3s", 995, "RFC 8314 §3.1"),
  scheme("imap", 143, "RFC 5092 §1"),
  scheme("imaps", 993, "RFC 8314 §3.2"),
  scheme("ldap", 389, "RFC 4516 §3"),
  scheme("ldaps", 636, "IANA port registry, ldaps"),
  scheme("dns", 53, "RFC 1035 §4.2", "udp"),
  scheme("snmp", 161, "RFC 4088 §3", "udp"),
  scheme("ipp", 631, "RFC 3510 §4.2"),
  scheme("ipps", 631, "RFC 7472 §4.2"),
  scheme("rtsp", 554, "RFC 7826 §4.2"),
  scheme("sip", 5060, "RFC 3261 §19.1.2", "udp"),
  scheme("sips", 5061, "RFC 3261 §19.1.2"),
  scheme("stun", 3478, "RFC 7064 §3.2", "udp"),
  scheme("stuns", 5349, "RFC 7064 §3.2"),
  scheme("turn", 3478, "RFC 7065 §3.2", "udp"),
  scheme("turns", 5349, "RFC 7065 §3.2"),
  scheme("ircs", 6697, "RFC 7194 §1"),
  scheme("irc", 6667, "IANA port registry, ircu"),
  scheme("vnc", 5900, "RFC 7869 §2.1.1"),
  scheme("coap", 5683, "RFC 7252 §6.1", "udp"),
  scheme("coaps", 5684, "RFC 7252 §6.2", "udp"),
  scheme("mqtt", 1883, "IANA port registry, mqtt"),
  scheme("mqtts", 8883, "IANA port registry, secure-mqtt"),
  scheme("amqp", 5672, "IANA port registry, amqp"),
  scheme("amqps", 5671, "IANA port registry, amqps"),
  scheme("redis", 6379, "IANA port registry, redis"),
  scheme("rediss", 6379, "IANA port registry, redis"),
  scheme("postgresql", 5432, "IANA port registry, postgresql"),
  scheme("postgres", 5432, "IANA port registry, postgresql"),
  scheme("mysql", 3306, "IANA port registry, mysql"),
  scheme("mariadb", 3306, "IANA port registry, mysql"),
  scheme("mongodb", 27017, "IANA port registry, mongodb"),
  scheme("bolt", 7687, "IANA port registry, bolt"),
];

const byName = new Map(URL_SCHEMES.map((each) => [each.scheme, each]));

/** Null for a scheme the table lacks. Case does not count (RFC 3986 §3.1). */
export function urlScheme(name: string): UrlScheme | null {
  return byName.get(name.toLowerCase()) ?? null;
}
