/**
 * A number as a person types it into an answer field. Digits may stand in groups of three ("65,536",
 * "65 536"), since books print them so; full-width digits count as digits. A point is refused, not
 * guessed at: "49.152" is a whole number to one reader and a fraction to another.
 */
import { MAX_PORT } from "#net/port";

export type TypedNumber =
  | { readonly type: "number"; readonly value: number }
  | { readonly type: "invalid"; readonly message: string };

/** Fifteen digits always fit a double to the last unit. */
const MOST_DIGITS = 15;

/** Reads `text` as a whole number from 0 up; with `asks` "port", up to 65535. */
export function readTypedNumber(text: string, asks?: "port"): TypedNumber {
  const typed = text.normalize("NFKC").trim();
  if (typed === "") return invalid("Type a number first.");
  if (/^[-\u2212]\s*\d+$/u.test(typed))
    return invalid(asks === "port" ? "Ports begin at 0." : "Type a number from 0 up.");
  if (/^0x[\da-f]+$/i.test(typed)) return invalid("Type the number in decimal, please.");
  const digits = ungrouped(typed);
  if (/^\d*[.,]\d+$/.test(digits)) return invalid("Type a whole number, without a point.");
  if (!/^\d+$/.test(digits)) return invalid("Type digits only, please.");
  const significant = digits.replace(/^0+(?=\d)/, "");
  if (asks === "port" && (significant.length > MOST_DIGITS || Number(significant) > MAX_PORT))
    return invalid(`Ports end at ${MAX_PORT}: 16 bits hold no more.`);
  if (significant.length > MOST_DIGITS)
    return invalid("That number is longer than any answer here.");
  return { type: "number", value: Number(significant) };
}

function ungrouped(typed: string): string {
  return /^\d{1,3}([ ,_])\d{3}(?:\1\d{3})*$/.test(typed) ? typed.replace(/[ ,_]/g, "") : typed;
}

function invalid(message: string): TypedNumber {
  return { type: "invalid", message };
}
