import { memo, useMemo } from "react";
import { InlineText } from "#ui/inline-text";
import type { Reason } from "#simulator/reason";
import type { Timeline } from "#simulator/timeline";
import { LookupView } from "./lookup.tsx";
import { PacketDetails } from "./packet-details.tsx";
import { usePointing } from "./pointing.tsx";
import { RuleText } from "./rule-text.tsx";
import type { Selection } from "./selection.ts";
import type { Numbering } from "./settings.model.ts";
import { storiesOf } from "./stories.model.ts";
import type { WhyItem, WhyPart } from "./why-frame.ts";
import { whyOf } from "./why.model.ts";

interface WhyPanelProps {
  readonly timeline: Timeline;
  readonly position: number;
  readonly selection: Selection;
  readonly numbers: Numbering;
  readonly onSelect: (selection: Selection) => void;
}

/** What happened and by which rule: in this moment, or of what was asked about. */
export const WhyPanel = memo(function WhyPanel({
  timeline,
  position,
  selection,
  numbers,
  onSelect,
}: WhyPanelProps) {
  const frame = useMemo(
    () => whyOf(timeline, position, selection, numbers),
    [timeline, position, selection, numbers],
  );
  const story =
    selection?.kind === "packet" ? storiesOf(timeline).packets.get(selection.id) : undefined;
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-[1.15rem] wrap-anywhere">{frame.title}</h3>
        {selection !== null && (
          <button
            type="button"
            onClick={() => onSelect(null)}
            className="min-h-11 text-[0.95rem] underline underline-offset-4 hover:text-accent"
          >
            Back to this moment
          </button>
        )}
      </div>
      {frame.parts.map((part, at) => (
        <Part key={at} part={part} onSelect={onSelect} />
      ))}
      {story !== undefined && (
        <>
          <LookupView timeline={timeline} position={position} story={story} />
          <PacketDetails timeline={timeline} story={story} numbers={numbers} />
        </>
      )}
    </div>
  );
});

function Part({
  part: { heading, items },
  onSelect,
}: {
  part: WhyPart;
  onSelect: (selection: Selection) => void;
}) {
  return (
    <div className="mt-2">
      {heading !== null && (
        <h4 className="text-[0.9rem] font-normal tracking-normal text-soft">{heading}</h4>
      )}
      <ol className="mt-1 space-y-2.5">
        {items.map((item, at) => (
          <Item
            key={item.key}
            item={item}
            hidesReason={isSameReason(item.reason, items[at + 1]?.reason ?? null)}
            onSelect={onSelect}
          />
        ))}
      </ol>
    </div>
  );
}

/** What one rule brought about has it once, below the last. */
const isSameReason = (one: Reason | null, next: Reason | null) =>
  one !== null && one.words === next?.words && one.rule === next.rule;

function Item({
  item: { sentence, reason, keys, selection },
  hidesReason,
  onSelect,
}: {
  item: WhyItem;
  hidesReason: boolean;
  onSelect: (selection: Selection) => void;
}) {
  const { props } = usePointing(keys);
  return (
    <li
      {...props}
      className="rounded-md px-1.5 py-0.5 data-lit:bg-lit data-lit:outline data-lit:outline-ink/60"
    >
      {selection === null ? (
        <p className="leading-snug">{sentence}</p>
      ) : (
        <button
          type="button"
          onClick={() => onSelect(selection)}
          className="min-h-6 text-left leading-snug underline decoration-ink/50 decoration-dotted underline-offset-4 hover:decoration-accent hover:decoration-solid"
        >
          {sentence}
        </button>
      )}
      {reason !== null && !hidesReason && (
        <p className="mt-0.5 border-l-4 border-line pl-2.5 text-[0.95rem] leading-snug">
          <span className="sr-only">Why: </span>
          <InlineText>{reason.words}</InlineText>{" "}
          <span className="text-[0.9rem] text-soft">
            <RuleText rule={reason.rule} />
          </span>
        </p>
      )}
    </li>
  );
}
