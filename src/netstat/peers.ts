/** Who talks to whom: the addresses at the other ends, with how many rows each has and who called whom. */
import { NONE, type RowIndex } from "./row-index.ts";

export interface PeerCount {
  /** IPv4 written in IPv6 is counted as IPv4. */
  readonly address: string;
  readonly connections: number;
  /** Connections that came in: the peer called a service here. */
  readonly incoming: number;
  /** Connections that went out: a program here called a service there. */
  readonly outgoing: number;
  /** The rest: the listing does not tell who called. */
  readonly unknown: number;
  /** The services' ports as printed, the most frequent first; at most MOST_PORTS. */
  readonly ports: readonly string[];
  /** The other ends are rows of the listing: the peer is this machine. */
  readonly isHere: boolean;
  /** Its first row, counted from 0. */
  readonly row: number;
}

const MOST_PORTS = 5;

export interface Peers {
  /** The busiest, the busiest first. */
  readonly top: readonly PeerCount[];
  readonly count: number;
}

/** Linear in the rows and addresses. */
export function countPeers(index: RowIndex, most: number): Peers {
  const addresses = index.addresses.texts.length;
  const counts = new Int32Array(addresses);
  let count = 0;
  for (let row = 0; row < index.rowCount; row += 1) {
    const peer = index.peerAddresses[row]!;
    if (peer === NONE) continue;
    if (counts[peer] === 0) count += 1;
    counts[peer] = counts[peer]! + 1;
  }
  const top = busiest(counts, most);
  const places = new Map(top.map((id, place) => [id, place]));
  const found = top.map(() => ({ incoming: 0, outgoing: 0, here: 0, row: NONE }));
  const ports = top.map(() => new Map<number, number>());
  for (let row = 0; row < index.rowCount; row += 1) {
    const place = places.get(index.peerAddresses[row]!);
    if (place === undefined) continue;
    const peer = found[place]!;
    if (peer.row === NONE) peer.row = row;
    if (index.otherEnds[row] !== NONE) peer.here += 1;
    const end = index.ends[row]!;
    if (end === 0) continue;
    if (end === 1) peer.incoming += 1;
    else peer.outgoing += 1;
    const port = index.servicePorts[row]!;
    ports[place]!.set(port, (ports[place]!.get(port) ?? 0) + 1);
  }
  return {
    count,
    top: top.map((id, place) => {
      const { incoming, outgoing, here, row } = found[place]!;
      const connections = counts[id]!;
      return {
        address: index.addresses.texts[id]!,
        connections,
        incoming,
        outgoing,
        unknown: connections - incoming - outgoing,
        ports: frequentPorts(index, ports[place]!),
        isHere: here > 0,
        row,
      };
    }),
  };
}

/** The ids with the highest counts above 0; of equal ones those that came first. */
function busiest(counts: Int32Array, most: number): readonly number[] {
  let top: number[] = [];
  let least = 0;
  for (let id = 0; id < counts.length; id += 1) {
    if (counts[id]! <= least) continue;
    top.push(id);
    if (top.length < most * 2) continue;
    top = cut(top, counts, most);
    least = counts[top.at(-1)!]!;
  }
  return cut(top, counts, most);
}

const cut = (ids: readonly number[], counts: Int32Array, most: number) =>
  ids.toSorted((one, other) => counts[other]! - counts[one]! || one - other).slice(0, most);

const frequentPorts = (index: RowIndex, ports: ReadonlyMap<number, number>) =>
  [...ports]
    .sort((one, other) => other[1] - one[1] || one[0] - other[0])
    .slice(0, MOST_PORTS)
    .map(([port]) => index.portText(port));
