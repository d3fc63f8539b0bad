import type { NumbersFrame } from "./packet-numbers.model.ts";

/** Which numbers a segment has, what in it takes some, and what it says to the other side. */
export function PacketNumbers({ numbers }: { numbers: NumbersFrame }) {
  const { rows, takes, takesWords, window, options } = numbers;
  return (
    <div className="mt-1 space-y-3 leading-snug">
      <table className="w-full max-w-prose border-collapse text-left text-[0.95rem]">
        <thead>
          <tr className="border-b border-line text-[0.9rem] text-soft">
            <th scope="col" className="py-1 pr-3 font-normal">
              Number
            </th>
            <th scope="col" className="py-1 pr-3 text-right font-normal">
              Relative
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              On the wire
            </th>
          </tr>
        </thead>
        {rows.map(({ name, relative, wire, words }) => (
          <tbody key={name} className="border-b border-line">
            <tr>
              <th scope="row" className="pt-1.5 pr-3 font-[550]">
                {name}
              </th>
              <td className="pt-1.5 pr-3 text-right font-mono">{relative}</td>
              <td className="pt-1.5 text-right font-mono">{wire}</td>
            </tr>
            <tr>
              <td colSpan={3} className="pb-1.5">
                {words}
              </td>
            </tr>
          </tbody>
        ))}
      </table>
      <p className="max-w-prose">
        {takes.map(({ what, count }) => (
          <span
            key={what}
            className="mr-2 inline-block rounded border border-ink/60 px-1.5 text-[0.95rem]"
          >
            {what} takes {count}
          </span>
        ))}
        {takesWords}
      </p>
      <p className="max-w-prose">{window}</p>
      {options.length > 0 && (
        <div className="max-w-prose">
          <p className="text-soft">Options</p>
          <ul className="mt-0.5 list-disc space-y-1 pl-5">
            {options.map((option) => (
              <li key={option}>{option}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
