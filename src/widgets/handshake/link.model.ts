/**
 * A link that opens the same moment again: the plan, the position and how it was looked at, as JSON in the address's
 * fragment, which no browser sends anywhere. What is read back was perhaps cut or changed on its way.
 */
import type { Plan } from "#simulator/plan";
import type { PacketId } from "#simulator/world";
import { readPlan, writePlan } from "#simulator/written-plan";
import { FIRST_SETTINGS, type Settings, readSettings, writeSettings } from "./settings.model.ts";

export interface Shared {
  readonly plan: Plan;
  readonly position: number;
  /** The packet that is chosen. */
  readonly packet: PacketId | null;
  readonly settings: Settings;
}

export type ReadShared =
  | ({ readonly type: "shared" } & Shared)
  | { readonly type: "error"; readonly message: string };

const MARK = "run=";

/** The fragment without "#". */
export function fragmentOf(
  { plan, position, packet, settings }: Shared,
  scenario: string | null,
): string {
  const written = JSON.stringify({
    p: writePlan(plan, scenario),
    at: position,
    ...(packet === null ? {} : { packet }),
    s: writeSettings(settings),
  });
  return MARK + toBase64Url(written);
}

/** Null where the fragment is of something else. */
export function sharedIn(fragment: string): ReadShared | null {
  const text = fragment.replace(/^#/, "");
  if (!text.startsWith(MARK)) return null;
  const read = readFragment(text.slice(MARK.length));
  return typeof read === "string" ? { type: "error", message: `${read} ${INSTEAD}` } : read;
}

const INSTEAD = "The scenario is shown from its beginning instead.";
/** Characters; some hundred calls by hand take a tenth. */
const LONGEST = 500_000;
const DAMAGED = "This link is damaged: a part of it may be missing.";

function readFragment(text: string): ReadShared | string {
  if (text.length > LONGEST) return "This link is too long to be opened.";
  const json = fromBase64Url(text);
  if (json === null) return DAMAGED;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return DAMAGED;
  }
  if (typeof value !== "object" || value === null) return DAMAGED;
  const { p, at, packet, s } = value as Record<string, unknown>;
  const read = readPlan(p);
  if (read.type === "error") return `This link cannot be opened. ${read.message}`;
  return {
    type: "shared",
    plan: read.plan,
    position: typeof at === "number" && Number.isFinite(at) ? at : 0,
    packet: typeof packet === "number" ? packet : null,
    settings: s === undefined ? FIRST_SETTINGS : readSettings(s),
  };
}

function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Null where it is no text in that form. */
function fromBase64Url(text: string): string | null {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (each) => each.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
