/** A few steps on a way, those taken filled. Words beside it say how many. */
export function StepsTaken({ taken, of }: { taken: number; of: number }) {
  return (
    <svg
      viewBox={`0 0 ${of * 18} 14`}
      aria-hidden="true"
      className="inline-block h-3.5 text-ink"
      strokeWidth="1.5"
    >
      {Array.from({ length: of }, (_, index) => (
        <circle
          key={index}
          cx={index * 18 + 7}
          cy="7"
          r="5.5"
          stroke="currentColor"
          className={index < taken ? "fill-listening" : "fill-none"}
        />
      ))}
    </svg>
  );
}
