/** What happens to a packet, in a sentence. */
import type { Effect } from "#simulator/effect";
import type { PacketStory } from "#simulator/timeline";
import type { PacketId } from "#simulator/world";
import { numbersText, packetAgain, packetName } from "./names.model.ts";
import type { Telling } from "./telling.ts";
import { capital } from "./why-titles.model.ts";

export type PacketHappening = Extract<
  Effect["kind"],
  "sent" | "arrived" | "lost" | "delayed" | "doubled" | "held" | "released" | "discarded"
>;

export function packetSentence(
  what: PacketHappening,
  id: PacketId,
  { stories, numbering }: Telling,
): string {
  const story = stories.packets.get(id);
  if (story === undefined) return STRANGE[what];
  const { from, to } = story.report;
  const again = packetAgain(story.packet, story.report.flags);
  const which = `${story.copyOf === null ? "" : "the copy of "}${again} from ${from}`;
  switch (what) {
    case "sent":
      return `${from} sends ${sentName(story)}${story.isRetransmission ? " again" : ""} to ${to}${inBrackets(story, numbering)}.`;
    case "arrived":
      return story.from === null
        ? `A packet that was put on the wire by hand arrives at ${to}: ${packetName(story.packet, story.report.flags)}, with ${from} as its sender${inBrackets(story, numbering)}.`
        : `${capital(which)} arrives at ${to}.`;
    case "discarded":
      return `${story.to ?? to} discards ${which}.`;
    case "lost":
      return `${capital(which)} does not reach ${to}: it is lost.`;
    case "delayed":
      return `The wire delays ${which}.`;
    case "doubled":
      return `The wire makes a copy of ${again} from ${from}.`;
    case "held":
      return `The wire holds ${which} back.`;
    case "released":
      return `The wire lets ${which} go on.`;
  }
}

/** For a packet that the run has no story of. */
const STRANGE: Readonly<Record<PacketHappening, string>> = {
  sent: "A packet is sent.",
  arrived: "A packet arrives.",
  discarded: "A packet is discarded.",
  lost: "A packet is lost.",
  delayed: "The wire delays a packet.",
  doubled: "The wire makes a copy of a packet.",
  held: "The wire holds a packet back.",
  released: "The wire lets a packet go on.",
};

function sentName({ packet, report }: PacketStory): string {
  const name = packetName(packet, report.flags);
  return name.endsWith('"') ? `${name},` : name;
}

/** " (PSH,ACK, seq 1, ack 1)": flags only where the name does not tell them. */
function inBrackets(story: PacketStory, numbering: Telling["numbering"]): string {
  const { packet, report } = story;
  const parts = [
    ...(packet.kind === "tcp" && packet.data !== "" ? [report.flags] : []),
    ...[numbersText(story, numbering)].filter((text) => text !== ""),
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
