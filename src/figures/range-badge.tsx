import { PORT_RANGES, type PortRangeId } from "#net/port-range";

const HUES: Record<PortRangeId, string> = {
  system: "bg-system text-on-system",
  user: "bg-user text-on-user",
  dynamic: "bg-dynamic text-on-dynamic",
};

/** A range's name for one port, on the range's hue: "User Port". */
export function RangeBadge({ range }: { range: PortRangeId }) {
  return (
    <span
      className={`inline-block rounded-full px-3 py-0.5 text-[0.9rem] font-[650] whitespace-nowrap ${HUES[range]}`}
    >
      {PORT_RANGES.find(({ id }) => id === range)?.singular}
    </span>
  );
}
