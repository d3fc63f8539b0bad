/**
 * What a piece of text is where an address belongs, told by character codes. IPv6 text is RFC 4291 §2.2.
 * A name is taken for a name, for tools print names when they are not asked for numbers.
 */
import {
  COLON,
  DOT,
  HYPHEN,
  isDigit,
  isHex,
  isLetter,
  STAR,
  UNDERSCORE,
} from "./character-codes.ts";

/** What stands in an address's place. */
export const ADDRESS = {
  none: 0,
  /** 0.0.0.0, ::, * */
  any: 1,
  v4: 2,
  v6: 3,
  /** Letters, digits, hyphens, dots: a host's name, or a placeholder such as XXX.XXX.XXX.XXX. */
  name: 4,
  /** Four numbers with dots, one of them above 255. */
  impossible: 5,
  /** Groups of hexadecimal digits and colons that make no whole IPv6 address. */
  v6Part: 6,
} as const;

/** What the text at start..end is as an address; ADDRESS.none when it is none. */
export function addressShape(text: string, start: number, end: number, hasColon: boolean): number {
  if (end <= start) return ADDRESS.none;
  if (end - start === 1 && text.charCodeAt(start) === STAR) return ADDRESS.any;
  if (hasColon) return v6Shape(text, start, end);
  const dotted = v4Shape(text, start, end);
  return dotted === ADDRESS.none ? nameShape(text, start, end) : dotted;
}

function v4Shape(text: string, start: number, end: number): number {
  let parts = 0;
  let value = -1;
  let digits = 0;
  let isZero = true;
  let isPossible = true;
  for (let at = start; at <= end; at += 1) {
    const code = at < end ? text.charCodeAt(at) : DOT;
    if (code === DOT) {
      if (value < 0) return ADDRESS.none;
      if (value > 255) isPossible = false;
      if (value > 0) isZero = false;
      parts += 1;
      value = -1;
      digits = 0;
    } else if (isDigit(code)) {
      digits += 1;
      if (digits > 3) return ADDRESS.none;
      value = (value < 0 ? 0 : value) * 10 + code - 48;
    } else {
      return ADDRESS.none;
    }
  }
  if (parts !== 4) return ADDRESS.none;
  if (isZero) return ADDRESS.any;
  return isPossible ? ADDRESS.v4 : ADDRESS.impossible;
}

function v6Shape(text: string, start: number, end: number): number {
  let groups = 0;
  let digits = 0;
  let doubles = 0;
  let isZero = true;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === COLON) {
      if (at + 1 < end && text.charCodeAt(at + 1) === COLON) {
        doubles += 1;
        at += 1;
      } else if (digits === 0 || at + 1 === end) {
        return v6PartShape(text, start, end);
      }
      if (digits > 0) groups += 1;
      digits = 0;
    } else if (code === DOT) {
      return v4TailShape(text, start, end, at - digits, groups, doubles);
    } else if (isHex(code)) {
      digits += 1;
      if (digits > 4) return ADDRESS.none;
      if (code !== 48) isZero = false;
    } else {
      return ADDRESS.none;
    }
    at += 1;
  }
  if (digits > 0) groups += 1;
  const isWhole = doubles === 0 ? groups === 8 : doubles === 1 && groups < 8;
  if (!isWhole) return v6PartShape(text, start, end);
  return isZero ? ADDRESS.any : ADDRESS.v6;
}

/** The last 32 bits written with dots: ::ffff:192.0.2.1. */
function v4TailShape(
  text: string,
  start: number,
  end: number,
  tail: number,
  groups: number,
  doubles: number,
): number {
  const v4 = v4Shape(text, tail, end);
  const isWhole = doubles === 0 ? groups === 6 : doubles === 1 && groups < 6;
  if (v4 === ADDRESS.none || !isWhole) return v6PartShape(text, start, end);
  return v4 === ADDRESS.impossible ? ADDRESS.none : ADDRESS.v6;
}

function v6PartShape(text: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (!isHex(code) && code !== COLON && code !== DOT) return ADDRESS.none;
  }
  return ADDRESS.v6Part;
}

function nameShape(text: string, start: number, end: number): number {
  let letters = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || isForeignLetter(code)) letters += 1;
    else if (!isDigit(code) && code !== HYPHEN && code !== DOT && code !== UNDERSCORE)
      return ADDRESS.none;
  }
  return letters > 0 ? ADDRESS.name : ADDRESS.none;
}

/** A Windows machine's name may hold Ü or 機; punctuation and direction marks are no letters. */
const isForeignLetter = (code: number) =>
  (code >= 0xc0 && code < 0x2000) || (code >= 0x3040 && code < 0xd800);
