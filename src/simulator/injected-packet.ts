/** The packet that an inject step describes: hosts stand for addresses, numbers count from the ends' own beginnings. */
import type { NamedEnd, NamedPacket } from "./file-packets.ts";
import type { IpAddress, Packet, PacketEnd } from "./packet.ts";
import type { RelativeNumbers } from "./relative-numbers.ts";
import { addressesOfHost } from "./routing.ts";
import { familyOf } from "./wire-address.ts";
import type { World } from "./world.ts";

/** What an ordinary Ethernet's SYN says (RFC 9293 §3.7.1). */
const MSS = 1460;

/** A text is what is wrong with it, to follow "Step 3". */
export function packetOf(
  named: NamedPacket,
  world: World,
  numbers: RelativeNumbers,
): Packet | string {
  const family = familyFor(named, world);
  const from = endOf(named.from, family, world);
  const to = endOf(named.to, family, world);
  if (from === null || to === null)
    return "puts a packet between ends that have no address of one family";
  if (named.protocol === "udp") return { kind: "udp", from, to, data: named.data };
  const has = (flag: string) => named.flags.includes(flag);
  return {
    kind: "tcp",
    from,
    to,
    seq: numbers.absolute(from, to, named.seq),
    ack: has("ACK") ? numbers.absolute(to, from, named.ack) : 0,
    flags: { syn: has("SYN"), ack: has("ACK"), fin: has("FIN"), rst: has("RST"), psh: has("PSH") },
    window: named.window,
    options: has("SYN") ? { mss: MSS } : {},
    data: named.data,
  };
}

/** An address settles it; two hosts speak IPv4 where both can. */
function familyFor({ from, to }: NamedPacket, world: World): 4 | 6 {
  const ends = [from, to].map(({ host }) => addresses(world, host).map(familyOf));
  return ends.every((families) => families.includes(4)) ? 4 : 6;
}

const addresses = (world: World, host: string): readonly IpAddress[] => {
  const known = world.hosts[host];
  return known === undefined ? [host] : addressesOfHost(known);
};

function endOf({ host, port }: NamedEnd, family: 4 | 6, world: World): PacketEnd | null {
  const address = addresses(world, host).find((each) => familyOf(each) === family);
  return address === undefined ? null : { address, port };
}
