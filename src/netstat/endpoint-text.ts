/**
 * An address with its port as one piece of text, where a colon stands before the port: 127.0.0.1:80,
 * [::1]:80, :::80, *:80, 127.0.0.54%lo:53, [fe80::1%4]:80, [fe80::1]%eth0:80, localhost:http.
 * Read by character codes, from offsets, without cutting strings: this runs twice for every row.
 * IPv6 text is RFC 4291 §2.2. A name where an address belongs is read as a name, for tools print
 * names when they are not asked for numbers.
 */

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

/** Where the port's place holds a name or a star. */
export const NO_NUMBER = -1;

/** What was wrong with an endpoint's text. */
export const ENDPOINT = {
  read: 0,
  noPort: 1,
  badAddress: 2,
  badPort: 3,
  portTooBig: 4,
  dottedPort: 5,
} as const;

/** Names in DNS have at most 253 characters (RFC 1035); zone and port come on top. */
const LONGEST = 320;
const COLON = 58;
const DOT = 46;
const STAR = 42;
const BACKSLASH = 92;
const PERCENT = 37;
const OPEN = 91;
const CLOSE = 93;
const HYPHEN = 45;
const UNDERSCORE = 95;

const isDigit = (code: number) => code >= 48 && code <= 57;
const isHex = (code: number) =>
  isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Results of the last call of `readEndpoint`; offsets into the text, -1 for a missing zone. */
export const found = {
  shape: 0,
  addressStart: 0,
  addressEnd: 0,
  zoneStart: -1,
  zoneEnd: -1,
  portStart: 0,
  portEnd: 0,
  port: NO_NUMBER,
};

/** Reads the endpoint at start..end into `found`; returns one of ENDPOINT. */
export function readEndpoint(text: string, start: number, end: number): number {
  found.zoneStart = -1;
  found.port = NO_NUMBER;
  if (end - start > LONGEST) return ENDPOINT.badAddress;
  const first = text.charCodeAt(start);

  let addressStart = start;
  let addressEnd: number;
  let colon: number;
  if (first === OPEN) {
    addressStart = start + 1;
    let close = addressStart;
    while (close < end && text.charCodeAt(close) !== CLOSE) close += 1;
    if (close >= end) return ENDPOINT.badAddress;
    addressEnd = close;
    colon = close + 1;
    if (colon < end && text.charCodeAt(colon) === PERCENT) {
      found.zoneStart = colon + 1;
      while (colon < end && text.charCodeAt(colon) !== COLON) colon += 1;
      found.zoneEnd = colon;
    }
    if (colon >= end) return ENDPOINT.noPort;
    if (text.charCodeAt(colon) !== COLON) return ENDPOINT.badAddress;
  } else {
    colon = end - 1;
    while (colon > start && text.charCodeAt(colon) !== COLON) colon -= 1;
    if (colon === start) {
      return looksDotted(text, start, end) ? ENDPOINT.dottedPort : ENDPOINT.noPort;
    }
    addressEnd = colon;
  }

  let hasColon = false;
  for (let at = addressStart; at < addressEnd; at += 1) {
    const code = text.charCodeAt(at);
    if (code === COLON) {
      hasColon = true;
    } else if (code === PERCENT && found.zoneStart < 0) {
      found.zoneStart = at + 1;
      found.zoneEnd = addressEnd;
      addressEnd = at;
    }
  }
  if (found.zoneStart >= 0 && found.zoneEnd <= found.zoneStart) return ENDPOINT.badAddress;

  const shape = addressShape(text, addressStart, addressEnd, hasColon);
  if (shape === ADDRESS.none) return ENDPOINT.badAddress;
  if (
    first === OPEN &&
    shape !== ADDRESS.v6 &&
    !(shape === ADDRESS.any && addressEnd - addressStart === 2)
  ) {
    return ENDPOINT.badAddress;
  }

  const portStart = colon + 1;
  if (portStart >= end) return ENDPOINT.noPort;
  const fault = readPort(text, portStart, end);
  if (fault !== ENDPOINT.read) return fault;
  if (hasColon && first !== OPEN && isGroupAndPort(text, portStart, end)) return ENDPOINT.badPort;

  found.shape = shape;
  found.addressStart = addressStart;
  found.addressEnd = addressEnd;
  found.portStart = text.charCodeAt(end - 1) === STAR ? end - 1 : portStart;
  found.portEnd = end;
  return ENDPOINT.read;
}

