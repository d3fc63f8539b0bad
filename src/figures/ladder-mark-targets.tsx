import { memo } from "react";
import type { LadderMark } from "#simulator/ladder";
import { type Box, boundsOf } from "./ladder-boxes.ts";
import type { LadderGeometry } from "./ladder-geometry.ts";

interface MarkTargetsProps {
  readonly geometry: LadderGeometry;
  readonly onAsk: (mark: LadderMark) => void;
}

/** What a mark tells of can be asked about. */
const isAskable = ({ isGhost, call, kind, socket }: LadderMark) =>
  !isGhost && (call !== null || (kind === "state" && socket !== null));

/**
 * For the mouse and the finger alone: the keyboard and a screen reader ask in the lanes beside the ladder, where every
 * call and every socket has a button, so that they need not pass all marks of the past here. Those of what is to come
 * are there, below the cover, so that a step makes none.
 */
export const MarkTargets = memo(function MarkTargets({ geometry, onAsk }: MarkTargetsProps) {
  return geometry.marks.map(({ mark, box }) =>
    isAskable(mark) ? <Target key={mark.key} box={box} onAsk={() => onAsk(mark)} /> : null,
  );
});

function Target({ box, onAsk }: { box: Box; onAsk: () => void }) {
  const { left, right, top, bottom } = boundsOf(box);
  return (
    <rect
      x={left - 3}
      y={top - 2}
      width={right - left + 6}
      height={bottom - top + 4}
      rx={4}
      fill="none"
      pointerEvents="all"
      className="cursor-pointer hover:stroke-ink/60"
      onClick={onAsk}
    >
      <title>Why?</title>
    </rect>
  );
}
