import { RangeBadge } from "#figures/range-badge";
import type { AnswerHeading } from "./answer-heading.ts";
import type { SearchFrame } from "./search-frame.model.ts";
import { OnePort } from "./one-port.tsx";
import { PortLink } from "./port-link.tsx";
import { More } from "./several-ports.tsx";

/** The services that a word finds: the one it names in full, then the others. */
export function SearchResults({
  search,
  heading: Heading,
  onAsk,
  onMore,
}: {
  heading: AnswerHeading;
  search: SearchFrame;
  onAsk: ((query: string) => void) | undefined;
  onMore: () => void;
}) {
  const { best, rows, more, nothing, word, complete } = search;
  return (
    <div>
      {best !== null && (
        <OnePort port={best} reading={[]} host={null} heading={Heading} onAsk={onAsk} />
      )}
      {nothing !== null && <p className="text-soft">{nothing}</p>}
      {rows.length > 0 && (
        <>
          <Heading className={best === null ? "text-xl" : "mt-10 text-xl"}>
            {best === null ? `Services that match “${word}”` : `Others that match “${word}”`}
          </Heading>
          <ul className="mt-3">
            {rows.map((row) => (
              <li
                key={`${row.port} ${row.title}`}
                className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-4 border-t border-line py-3 @xl:grid-cols-[6rem_minmax(0,1fr)_auto]"
              >
                <PortLink port={row.port} onAsk={onAsk} className="self-start font-mono">
                  {row.portText}
                </PortLink>
                <p>
                  <strong className="font-[650]">{row.title}</strong>{" "}
                  <span className="text-soft">({row.transports})</span>
                  <span className="block text-[1rem] text-soft">{row.detail}</span>
                </p>
                <p className="col-start-2 @xl:col-start-3">
                  <RangeBadge range={row.range} />
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <More more={more} complete={complete} onMore={onMore} />
    </div>
  );
}
