import { PORT_RANGES, type PortRangeId } from "#net/port-range";
import { FigureLabel, percent } from "./figure-label.tsx";
import { startOf, SYSTEM } from "./port-line-geometry.ts";
import { BAND_FILLS, bandOpacity } from "./range-fill.ts";
import type { Bar, Tick, WideFrame } from "./wide-port-line.ts";

interface Drawn {
  readonly frame: WideFrame;
  readonly highlight: PortRangeId | undefined;
  readonly hrefFor: ((port: number) => string) | undefined;
  readonly className: string;
}

/** Paints a wide frame: places across are percentages, so texts keep their size at every width. */
export function WidePortLineDrawing({ frame, highlight, hrefFor, className }: Drawn) {
  const { line, lens, funnel } = frame;
  return (
    <svg
      width="100%"
      height={frame.height}
      overflow="visible"
      className={className}
      role="presentation"
      aria-hidden={hrefFor === undefined ? true : undefined}
    >
      <g aria-hidden="true">
        {funnel !== null && lens !== null && <Funnel {...funnel} share={lens.share} />}
        {PORT_RANGES.map(({ id, from, to }) => (
          <Band
            key={id}
            id={id}
            bar={line}
            from={startOf(from)}
            to={startOf(to + 1)}
            highlight={highlight}
          />
        ))}
        {lens !== null && (
          <Band id="system" bar={lens} from={0} to={lens.share} highlight={highlight} />
        )}
        {frame.ticks.map((tick, index) => (
          <TickLine key={index} {...tick} />
        ))}
        {frame.ticks
          .filter(({ here }) => here)
          .slice(0, 1)
          .map(({ at }) => (
            <svg key={at} x={percent(at)} y={line.top} overflow="visible">
              <path d="M-5 0H5L0 9Z" className="fill-accent" />
            </svg>
          ))}
        {frame.brackets.map(({ name, from, to, y }) => {
          const [x1, x2] = [percent(startOf(from)), percent(startOf(to + 1))];
          return (
            <g key={name} className="stroke-ink">
              <line x1={x1} x2={x2} y1={y} y2={y} />
              <line x1={x1} x2={x1} y1={y - 6} y2={y} />
              <line x1={x2} x2={x2} y1={y - 6} y2={y} />
            </g>
          );
        })}
      </g>
      {frame.labels.map((label, index) => (
        <FigureLabel
          key={index}
          label={label}
          href={label.port === null ? undefined : hrefFor?.(label.port)}
        />
      ))}
    </svg>
  );
}

function Band({
  id,
  bar,
  from,
  to,
  highlight,
}: {
  id: PortRangeId;
  bar: Bar;
  from: number;
  to: number;
  highlight: PortRangeId | undefined;
}) {
  return (
    <rect
      x={percent(from)}
      width={percent(to - from)}
      y={bar.top}
      height={bar.height}
      strokeWidth={highlight === id ? 2.5 : 1}
      fillOpacity={bandOpacity(id, highlight)}
      className={`${BAND_FILLS[id]} stroke-ink`}
    />
  );
}

function TickLine({ at, from, to, here }: Tick) {
  const x = percent(at);
  return (
    <line
      x1={x}
      x2={x}
      y1={from}
      y2={to}
      strokeWidth={here ? 2.5 : 1}
      className={here ? "stroke-accent" : "stroke-ink"}
    />
  );
}

/** The sliver of System Ports, led down and out to its enlarged copy. */
function Funnel({
  top,
  neck,
  bottom,
  share,
}: {
  top: number;
  neck: number;
  bottom: number;
  share: number;
}) {
  const narrow = startOf(SYSTEM.to + 1) * 100;
  const wide = share * 100;
  const right = `${narrow},0 ${narrow},${neck - top} ${wide},${bottom - top}`;
  return (
    <svg
      y={top}
      width="100%"
      height={bottom - top}
      viewBox={`0 0 100 ${bottom - top}`}
      preserveAspectRatio="none"
    >
      <polygon
        points={`0,0 ${right} 0,${bottom - top}`}
        fillOpacity={0.35}
        className="fill-system"
      />
      <polyline
        points={right}
        fill="none"
        vectorEffect="non-scaling-stroke"
        strokeOpacity={0.55}
        className="stroke-ink"
      />
    </svg>
  );
}
