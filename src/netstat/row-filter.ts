/**
 * Which rows of an index are shown. All that is asked for must hold. A port is matched whole, as a number
 * or as the name that was printed: 80 is never part of 8080.
 */
import type { TcpState } from "#net/tcp-state";
import { TCP_STATES } from "#net/tcp-state";
import { EXPOSURES, type Exposure, ROLES, type Role } from "./explanation.ts";
import type { DialectId } from "./listing.ts";
import { bitOf, type RemarkId } from "./remarks.ts";
import { FIRST_NAMED_PORT, NONE, type RowIndex } from "./row-index.ts";

export type PortSide = "local" | "peer" | "either";

export interface RowFilter {
  readonly remark?: RemarkId | undefined;
  readonly role?: Role | undefined;
  readonly exposure?: Exposure | undefined;
  /** "none" for rows whose state is null. */
  readonly state?: TcpState | "none" | undefined;
  readonly protocol?: string | undefined;
  readonly dialect?: DialectId | undefined;
  /** Index into the listing's blocks. */
  readonly block?: number | undefined;
  /** The address at the other end, as `countPeers` gives it. */
  readonly peer?: string | undefined;
  /** A part of the row's line, or of its program's name; capitals do not matter. */
  readonly text?: string | undefined;
  /** A number, or a service's name as the tool printed it; capitals do not matter. */
  readonly port?: { readonly port: string; readonly side: PortSide } | undefined;
}

/** The rows for which the filter holds, in the order of the listing. Linear in the rows. */
export function filteredRows(index: RowIndex, filter: RowFilter): Int32Array {
  const tests = testsOf(index, filter);
  const rows = new Int32Array(index.rowCount);
  let count = 0;
  for (let row = 0; row < index.rowCount; row += 1) {
    if (tests.every((holds) => holds(row))) {
      rows[count] = row;
      count += 1;
    }
  }
  return rows.slice(0, count);
}

type Test = (row: number) => boolean;

/** The quick ones first. */
function testsOf(index: RowIndex, filter: RowFilter): readonly Test[] {
  const { remark, role, exposure, state, protocol, dialect, block, port, peer, text } = filter;
  const tests: Test[] = [];
  if (remark !== undefined) {
    const bit = bitOf(remark);
    tests.push((row) => (index.remarks[row]! & bit) !== 0);
  }
  if (role !== undefined) tests.push(holds(index.roles, ROLES.indexOf(role)));
  if (exposure !== undefined) tests.push(holds(index.exposures, EXPOSURES.indexOf(exposure) + 1));
  if (state !== undefined)
    tests.push(holds(index.states, state === "none" ? 0 : TCP_STATES.indexOf(state) + 1));
  if (protocol !== undefined)
    tests.push(holds(index.protocols, index.protocolNames.find(protocol)));
  if (peer !== undefined) {
    const address = index.addresses.find(peer);
    tests.push(address < 0 ? () => false : holds(index.peerAddresses, address));
  }
  if (block !== undefined) tests.push(holds(index.blocks, block));
  if (dialect !== undefined) {
    const { blocks } = index.listing;
    tests.push((row) => blocks[index.blocks[row]!]?.dialect === dialect);
  }
  if (port !== undefined) tests.push(portTest(index, port.port, port.side));
  if (text !== undefined && text.trim() !== "") tests.push(textTest(index, text.trim()));
  return tests;
}

const holds =
  (column: { readonly [row: number]: number }, value: number): Test =>
  (row) =>
    column[row] === value;

function portTest(index: RowIndex, text: string, side: PortSide): Test {
  const port = portOf(index, text);
  if (port === NONE) return () => false;
  const { localPorts, peerPorts } = index;
  switch (side) {
    case "local":
      return (row) => localPorts[row] === port;
    case "peer":
      return (row) => peerPorts[row] === port;
    case "either":
      return (row) => localPorts[row] === port || peerPorts[row] === port;
  }
}

/** The port as the index's columns hold it; NONE where no row can have it. */
export function portOf(index: RowIndex, text: string): number {
  const wanted = text.trim().toLowerCase();
  if (/^\d{1,5}$/.test(wanted)) return Number(wanted) <= 65535 ? Number(wanted) : NONE;
  const name = index.portNames.find(wanted);
  return name < 0 ? NONE : FIRST_NAMED_PORT + name;
}

function textTest(index: RowIndex, text: string): Test {
  const wanted = text.toLowerCase();
  const inProgram = index.programNames.texts.map((name) => name.toLowerCase().includes(wanted));
  const { listing, lines, programs } = index;
  return (row) =>
    inProgram[programs[row]!] === true || listing.line(lines[row]!).toLowerCase().includes(wanted);
}
