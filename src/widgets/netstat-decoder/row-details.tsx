import { Link } from "react-router";
import { paths } from "#paths";
import { type CellFrame, type RowFrame, litParts } from "./row-frame.model.ts";
import { StateOfRow } from "./state-of-row.tsx";

interface Lit {
  readonly row: RowFrame;
  /** Null while the row as a whole is lit. */
  readonly cell: CellFrame | null;
}

/** The row's one sentence, large; what repeats the lit field is marked in it. */
export function RowSentence({ row, cell }: Lit) {
  return (
    <p className="max-w-[60ch] text-[1.25rem] leading-snug">
      {litParts(row.sentence, cell?.text ?? "").map(({ text, lit }, index) =>
        lit ? (
          <mark
            key={index}
            className="bg-transparent font-[650] text-ink underline decoration-accent decoration-dotted decoration-2 underline-offset-4"
          >
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </p>
  );
}

/** What the lit field is and what it means in this row. */
export function FieldMeaning({ cell }: { cell: CellFrame | null }) {
  if (cell === null)
    return (
      <p className="text-[1rem] leading-normal text-soft">
        Point at a field of the row, or tap it, and its meaning stands here. With the keyboard: the
        arrow keys.
      </p>
    );
  return (
    <>
      <p className="leading-snug">
        <span className="text-soft">{cell.label}</span>{" "}
        <code className="font-[650] [overflow-wrap:anywhere]">{cell.text}</code>
      </p>
      <p className="mt-1 max-w-[60ch] text-[1rem] leading-normal">{cell.meaning}</p>
      {cell.port !== null && cell.port > 0 && (
        <p className="mt-1 text-[1rem]">
          <Link
            to={paths.portQuery(String(cell.port))}
            className="inline-flex min-h-6 items-center underline hover:text-accent"
          >
            Look port {cell.port} up
          </Link>
        </p>
      )}
    </>
  );
}

/** Role with its evidence, exposure, and what is odd. */
export function RowFacts({ row, onGoTo }: { row: RowFrame; onGoTo: (row: number) => void }) {
  const { role, exposure, path, service, oddities, otherEnd } = row;
  return (
    <>
      {oddities.map(({ id, title, message, source }) => (
        <p
          key={id}
          className="mb-3 max-w-prose border-l-4 border-opening pl-3 text-[1rem] leading-normal"
        >
          <strong className="font-[650]">{title}.</strong> {message}
          {source !== null && <span className="text-soft"> ({source})</span>}
        </p>
      ))}
      <dl className="grid max-w-prose gap-2.5 text-[1rem] leading-normal">
        <Fact term="Role" value={role.label} text={role.evidence} />
        {exposure !== null && (
          <Fact term="Who can reach it" value={exposure.label} text={exposure.explanation} />
        )}
        {path !== null && <Fact term="Path" text={path} />}
        {service !== null && (
          <Fact
            term="Usual service on the port"
            value={service}
            text="A hint, no proof: any program may use it."
          />
        )}
        {otherEnd !== null && (
          <div>
            <dt className="inline text-soft">Other end: </dt>
            <dd className="inline">
              <button
                type="button"
                onClick={() => onGoTo(otherEnd.row)}
                className="min-h-6 underline underline-offset-4 hover:text-accent"
              >
                also here, on line {otherEnd.line}
              </button>
            </dd>
          </div>
        )}
      </dl>
      {row.state !== null && <StateOfRow key={row.state} state={row.state} />}
    </>
  );
}

function Fact({ term, value, text }: { term: string; value?: string; text: string }) {
  return (
    <div>
      <dt className="inline text-soft">{term}: </dt>
      <dd className="inline">
        {value !== undefined && (
          <>
            <strong className="font-[650]">{value}</strong>.{" "}
          </>
        )}
        {text}
      </dd>
    </div>
  );
}
