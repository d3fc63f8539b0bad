/**
 * A port number as a person writes it: decimal or hexadecimal digits. A port field is 16 bits wide
 * (RFC 9293 §3.1), and what does not fit says so. Time is linear in the length; a message never repeats long input.
 */
import { MAX_PORT, type Port } from "./port.ts";

export type PortTextReason =
  | "empty"
  | "not-a-number"
  | "negative"
  | "fraction"
  | "exponent"
  | "mixed"
  | "hex-incomplete"
  | "too-large";

interface PortTextError {
  readonly type: "error";
  readonly reason: PortTextReason;
  /** One to three short sentences for the person who wrote it. */
  readonly message: string;
}

export type PortText =
  | { readonly type: "port"; readonly port: Port; readonly base: 10 | 16 }
  | PortTextError;

/** Longer input is never repeated in a message. */
const LONGEST_ECHO = 16;

/** Reads one port, without blanks around it: "8080", "0080", "0x1F90". */
export function parsePortText(text: string): PortText {
  if (text === "") return fail("empty", "A port number goes here, such as 443.");
  if (/^\d+$/.test(text)) return fit(text.replace(/^0+(?=\d)/, ""), 10, text);
  const hex = /^0x(.*)$/is.exec(text)?.[1];
  if (hex !== undefined) return parseHex(hex, text);
  if (/^[-−]/.test(text)) {
    return fail("negative", "A port has no sign. The count begins at 0 and ends at 65535.");
  }
  if (/^\d*\.\d+$|^\d+\.$/.test(text)) {
    const grouped = /^\d{1,2}\.\d{3}$/.test(text) && Number(text.replace(".", "")) <= MAX_PORT;
    const hint = grouped
      ? ` If the dot groups thousands, leave it out: ${text.replace(".", "")}.`
      : "";
    return fail(
      "fraction",
      `A port is a whole number: nothing lies between port 1 and port 2.${hint}`,
    );
  }
  const exponent = /^(\d{1,5})e\+?(\d{1,2})$/i.exec(text);
  if (exponent !== null) {
    const value = Number(exponent[1]) * 10 ** Number(exponent[2]);
    const hint = value <= MAX_PORT ? `: ${value}` : "";
    return fail("exponent", `Write a port out in full, digit by digit${hint}.`);
  }
  if (/^\d/.test(text)) {
    const hint = /^[\da-f]{1,4}$/i.test(text) ? ` In hexadecimal it would be 0x${text}.` : "";
    return fail(
      "mixed",
      `A port is digits alone, and ${echo(text)} has other signs as well.${hint}`,
    );
  }
  return fail("not-a-number", `A port is a number from 0 to 65535, and ${echo(text)} is none.`);
}

function parseHex(digits: string, text: string): PortText {
  if (digits === "")
    return fail("hex-incomplete", "Hexadecimal digits follow 0x: 0x50 is port 80.");
  if (!/^[\da-f]+$/i.test(digits)) {
    return fail(
      "hex-incomplete",
      "After 0x only the digits 0 to 9 and A to F may come: 0x50 is port 80.",
    );
  }
  return fit(digits.replace(/^0+(?=.)/, ""), 16, text);
}

/** `digits` without leading zeros. */
function fit(digits: string, base: 10 | 16, text: string): PortText {
  const port = digits.length > 5 ? Infinity : Number.parseInt(digits, base);
  if (port <= MAX_PORT) return { type: "port", port, base };
  if (port === MAX_PORT + 1) {
    return fail(
      "too-large",
      `Port numbers have 16 bits, which count from 0 to 65535. ${text} needs a seventeenth bit.`,
    );
  }
  const what = text.length > LONGEST_ECHO ? `A number of ${digits.length} digits` : text;
  return fail(
    "too-large",
    `Port numbers have 16 bits, and the largest is 65535. ${what} does not fit.`,
  );
}

function echo(text: string): string {
  return text.length > LONGEST_ECHO ? "this" : `“${text}”`;
}

function fail(reason: PortTextReason, message: string): PortTextError {
  return { type: "error", reason, message };
}
