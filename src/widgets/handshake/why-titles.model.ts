/** What a person asked about, in a few words. */
import type { CallStory, PacketStory } from "#simulator/timeline";
import { namedCallText, numbersText, packetAgain, programName } from "./names.model.ts";
import type { Numbering } from "./settings.model.ts";

/** "SYN,ACK from B:8080 to A:40000 (seq 0, ack 1)" */
export function packetTitle(story: PacketStory, numbering: Numbering): string {
  const { from, to, flags } = story.report;
  const numbers = numbersText(story, numbering);
  const what = packetAgain(story.packet, flags);
  return `${capital(what)} from ${from} to ${to}${numbers === "" ? "" : ` (${numbers})`}`;
}

/** "connect(client, 10.0.0.2:8080) of A's program" */
export function callTitle(story: CallStory): string {
  return `${namedCallText(story)} of ${programName(story.host, story.process)}`;
}

/** Calls keep their small letters. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
