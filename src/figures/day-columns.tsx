/** How much was answered on each day: one column a day, what was right filled, the rest outlined. */
export interface DrawnDay {
  readonly day: number;
  readonly answered: number;
  readonly right: number;
}

const WIDTH = 560;
const HEIGHT = 120;
const GAP = 3;

export function DayColumns({ days, label }: { days: readonly DrawnDay[]; label: string }) {
  const most = Math.max(1, ...days.map(({ answered }) => answered));
  const step = WIDTH / days.length;
  const tall = (count: number) => (count / most) * (HEIGHT - 4);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT + 6}`}
      role="img"
      aria-label={label}
      className="block w-full text-ink"
      strokeWidth="1.5"
    >
      {days.map(({ day, answered, right }, index) => {
        const x = index * step + GAP;
        const width = step - 2 * GAP;
        return (
          <g key={day}>
            {answered > 0 && (
              <rect
                x={x}
                y={HEIGHT - tall(answered)}
                width={width}
                height={tall(answered)}
                className="fill-paper"
                stroke="currentColor"
              />
            )}
            {right > 0 && (
              <rect
                x={x}
                y={HEIGHT - tall(right)}
                width={width}
                height={tall(right)}
                className="fill-listening"
                stroke="currentColor"
              />
            )}
            {/* Weeks, counted back from today. */}
            {(days.length - index) % 7 === 0 && (
              <path d={`M${index * step} ${HEIGHT}v6`} stroke="currentColor" />
            )}
          </g>
        );
      })}
      <path d={`M0 ${HEIGHT}H${WIDTH}`} stroke="currentColor" />
    </svg>
  );
}
