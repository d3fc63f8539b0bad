import { PORT_RANGES, type PortRangeId } from "#net/port-range";
import { FigureLabel, percent } from "./figure-label.tsx";
import { shareOfLine, startOf, SYSTEM } from "./port-line-geometry.ts";
import { BAND_FILLS, bandOpacity } from "./range-fill.ts";
import {
  BAR_WIDTH,
  LENS_LEADER,
  LINE_AT,
  LINE_LEADER,
  type UprightFrame,
} from "./upright-port-line.ts";

interface Drawn {
  readonly frame: UprightFrame;
  readonly highlight: PortRangeId | undefined;
  readonly hrefFor: ((port: number) => string) | undefined;
  readonly className: string;
}

const NOTCH = 8;

/** Paints an upright frame: each bar is drawn in px at its percentage across. */
export function UprightPortLineDrawing({ frame, highlight, hrefFor, className }: Drawn) {
  const { line, lens } = frame;
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
        <svg x={percent(LINE_AT)} overflow="visible">
          {lens !== null && <Funnel line={line} lens={lens} />}
          {PORT_RANGES.map(({ id, from, to }) => (
            <Band
              key={id}
              id={id}
              x={line.dx}
              y={line.top + startOf(from) * line.height}
              height={shareOfLine(from, to) * line.height}
              highlight={highlight}
            />
          ))}
          {lens !== null && (
            <Band id="system" x={lens.dx} y={lens.top} height={lens.height} highlight={highlight} />
          )}
          <Marks column={line} away={-1} />
          {lens !== null && <Marks column={lens} away={1} />}
          <g className="fill-ink stroke-ink">
            {frame.brackets.map(({ dx, from, to, tie, tieTo }) => (
              <g key={dx}>
                <path d={`M${dx - 4} ${from}H${dx}V${to}H${dx - 4}`} fill="none" />
                <path d={`M${dx} ${tie}H${tieTo}`} />
                <circle cx={dx} cy={tie} r={2} />
              </g>
            ))}
          </g>
        </svg>
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
  x,
  y,
  height,
  highlight,
}: {
  id: PortRangeId;
  x: number;
  y: number;
  height: number;
  highlight: PortRangeId | undefined;
}) {
  return (
    <rect
      x={x}
      y={y}
      width={BAR_WIDTH}
      height={height}
      strokeWidth={highlight === id ? 2.5 : 1}
      fillOpacity={bandOpacity(id, highlight)}
      className={`${BAND_FILLS[id]} stroke-ink`}
    />
  );
}

/** Ticks in a bar and the leaders, bent once, to the labels: left of it (`away` -1) or right of it (1). */
function Marks({ column, away }: { column: UprightFrame["line"]; away: -1 | 1 }) {
  const [near, far] =
    away === 1 ? [column.dx + BAR_WIDTH, column.dx] : [column.dx, column.dx + BAR_WIDTH];
  const reach = away * (away === 1 ? LENS_LEADER : LINE_LEADER);
  const strokeOf = (here: boolean) => (here ? "stroke-accent" : "stroke-ink");
  return (
    <>
      {column.ticks.map(({ y, here }, index) =>
        here ? (
          <g key={index} className="fill-accent stroke-accent">
            <path d={`M${column.dx} ${y}h${BAR_WIDTH}`} strokeWidth={2.5} />
            <path d={`M${far} ${y}l${-away * 9} -6v12z`} strokeWidth={0} />
          </g>
        ) : (
          <path key={index} d={`M${near} ${y}h${-away * NOTCH}`} className="stroke-ink" />
        ),
      )}
      {column.leaders.map(({ from, to, here }, index) => (
        <path
          key={index}
          d={`M${near} ${from}h${reach / 4}L${near + (reach * 3) / 4} ${to}h${reach / 4}`}
          fill="none"
          strokeWidth={here ? 2.5 : 1}
          className={strokeOf(here)}
        />
      ))}
    </>
  );
}

/** The sliver of System Ports, led right and down to its enlarged copy. */
function Funnel({
  line,
  lens,
}: {
  line: UprightFrame["line"];
  lens: NonNullable<UprightFrame["lens"]>;
}) {
  const [left, right] = [line.dx + BAR_WIDTH, lens.dx];
  const sliver = line.top + shareOfLine(SYSTEM.from, SYSTEM.to) * line.height;
  const bottom = lens.top + lens.height;
  return (
    <>
      <path
        d={`M${left} ${line.top}H${right}V${bottom}L${left} ${sliver}Z`}
        fillOpacity={0.35}
        className="fill-system"
      />
      <path
        d={`M${left} ${sliver}L${right} ${bottom}`}
        strokeOpacity={0.55}
        className="stroke-ink"
      />
    </>
  );
}