/** Reads the address without brackets and port at start..end into `found`; false when it is none. */
export function readAddress(text: string, start: number, end: number): boolean {
  found.zoneStart = -1;
  found.port = NO_NUMBER;
  if (end - start > LONGEST) return false;
  let addressEnd = end;
  let hasColon = false;
  for (let at = start; at < addressEnd; at += 1) {
    const code = text.charCodeAt(at);
    if (code === COLON) {
      hasColon = true;
    } else if (code === PERCENT) {
      found.zoneStart = at + 1;
      found.zoneEnd = end;
      addressEnd = at;
    }
  }
  if (found.zoneStart === end) return false;
  found.shape = addressShape(text, start, addressEnd, hasColon);
  found.addressStart = start;
  found.addressEnd = addressEnd;
  return found.shape !== ADDRESS.none;
}

/** Reads the port at start..end into `found`; returns one of ENDPOINT. */
export function readPort(text: string, start: number, end: number): number {
  let value = 0;
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) {
    value = value > 65535 ? value : value * 10 + text.charCodeAt(at) - 48;
    at += 1;
  }
  if (at === end) {
    if (value > 65535) return ENDPOINT.portTooBig;
    found.port = value;
    return ENDPOINT.read;
  }
  if (text.charCodeAt(end - 1) === STAR) {
    return isStar(text, start, end) ? ENDPOINT.read : ENDPOINT.badPort;
  }
  return isServiceName(text, start, end) ? ENDPOINT.read : ENDPOINT.badPort;
}

/** A star alone; Markdown makes two of it, or puts a backslash before it. */
function isStar(text: string, start: number, end: number): boolean {
  if (end - start === 1) return true;
  const first = text.charCodeAt(start);
  return end - start === 2 && (first === STAR || first === BACKSLASH);
}

/** b.http, where 2001:db8::a:b.http has a dot before its port: no port's name begins so. */
function isGroupAndPort(text: string, start: number, end: number): boolean {
  if (found.port !== NO_NUMBER) return false;
  let at = start;
  while (at < end && isHex(text.charCodeAt(at))) at += 1;
  return at > start && at - start < 5 && text.charCodeAt(at) === DOT;
}

/** RFC 6335 §5.1 asks for a letter; older names hold dots, underscores, plus signs and slashes. */
function isServiceName(text: string, start: number, end: number): boolean {
  let letters = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) letters += 1;
    else if (
      !isDigit(code) &&
      code !== HYPHEN &&
      code !== UNDERSCORE &&
      code !== DOT &&
      code !== 43 &&
      code !== 47
    ) {
      return false;
    }
  }
  return letters > 0 && isLetterOrDigit(text.charCodeAt(start));
}

const isLetterOrDigit = (code: number) => isLetter(code) || isDigit(code);

/** What the text at start..end is as an address; ADDRESS.none when it is none. */
function addressShape(text: string, start: number, end: number, hasColon: boolean): number {
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

/** 192.0.2.1.443 and *.80, as macOS and the BSDs join address and port. */
function looksDotted(text: string, start: number, end: number): boolean {
  let dot = end - 1;
  while (dot > start && text.charCodeAt(dot) !== DOT) dot -= 1;
  if (dot <= start || dot + 1 >= end) return false;
  const shape = addressShape(text, start, dot, false);
  return shape === ADDRESS.any || shape === ADDRESS.v4;
}
