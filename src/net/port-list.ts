/**
 * Lists and ranges of ports as people and tools write them: "80,443", "80 443", "8000-8100", "8000..8100",
 * iptables' "8000:8100". Whether a text is meant for a list is decided apart from whether the list is right.
 */
import { joinSpans, type PortSpan } from "./port-span.ts";
import { parsePortText, type PortTextReason } from "./port-text.ts";

export interface PortList {
  readonly type: "ports";
  /** Ascending, without overlap, neighbours joined; at least one. */
  readonly spans: readonly PortSpan[];
  /** How the text was read, where that may surprise; one sentence each. */
  readonly notes: readonly string[];
}

export type PortListReason =
  | PortTextReason
  | "too-many"
  | "list-without-ports"
  | "range-without-end";

export interface PortListError {
  readonly type: "error";
  readonly reason: PortListReason;
  /** One to three short sentences for the person who wrote it. */
  readonly message: string;
}

/** Parts of a list. */
const MOST_PARTS = 100;

/** Null where the text is no list or range: one number, a word, an address. Takes no more than a line or two. */
export function parsePortList(text: string): PortList | PortListError | null {
  const parts = listParts(text);
  if (parts === null) return null;
  if (parts.length === 0) {
    return fail("list-without-ports", "A list needs ports between its commas, such as 80,443.");
  }
  if (parts.length > MOST_PARTS) {
    return fail("too-many", `This list has ${parts.length} parts. Up to ${MOST_PARTS} fit here.`);
  }
  const spans: PortSpan[] = [];
  const notes: string[] = [];
  for (const part of parts) {
    const ends = part.startsWith("-") ? [part] : part.split("-");
    const [first = "", last = first] = ends;
    if (ends.length > 2 || first === "" || last === "") {
      const message = "A range has two ends with one dash between them, such as 8000-8100.";
      return fail("range-without-end", message);
    }
    const from = parsePortText(first);
    if (from.type === "error") return from;
    const to = parsePortText(last);
    if (to.type === "error") return to;
    if (to.port < from.port) {
      notes.push(`A range runs upwards, so this was read as ${to.port}-${from.port}.`);
    }
    spans.push({ from: from.port, to: to.port });
  }
  if (/^\d{1,2}[,\s]\d{3}$/.test(text)) {
    notes.push("Read as two ports. A port number is written without a separator for thousands.");
  }
  return { type: "ports", spans: joinSpans(spans), notes };
}

/**
 * The parts, with "-" as the only range sign, or null where the text is no list.
 * With commas the first part decides; with blanks alone every part has to look like a number.
 */
function listParts(text: string): readonly string[] | null {
  const tight = text
    .replace(/(\d)\s+to\s+(?=\d)/gi, "$1-")
    .replace(/\s*(?:\.\.+|-)\s*/g, "-")
    .replace(/^(\d+):(?=\d+$)/, "$1-")
    .replace(/\s+and\s+|\s*[,;&]\s*|\s+/gi, ",");
  if (!/,|[^,]-/.test(tight)) return null;
  const parts = tight.split(",").filter((part) => part !== "");
  const numeric = parts.map((part) => part.replace(/^-/, "").split("-").every(isNumberLike));
  const isList = numeric.every(Boolean) || (/[,;]/.test(text) && numeric[0] === true);
  return isList ? parts : null;
}

/** What is meant for one port, right or wrong; the empty text is the missing end of a range. */
export function isNumberLike(text: string): boolean {
  return /^(?:0x[\da-z]*|\d*\.?\d*|\d+e\+?\d+|\d+[a-z])$/i.test(text);
}

function fail(reason: PortListReason, message: string): PortListError {
  return { type: "error", reason, message };
}
