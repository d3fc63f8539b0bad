/**
 * What rows of the BSD family tell beside their fields: the version with the protocol, the widths of
 * columns, the white space between and after them. Together they tell which system printed a block,
 * and what may have been cut in it.
 */
import type { LineFields } from "../line-fields.ts";
import { suffix } from "./bsd-protocol.ts";

/** What a row tells about its block. */
export const SIGN = {
  /** tcp4: the version stands with the protocol. */
  version4: 1 << 0,
  version6: 1 << 1,
  version46: 1 << 2,
  /** tcp: it does not. */
  noVersion: 1 << 3,
  /** One space between the second queue and the local address. */
  narrowGap: 1 << 4,
  wideGap: 1 << 5,
  /** White space after the state. */
  padded: 1 << 6,
  /** Seven characters for the protocol. */
  wideProtocol: 1 << 7,
  /** Buffer sizes and a process, as macOS's -v prints. */
  hasProcess: 1 << 8,
  /** An address longer than the cut: none of this version is cut. */
  longName: 1 << 9,
  longIpv6: 1 << 10,
  /** An endpoint longer than those beside a PCB. */
  over18: 1 << 11,
  /** A control block's address stands first. */
  pcb: 1 << 12,
  /** One as AIX has them. */
  aixPcb: 1 << 13,
} as const;

/** An endpoint's width, and its width beside a PCB. */
export const CUT_ENDPOINT = 22;
export const CUT_BESIDE_PCB = 18;
export function versionSign(): number {
  if (suffix.version === 4) return SIGN.version4;
  if (suffix.version === 6) return SIGN.version6;
  return suffix.version === 46 ? SIGN.version46 : SIGN.noVersion;
}

/** `at` is the local endpoint's field. */
export function endpointSigns(line: LineFields, at: number): number {
  let signs = 0;
  for (let end = at; end < at + 2; end += 1) {
    const length = line.lengthOf(end);
    if (length > CUT_BESIDE_PCB) signs |= SIGN.over18;
    if (length <= CUT_ENDPOINT) continue;
    signs |= hasColon(line, end) ? SIGN.longIpv6 : SIGN.longName;
  }
  return signs;
}

function hasColon(line: LineFields, at: number): boolean {
  const end = line.endOf(at);
  for (let i = line.startOf(at); i < end; i += 1) {
    if (line.text.charCodeAt(i) === 58) return true;
  }
  return false;
}

/** Where columns were squeezed to single spaces, the gaps tell nothing. */
export function gapSign(line: LineFields, queue: number, local: number, protocol: number): number {
  if (local - queue !== 2) return 0;
  if (line.startOf(queue) - line.endOf(queue - 1) < 2) return 0;
  const isWideProtocol = line.endOf(queue) - line.startOf(protocol) === 14;
  const gap = line.startOf(local) - line.endOf(local - 1);
  return (gap === 1 ? SIGN.narrowGap : SIGN.wideGap) | (isWideProtocol ? SIGN.wideProtocol : 0);
}

export function pcbSigns(line: LineFields): number {
  return SIGN.pcb | (line.text.startsWith("f1000", line.startOf(0)) ? SIGN.aixPcb : 0);
}

/** White space for a state of eleven characters where there is none: macOS pads that too. */
export const isPaddedFor = (line: LineFields, peer: number) =>
  line.startOf(peer) + CUT_ENDPOINT + 11 < line.next - 1;

/** White space after the row's last field. */
export const isPadded = (line: LineFields) => line.text.charCodeAt(line.end) === 32;
