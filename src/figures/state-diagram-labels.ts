/** The texts on the state diagram's arrows, line by line, and the room they take. */
import type { TcpTransition } from "#net/tcp-transitions";
import { FONT_SIZE, type Run, widthOf } from "./figure-text.ts";
import { LABEL_SIZE, type LabelPlace, LINE_PITCH } from "./state-diagram-layout.ts";

export interface LabelLine {
  readonly text: string;
  readonly kind: "event" | "action";
  /** The baseline. */
  readonly y: number;
}

/** The event, and below it what TCP does; "create TCB, snd SYN" on two lines. */
export function labelLines(transition: TcpTransition, place: LabelPlace): readonly LabelLine[] {
  const events = place.isNarrow ? transition.event.split(/ (?=of )/) : [transition.event];
  const actions = transition.action?.split(/(?<=,) /) ?? [];
  const actionY = place.actionY ?? place.y + events.length * LINE_PITCH;
  return [
    ...events.map((text, line) => ({
      text,
      kind: "event" as const,
      y: place.y + line * LINE_PITCH,
    })),
    ...actions.map((text, line) => ({
      text,
      kind: "action" as const,
      y: actionY + line * LINE_PITCH,
    })),
  ];
}

/** How wide a line is at most, in the drawing's units. */
export function lineWidth({ text, kind }: LabelLine): number {
  const run: Run = { text, face: kind === "event" ? "strong" : "sans" };
  return (widthOf([run]) * LABEL_SIZE) / FONT_SIZE;
}
