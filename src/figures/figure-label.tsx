import { Link } from "react-router";
import { FONT_SIZE, RUN_GAP, type Run, widthOf } from "./figure-text.ts";
import type { Label, Tone } from "./port-line-geometry.ts";

const FACES: Record<Run["face"], string> = {
  mono: "font-mono",
  sans: "font-sans",
  strong: "font-sans font-[650]",
};

const TONES: Record<Tone, string> = {
  ink: "fill-ink",
  soft: "fill-soft",
  accent: "fill-accent",
  system: "fill-on-system",
  user: "fill-on-user",
  dynamic: "fill-on-dynamic",
};

/** "12.5%": a fraction as SVG writes it, short enough to be the same in every browser. */
export function percent(fraction: number): string {
  return `${Number((fraction * 100).toFixed(4))}%`;
}

/** One line of text at its place; a link where the port it names has an address. */
export function FigureLabel({ label, href }: { label: Label; href?: string | undefined }) {
  const text = (
    <text
      x={label.dx}
      fontSize={FONT_SIZE}
      textAnchor={label.anchor}
      className={`${TONES[label.tone]} ${href === undefined ? "" : "underline group-hover:fill-accent"}`}
    >
      {label.runs.map(({ text, face }, index) => (
        <tspan key={index} dx={index === 0 ? 0 : RUN_GAP} className={FACES[face]}>
          {text}
        </tspan>
      ))}
    </text>
  );
  return (
    <svg
      x={percent(label.at)}
      y={Math.round(label.y)}
      overflow="visible"
      role="presentation"
      aria-hidden={href === undefined ? true : undefined}
    >
      {href === undefined ? (
        text
      ) : (
        <Link to={href} className="group" aria-label={label.runs.map(({ text }) => text).join(" ")}>
          <Target label={label} />
          {text}
        </Link>
      )}
    </svg>
  );
}

/** A link's room to be hit: 24 px high. */
function Target({ label }: { label: Label }) {
  const width = Math.ceil(widthOf(label.runs));
  const x = label.anchor === "end" ? label.dx - width : label.dx;
  return <rect x={x} y={-17} width={width} height={24} className="fill-transparent" />;
}
