/** Socket tables for the laws: what hosts have, and what the tools' own quirks make hard. Test code only. */
import * as fc from "fast-check";
import type { Family, SocketEndpoint, SocketEntry, SocketProcess } from "#net/socket-entry";
import { TCP_STATES } from "#net/tcp-state";

const octet = fc.integer({ min: 0, max: 255 });
const ipv4 = fc
  .tuple(fc.integer({ min: 1, max: 255 }), octet, octet, octet)
  .map((octets) => octets.join("."));
const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
const ipv6 = fc.oneof(
  fc.constantFrom("::1", "fe80::1", "2001:db8::7", "2001:db8:1234:5678:9abc:def0:1234:5678", "1::"),
  fc.array(group, { minLength: 8, maxLength: 8 }).map((groups) => `1${groups.join(":").slice(1)}`),
);
const mappedIpv4 = ipv4.map((address) => `::ffff:${address}`);
const hostName = fc.constantFrom("localhost", "db-1.example", "MACHINE", "ip6-localhost");
const odd = fc.constantFrom("XXX.XXX.XXX.XXX", "333.333.333.333");

const port = fc.integer({ min: 1, max: 65535 });
const serviceName = fc.constantFrom("http", "netbios-ns", "postgresql", "z39.50", "whois++");
const zone = fc.constantFrom("eth0", "lo", "4", "wlp3s0.10");

function endpoint(address: fc.Arbitrary<string>): fc.Arbitrary<SocketEndpoint> {
  return fc
    .record({
      address,
      zone: fc.option(zone, { freq: 6 }),
      numbered: fc.option(port, { freq: 9 }),
      service: serviceName,
    })
    .map(({ numbered, service, ...rest }) => ({
      ...rest,
      port: numbered,
      service: numbered === null ? service : null,
    }));
}

const addressesOf = (family: Family) => {
  const own = family === 4 ? ipv4 : fc.oneof(ipv6, mappedIpv4, ipv4);
  return fc.oneof(
    { arbitrary: own, weight: 8 },
    { arbitrary: hostName, weight: 1 },
    { arbitrary: odd, weight: 1 },
  );
};

/** What a program may call itself: spaces, slashes, brackets and quotation marks inside, none at the ends. */
const programName = fc.oneof(
  fc.constantFrom(
    "sshd",
    "my server",
    "sshd [listener]",
    "Code Helper (Plu",
    "(sd-pam)",
    'q"uo))te',
    "back\\slash",
    "a,b/c",
  ),
  fc
    .string({ unit: fc.constantFrom(..."abcXYZ019 -_./()[]:\\\"',"), minLength: 1, maxLength: 15 })
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "-" && !/",\s*(?:\d|pid=)/.test(name)),
);

const process: fc.Arbitrary<SocketProcess> = fc.record({
  pid: fc.option(fc.integer({ min: 1, max: 4_194_304 }), { freq: 9 }),
  name: fc.option(programName, { freq: 9 }),
  user: fc.option(fc.constantFrom("root", "www-data", "1000"), { freq: 3 }),
  fd: fc.option(fc.integer({ min: 0, max: 65535 }), { freq: 5 }),
});

const queue = fc.option(fc.integer({ min: 0, max: 9_999_999 }), { freq: 6 });

export const socketEntry: fc.Arbitrary<SocketEntry> = fc
  .constantFrom<Family>(4, 6, "46")
  .chain((family) =>
    fc.record({
      protocol: fc.constantFrom("tcp", "tcp", "tcp", "udp", "udp", "raw", "sctp"),
      family: fc.constant(family),
      local: endpoint(fc.oneof(fc.constant("*"), addressesOf(family))),
      peer: fc.option(endpoint(addressesOf(family)), { freq: 4 }),
      state: fc.option(fc.constantFrom(...TCP_STATES), { freq: 12 }),
      recvQ: queue,
      sendQ: queue,
      processes: fc.array(process, { maxLength: 3 }),
    }),
  )
  .map((entry) => (entry.protocol === "tcp" ? entry : { ...entry, state: null }));

export const socketTable: fc.Arbitrary<readonly SocketEntry[]> = fc.array(socketEntry, {
  maxLength: 12,
});
