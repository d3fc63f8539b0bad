import type { ChoiceMark } from "./verdict.ts";

const SHAPES: Record<ChoiceMark["shape"], { path: string; colour: string }> = {
  tick: { path: "M3.5 10.5 8 15 16.5 5.5", colour: "text-established" },
  cross: { path: "M5 5 15 15 M15 5 5 15", colour: "text-opening" },
  dot: { path: "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 1 0 0-7Z", colour: "fill-current text-ink" },
  dash: { path: "M6 10H14", colour: "text-soft" },
};

/** The shape beside a choice after marking; the words beside it say the same. */
export function ChoiceShape({ shape }: { shape: ChoiceMark["shape"] }) {
  const { path, colour } = SHAPES[shape];
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`mt-0.5 size-5 shrink-0 ${colour}`}
    >
      <path d={path} />
    </svg>
  );
}
