/** Why a port is in a range and why it is not in another, for every question that asks for ranges. */
import { ephemeralRangeOf } from "#net/ephemeral-range";
import type { PortRange } from "#net/port-range";
import type { Port } from "#net/port";
import type { MisconceptionId } from "../misconception.ts";

export function whyIn({ name, singular, from, to }: PortRange, port: Port): string {
  if (port === from) return `${port} is the first ${singular}: they are ${from} to ${to}.`;
  if (port === to) return `${port} is the last ${singular}: they are ${from} to ${to}.`;
  return `The ${name} are ${from} to ${to}, both included.`;
}

/** With what makes one think so, where that is plain. */
export function whyNotIn(range: PortRange, port: Port): string {
  const { name, from, to } = range;
  if (port === to + 1) return `Very close: the ${name} end at ${to}, one number before ${port}.`;
  if (port === from - 1) return `Very close: the ${name} begin at ${from}, one number later.`;
  if (beliefThatIn(range, port) === "8080-is-system")
    return `It looks like a relative of 80. But the ${name} end at ${to}, far below ${port}.`;
  if (beliefThatIn(range, port) === "ephemeral-above-1023")
    return port >= ephemeralRangeOf("linux").from
      ? `Linux gives such a number to clients, but that is a setting of Linux. IANA's ${name} begin at ${from}.`
      : `It is above 1023, and so it is often called ephemeral. But the ${name} begin at ${from}.`;
  if (range.id === "user" && port < from)
    return `Few of the low numbers are well known, and yet all of them belong together. The ${name} begin at ${from}.`;
  if (range.id === "user")
    return `It is by far the largest range. But the ${name} end at ${to}, and ${port} is above that.`;
  return port < from
    ? `The ${name} begin at ${from}, and ${port} is below that.`
    : `The ${name} end at ${to}, and ${port} is above that.`;
}

/** What would make one put the port into this range, in which it is not; null where there is no name for it. */
export function beliefThatIn(range: PortRange, port: Port): MisconceptionId | null {
  if (range.id === "dynamic" && port >= 1024) return "ephemeral-above-1023";
  if (range.id === "system" && /^80\d\d$/.test(String(port))) return "8080-is-system";
  return null;
}
