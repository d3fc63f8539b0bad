/** How strong one is in something: a bar that fills, with a notch at each quarter. Words beside it say the same. */
export function StrengthBar({ strength }: { strength: number | null }) {
  return (
    <svg
      viewBox="0 0 200 14"
      aria-hidden="true"
      className="block w-full max-w-80 text-ink forced-colors:text-[CanvasText]"
    >
      <rect
        x="0.75"
        y="0.75"
        width="198.5"
        height="12.5"
        rx="2"
        className={strength === null ? "fill-none" : "fill-paper"}
        stroke="currentColor"
        strokeOpacity="0.6"
        strokeDasharray={strength === null ? "3 3" : undefined}
      />
      {strength !== null && strength > 0 && (
        <rect
          x="0.75"
          y="0.75"
          width={198.5 * strength}
          height="12.5"
          rx="2"
          className="fill-listening"
        />
      )}
      {[50, 100, 150].map((x) => (
        <path
          key={x}
          d={`M${x} 0.75v12.5`}
          stroke="currentColor"
          strokeOpacity={strength === null ? 0.3 : 0.6}
        />
      ))}
    </svg>
  );
}
