import { useState } from "react";
import type { Touch, TouchFate } from "#simulator/plan";
import type { PacketStory } from "#simulator/timeline";
import { Button } from "#ui/button";
import { Select } from "#ui/select";
import { COPY_AFTER, DELAY, DELAYS } from "./touches.model.ts";

interface TouchMenuProps {
  readonly packet: PacketStory;
  /** What a hand did to it; null where none did. */
  readonly touch: Touch | null;
  /** Why it cannot be touched; null where it can. */
  readonly whyNot: string | null;
  readonly onTouch: (fate: TouchFate) => void;
  readonly onUntouch: () => void;
}

const DEFAULT = DELAYS.find(([micros]) => Number(micros) === DELAY)![0];

/** A hand on one packet: what may become of it on the wire. */
export function TouchMenu({ packet, touch, whyNot, onTouch, onUntouch }: TouchMenuProps) {
  const [delay, setDelay] = useState<(typeof DELAYS)[number][0]>(DEFAULT);
  const name = packet.report.flags;
  if (whyNot !== null) return <p className="text-[0.95rem] text-soft">{whyNot}</p>;
  return (
    <div role="group" aria-label={`Change what becomes of this ${name}`}>
      <p className="text-[0.95rem] text-soft">
        {touch === null
          ? "Change what becomes of it on the wire. All that follows is computed anew."
          : `You changed it: ${TOUCHED[touch.fate.kind]}.`}
      </p>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        <Button onClick={() => onTouch({ kind: "drop" })}>Lose it</Button>
        <Button onClick={() => onTouch({ kind: "duplicate", after: COPY_AFTER })}>Double it</Button>
        <Button onClick={() => onTouch({ kind: "overtaken" })}>Let the next overtake it</Button>
        <span className="flex items-end gap-1">
          <Button onClick={() => onTouch({ kind: "delay", by: Number(delay) })}>Delay it by</Button>
          <Select
            label={<span className="sr-only">Delay</span>}
            value={delay}
            options={DELAYS}
            onChange={setDelay}
          />
        </span>
        {touch !== null && (
          <Button look="quiet" onClick={onUntouch}>
            Leave it alone
          </Button>
        )}
      </div>
    </div>
  );
}

const TOUCHED: Readonly<Record<TouchFate["kind"], string>> = {
  drop: "it is lost",
  delay: "it is late",
  duplicate: "it arrives twice",
  overtaken: "the next one overtakes it",
};
