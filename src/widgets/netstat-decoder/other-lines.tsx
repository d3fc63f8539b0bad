import { Button } from "#ui/button";
import { InlineText } from "#ui/inline-text";
import type { OtherGroup, OtherLines as OtherLinesFrame } from "./other-lines.model.ts";

/** The lines that are no rows, each with its number, its text and what it was taken for. */
export function OtherLines({ others, onMore }: { others: OtherLinesFrame; onMore: () => void }) {
  return (
    <>
      <ol className="list-none pl-0 grid grid-cols-[minmax(0,1fr)] gap-4">
        {others.groups.map((group) => (
          <Group key={group.first} group={group} />
        ))}
      </ol>
      {others.more && (
        <Button look="quiet" className="mt-4" onClick={onMore}>
          Show more lines
        </Button>
      )}
    </>
  );
}

function Group({ group: { first, last, understood, why, lines } }: { group: OtherGroup }) {
  return (
    <li className={`border-l-4 pl-4 ${understood ? "border-line" : "border-opening"}`}>
      <p className="max-w-prose text-[1rem] leading-normal">
        <span className="text-soft">
          {first === last ? `Line ${first}.` : `Lines ${first} to ${last}.`}
        </span>{" "}
        {!understood && <strong className="font-[650]">Not read. </strong>}
        <InlineText>{why}</InlineText>
      </p>
      {lines.length > 0 && (
        <pre
          dir="ltr"
          tabIndex={0}
          aria-label={first === last ? `Line ${first}` : `Lines ${first} to ${last}`}
          className="mt-1 max-h-80 overflow-auto text-[0.85rem] leading-relaxed text-soft"
        >
          {lines.map(({ number, text }) => (
            <div key={number}>
              <span
                aria-hidden="true"
                className="mr-4 inline-block w-[4ch] select-none text-right opacity-80"
              >
                {number}
              </span>
              {text}
            </div>
          ))}
        </pre>
      )}
    </li>
  );
}
