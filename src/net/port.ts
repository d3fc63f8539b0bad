/**
 * A port is a 16-bit number that selects a socket on a host, within one transport
 * protocol (RFC 9293 §3.1, RFC 768, RFC 6335 §6). Sixteen bits make 65,536 values, 0 to 65535.
 */

/** A port number: a whole number from 0 to 65535. */
export type Port = number;

export const MAX_PORT: Port = 65535;

export function isPort(value: number): value is Port {
  return Number.isInteger(value) && value >= 0 && value <= MAX_PORT;
}
