import { memo, useMemo, useState } from "react";
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
  // Null until a person has a wish; then it holds for the next packet too.
  const [isOpen, open] = useState<boolean | null>(null);
  return (
    <div className="@container mt-5 space-y-5">
      <section aria-label="Numbers">
        <h4 className="text-[1.05rem] font-[650]">Numbers</h4>
        {frame.numbers === null ? (
          <p className="mt-1 max-w-prose leading-snug">{frame.uncounted}</p>
        ) : (
          <PacketNumbers numbers={frame.numbers} />
        )}
      </section>
      <details open={isOpen ?? frame.isCopied} onToggle={(event) => open(event.currentTarget.open)}>
        <summary className="min-h-11 content-center text-[1.05rem] font-[650] hover:text-accent">
          Headers, byte by byte, and what a raw socket is handed
        </summary>
        <PacketBytes key={story.id} frame={frame} />
      </details>
    </div>
  );
});
