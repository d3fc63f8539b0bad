import { memo, useMemo } from "react";
import type { PacketStory, Timeline } from "#simulator/timeline";
import { PacketBytes } from "./packet-bytes.tsx";
import { packetFrame } from "./packet-details.model.ts";
import { PacketNumbers } from "./packet-numbers.tsx";
import type { Numbering } from "./settings.model.ts";

interface PacketDetailsProps {
  readonly timeline: Timeline;
  readonly story: PacketStory;
  readonly numbers: Numbering;
}

/** A packet's numbers explained, and its headers byte by byte. */
export const PacketDetails = memo(function PacketDetails({
  timeline,
  story,
  numbers,
}: PacketDetailsProps) {
  const frame = useMemo(() => packetFrame(timeline, story, numbers), [timeline, story, numbers]);
  return (
    <div className="@container mt-5 space-y-5">
      <section aria-label="Numbers">
        <h4 className="text-[1.05rem]">Numbers</h4>
        {frame.numbers === null ? (
          <p className="mt-1 max-w-prose leading-snug">{frame.uncounted}</p>
        ) : (
          <PacketNumbers numbers={frame.numbers} />
        )}
      </section>
      <section aria-label="Headers">
        <h4 className="text-[1.05rem]">Headers, byte by byte</h4>
        <PacketBytes key={story.id} frame={frame} />
      </section>
    </div>
  );
});
