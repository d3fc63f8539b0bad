/**
 * The services that a learner should know, out of the reviewed table: which ones, what they have in common, and how to
 * speak of them in a sentence. Ports, transports and all other facts stay in the table.
 */
import type { Port } from "#net/port";
import { type Service, SERVICES } from "#net/services";

export interface KnownService extends Service {
  /** As it stands in a sentence: "a DHCP client". */
  readonly spoken: string;
  /** What it has in common with its kin, completing "Both are …": "about mail". */
  readonly kin: string;
}

/** Names of the table, by what they have in common; with how to speak of those whose title does not do. */
const KNOWN: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  "about the web": { http: null, https: null, socks: "a SOCKS proxy", squid: "a Squid proxy" },
  "about mail": {
    smtp: "SMTP from mail server to mail server",
    submission: "mail submission that begins in the clear",
    submissions: "mail submission over TLS",
    pop3: null,
    pop3s: null,
    imap: null,
    imaps: null,
  },
  "ways to work on another machine": {
    ssh: null,
    telnet: null,
    rdp: "Remote Desktop",
    vnc: null,
    x11: "the X Window System",
  },
  "about files": {
    ftp: "FTP's control channel",
    "ftp-data": "FTP's data in active mode",
    ftps: null,
    tftp: null,
    smb: null,
    "netbios-ssn": null,
    nfs: null,
    rsync: "the rsync daemon",
    git: "the git protocol",
  },
  "about names and addresses": {
    dns: null,
    "dns-over-tls": null,
    mdns: null,
    whois: null,
    "dhcp-server": "a DHCP server for IPv4",
    "dhcp-client": "a DHCP client for IPv4",
    "dhcpv6-server": "a DHCPv6 server",
    "dhcpv6-client": "a DHCPv6 client",
  },
  "about who may sign in": { ldap: null, ldaps: null, kerberos: null, radius: null },
  "stores of data": {
    mysql: null,
    postgresql: null,
    mssql: null,
    oracle: null,
    mongodb: null,
    redis: null,
    memcached: null,
    elasticsearch: null,
  },
  "ways to pass messages on": { mqtt: null, mqtts: null, amqp: null, amqps: null, kafka: null },
  "about looking after machines": {
    ntp: null,
    snmp: null,
    snmptrap: null,
    syslog: null,
    "syslog-tls": null,
    prometheus: null,
  },
  "about printing": { ipp: "the Internet Printing Protocol", lpd: null, jetdirect: "raw printing" },
  "about VPNs": { ike: null, openvpn: null, wireguard: null },
  "about voice and chat": { sip: null, sips: null, irc: null, ircs: null, "xmpp-client": null },
  "about running a network": {
    bgp: null,
    docker: "Docker without encryption",
    "docker-tls": null,
    kubernetes: "the Kubernetes API server",
  },
};

const byName = new Map(SERVICES.map((service) => [service.name, service]));

/** In the order of KNOWN. A name that the table lacks is left out; a test says so. */
export const KNOWN_SERVICES: readonly KnownService[] = Object.entries(KNOWN).flatMap(
  ([kin, names]) =>
    Object.entries(names).flatMap(([name, spoken]) => {
      const service = byName.get(name);
      return service === undefined ? [] : [{ ...service, kin, spoken: spoken ?? service.title }];
    }),
);

/** "TCP 443", "UDP 53 and TCP 53": the port with each transport in use. */
export function portsInWords({ port, transports }: Service): string {
  return transports.map((transport) => `${transport.toUpperCase()} ${port}`).join(" and ");
}

/** "TCP port 443", "port 53": the transport is named where there is only one. */
export function portWord({ transports: [first, ...others] }: Service): string {
  return first === undefined || others.length > 0 ? "port" : `${first.toUpperCase()} port`;
}

/** "The port of IMAP is TCP 143." */
export function placeOf(service: KnownService): string {
  const isOne = service.transports.length === 1;
  return `The ${isOne ? "port" : "ports"} of ${service.spoken} ${isOne ? "is" : "are"} ${portsInWords(service)}.`;
}

/** Plain and encrypted port of one service, as the table's titles tell them: "IMAP" and "IMAP over TLS". */
export interface Siblings {
  readonly plain: KnownService;
  readonly encrypted: KnownService;
}

/** Titles of plain services that say more than their encrypted sibling's does. */
const PLAIN_TITLES: Readonly<Record<string, string>> = {
  "FTP control": "FTP",
  "Docker, unencrypted": "Docker",
};

export const SIBLINGS: readonly Siblings[] = KNOWN_SERVICES.flatMap((encrypted) => {
  const title = encrypted.title.endsWith(" over TLS")
    ? encrypted.title.slice(0, -" over TLS".length)
    : null;
  const plain = KNOWN_SERVICES.find(
    (each) => PLAIN_TITLES[each.title] === title || each.title === title,
  );
  return plain === undefined ? [] : [{ plain, encrypted }];
});

/** What makes one port look like another, a sentence; null where they are not alike. */
export function likeness(one: Port, other: Port): string | null {
  const [a, b] = [String(one), String(other)];
  if (Math.abs(one - other) === 1) return "The two numbers are neighbours.";
  if (sorted(a) === sorted(b)) return "The two numbers have the same digits.";
  if (
    a.length === b.length &&
    a.length > 2 &&
    [...a].filter((digit, at) => digit !== b[at]).length === 1
  )
    return "The two numbers differ in one digit.";
  if (endsLike(a, b) || endsLike(b, a)) return "The two numbers end alike.";
  return Math.abs(one - other) === 2 ? "The two numbers are close." : null;
}

/** 8443 ends like 443, and 8080 is 80 twice; 6667 and 67 are not alike. */
function endsLike(long: string, short: string): boolean {
  return long === short + short || (long.slice(1) === short && short.length > 1);
}

function sorted(digits: string): string {
  return [...digits].toSorted().join("");
}
