/**
 * An address with its port as one piece of text, where a colon stands before the port: 127.0.0.1:80,
 * [::1]:80, :::80, *:80, 127.0.0.54%lo:53, [fe80::1%4]:80, [fe80::1]%eth0:80, localhost:http.
 * Read by character codes, from offsets, without cutting strings: this runs twice for every row.
 */
import { ADDRESS, addressShape } from "./address-shape.ts";
import {
  BACKSLASH,
  CLOSE,
  COLON,
  DOT,
  HYPHEN,
  isDigit,
  isHex,
  isLetter,
  OPEN,
  PERCENT,
  PLUS,
  SLASH,
  STAR,
  UNDERSCORE,
} from "./character-codes.ts";

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
      code !== PLUS &&
      code !== SLASH
    ) {
      return false;
    }
  }
  const first = text.charCodeAt(start);
  return letters > 0 && (isLetter(first) || isDigit(first));
}

/** 192.0.2.1.443 and *.80, as macOS and the BSDs join address and port. */
function looksDotted(text: string, start: number, end: number): boolean {
  let dot = end - 1;
  while (dot > start && text.charCodeAt(dot) !== DOT) dot -= 1;
  if (dot <= start || dot + 1 >= end) return false;
  const shape = addressShape(text, start, dot, false);
  return shape === ADDRESS.any || shape === ADDRESS.v4;
}
