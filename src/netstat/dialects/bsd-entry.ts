/** A BSD row's socket entry, and which of its fields the tool may have cut. */
import type { Family, SocketEntry, SocketProcess } from "#net/socket-entry";
import type { BlockContext } from "../dialect.ts";
import { CUT_ADDRESS, CUT_NAME_BESIDE_PCB } from "../dotted-endpoint.ts";
import { isDottedText, isIpv6Text } from "../endpoint-print.ts";
import { ADDRESS } from "../address-shape.ts";
import { NO_NUMBER } from "../endpoint-text.ts";
import { FIELD, type Field } from "../field.ts";
import type { RowFields } from "../row-fields.ts";
import { stateOfWord } from "../state-words.ts";
import { NAMED } from "./bsd-protocol.ts";
import type { NamedProtocol } from "./protocol-names.ts";
import { CUT_BESIDE_PCB, CUT_ENDPOINT, SIGN } from "./bsd-signs.ts";

/** To how many characters macOS cuts a process's name. */
const CUT_PROGRAM = 16;
/** macOS's -L prints no protocol. */
const LISTEN_QUEUE: NamedProtocol = { protocol: "tcp", family: null };

/** `unversioned` is what a protocol without a version stands for, where no address tells. */
export function entryOf(row: RowFields, unversioned: Family | null): SocketEntry {
  const { protocol, family } = NAMED.get(row.textOf(FIELD.protocol) ?? "") ?? LISTEN_QUEUE;
  const isListenQueue = !row.has(FIELD.peerAddress);
  const state = isListenQueue ? "LISTEN" : stateOfWord(row.textOf(FIELD.state));
  return {
    protocol,
    family: family ?? familyOf(row) ?? unversioned,
    local: row.local(),
    peer: state === "LISTEN" ? null : row.peer(),
    state,
    recvQ: row.numberOf(FIELD.recvQ),
    sendQ: row.numberOf(FIELD.sendQ),
    processes: processesOf(row),
  };
}

function familyOf(row: RowFields): Family | null {
  for (const field of [FIELD.localAddress, FIELD.peerAddress]) {
    const address = row.textOf(field) ?? "";
    if (isIpv6Text(address)) return 6;
    if (isDottedText(address)) return 4;
  }
  return null;
}

/** Number 0 without a name: the tool knows no process. */
function processesOf(row: RowFields): readonly SocketProcess[] {
  const pid = row.numberOf(FIELD.pid);
  const name = row.textOf(FIELD.program);
  return pid === null || (pid === 0 && name === null) ? [] : [{ pid, name, user: null, fd: null }];
}

/** `cutService` is to how many characters the system cuts services' names; 0 for as wide as the column. */
export function truncatedOf(
  row: RowFields,
  { traits }: BlockContext,
  cutService = 0,
): readonly Field[] {
  const fields: Field[] = [];
  const isNarrow = (row.traits & SIGN.pcb) !== 0 && (traits & SIGN.over18) === 0;
  addCut(fields, row, "local", traits, isNarrow, cutService);
  addCut(fields, row, "peer", traits, isNarrow, cutService);
  // Up to the colon before the number: the last character may be a space.
  const programWidth = row.starts[FIELD.pid]! - 1 - row.starts[FIELD.program]!;
  if (row.has(FIELD.program) && programWidth >= CUT_PROGRAM) fields.push("program");
  return fields;
}

function addCut(
  fields: Field[],
  row: RowFields,
  side: "local" | "peer",
  traits: number,
  isNarrow: boolean,
  cutService: number,
): void {
  const isLocal = side === "local";
  const address = isLocal ? FIELD.localAddress : FIELD.peerAddress;
  const port = isLocal ? FIELD.localPort : FIELD.peerPort;
  if (!row.has(address)) return;
  const shape = isLocal ? row.localShape : row.peerShape;
  const width = row.ends[port]! - row.starts[address]!;
  const length = row.starts[port]! - 1 - row.starts[address]!;
  const isIpv6 = shape === ADDRESS.v6 || shape === ADDRESS.v6Part;
  const isWide = (traits & (isIpv6 ? SIGN.longIpv6 : SIGN.longName)) !== 0;
  const mayBeCut = isIpv6 || shape === ADDRESS.name;
  if (mayBeCut && !isWide) {
    const isCut = length === CUT_ADDRESS || (isNarrow && !isIpv6 && length === CUT_NAME_BESIDE_PCB);
    if (isCut) fields.push(isLocal ? "localAddress" : "peerAddress");
  }
  const isNumber = (isLocal ? row.localPort : row.peerPort) !== NO_NUMBER;
  const isService = !isNumber && row.lengthOf(port) > 1;
  const isCutPort =
    (isNarrow && width === CUT_BESIDE_PCB) ||
    (isService && !isWide && width === CUT_ENDPOINT) ||
    (isService && cutService > 0 && row.lengthOf(port) === cutService);
  if (isCutPort) fields.push(isLocal ? "localPort" : "peerPort");
}
