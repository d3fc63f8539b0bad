/** How the kernel found whom an arrived packet is for, question by question (lookup-steps.ts), in words. */
import { type Lookup, lookupOf } from "#simulator/lookup-steps";
import type { PacketStory, Timeline } from "#simulator/timeline";
import type { HostName, World } from "#simulator/world";
import { type LinkKey, socketKey } from "./link-key.ts";
import { socketName } from "./names.model.ts";
import { worldBefore } from "./stories.model.ts";

export interface LookupFrame {
  /** "How B's kernel finds whom it is for" */
  readonly title: string;
  readonly steps: readonly LookupStepFrame[];
  /** What comes of it, in sentences. */
  readonly outcome: readonly string[];
}

export interface LookupStepFrame {
  readonly question: string;
  /** "no", or what was found. */
  readonly answer: string;
  readonly isFound: boolean;
  /** Of what was found. */
  readonly keys: readonly LinkKey[];
}

/** Null for a packet that has not come to a host by the position. */
export function lookupFrame(
  timeline: Timeline,
  position: number,
  { packet, to, end }: PacketStory,
): LookupFrame | null {
  const isHere = end.kind === "arrived" || end.kind === "discarded";
  if (!isHere || to === null || end.in >= position) return null;
  const before = worldBefore(timeline, end.in);
  const lookup = lookupOf(before, to, packet);
  return {
    title: `How ${to}'s kernel finds whom it is for`,
    steps: lookup.steps
      .filter(({ kind }) => kind !== "nobody")
      .map(({ question, found }) => ({
        question: `${question}?`,
        answer: found === null ? "No." : `Yes: ${socketName(to, found, before)}.`,
        isFound: found !== null,
        keys: found === null ? [] : [socketKey(to, found)],
      })),
    outcome: [...copyWords(lookup, to, before), ...outcomeWords(lookup)],
  };
}

function copyWords({ copies }: Lookup, host: HostName, before: World): readonly string[] {
  return copies.map((socket) => `Besides, ${socketName(host, socket, before)} gets a copy.`);
}

function outcomeWords({ outcome }: Lookup): readonly string[] {
  switch (outcome.kind) {
    case "socket":
      return [];
    case "nobody":
      return ["Nobody here takes it. No socket is left to ask."];
    case "kernel":
      return ["The kernel takes it by itself: no socket is looked for."];
    case "copies":
      return ["Only raw sockets take packets of this protocol."];
    case "filtered":
      return ["The host's filter stops it before any socket is looked for."];
    case "not-here":
      return ["The packet is for an address that this host has not: no socket is looked for."];
  }
}
