import { memo, useState } from "react";
import { canTouch } from "#simulator/edit-plan";
import type { TouchFate } from "#simulator/plan";
import type { PacketStory } from "#simulator/timeline";
import { Button } from "#ui/button";
import { Select } from "#ui/select";
import type { Stage } from "./stage.ts";
import { storiesOf } from "./stories.model.ts";
import { COPY_AFTER, DELAY, DELAYS } from "./touches.model.ts";

const DEFAULT = DELAYS.find(([micros]) => Number(micros) === DELAY)![0];

/** A hand on the chosen packet: what may become of it on the wire. */
export const TouchMenu = memo(function TouchMenu({ stage }: { stage: Stage }) {
  const { followed, selection, touch, untouch, act, select } = stage;
  const { timeline } = followed;
  const [delay, setDelay] = useState(DEFAULT);
  const packet =
    selection?.kind === "packet" ? storiesOf(timeline).packets.get(selection.id) : undefined;
  if (packet === undefined)
    return (
      <p className="text-[0.95rem] text-soft">
        Choose an arrow to see what it carries, or to lose, delay or double it.
      </p>
    );
  const touched = timeline.plan.touches.find((each) => each.packet === packet.id);
  const whyNot = whyNotTouched(packet);
  return (
    <div role="group" aria-label={`The chosen ${packet.report.flags}`}>
      <p className="text-[0.95rem] text-soft">
        <strong className="text-ink">{packet.report.flags}</strong>{" "}
        {whyNot ??
          (touched === undefined
            ? "chosen. Change what becomes of it, and all that follows is computed anew."
            : `${TOUCHED[touched.fate.kind]}, as you wished.`)}
      </p>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        {whyNot === null && (
          <>
            <Small onClick={() => touch({ kind: "drop" })}>Lose it</Small>
            <Small onClick={() => touch({ kind: "duplicate", after: COPY_AFTER })}>Double it</Small>
            <Small onClick={() => touch({ kind: "overtaken" })}>Let the next overtake it</Small>
            <span className="flex items-end gap-1">
              <Small onClick={() => touch({ kind: "delay", by: Number(delay) })}>Delay it by</Small>
              <Select
                label={<span className="sr-only">Delay</span>}
                value={delay}
                options={DELAYS}
                onChange={setDelay}
              />
            </span>
          </>
        )}
        {touched !== undefined && <Small onClick={untouch}>Leave it alone</Small>}
        <Small onClick={() => act("why")}>Why it was sent</Small>
        <Small onClick={() => select(null)}>Done</Small>
      </div>
    </div>
  );
});

function Small(props: { onClick: () => void; children: string }) {
  return <Button className="px-3!" {...props} />;
}

/** Null where a hand can change what becomes of it. */
function whyNotTouched(packet: PacketStory): string | null {
  if (canTouch(packet)) return null;
  return packet.from === null
    ? "cannot be changed: nobody here sent it, so it was never on the wire."
    : "cannot be changed: the scenario itself loses it as it is sent.";
}

const TOUCHED: Readonly<Record<TouchFate["kind"], string>> = {
  drop: "is lost",
  delay: "is late",
  duplicate: "arrives twice",
  overtaken: "is overtaken by the next one",
};
