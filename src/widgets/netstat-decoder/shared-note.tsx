import type { PastedText } from "./paste-field.tsx";

interface SharedNoteProps {
  /** Why the link could not be read. */
  readonly trouble: string | null;
  readonly origin: PastedText["origin"];
}

/** Says that the listing came in a link, or what it is shown for, or why the link could not be read. */
export function SharedNote({ trouble, origin }: SharedNoteProps) {
  return (
    <div role="status" className="max-w-prose text-[1rem] leading-normal">
      {trouble !== null && <p className="mb-6 border-l-4 border-opening pl-4">{trouble}</p>}
      {trouble === null && origin?.kind === "link" && (
        <p className="mb-6 border-l-4 border-line pl-4">
          This listing came in a link. Links of this page carry it redacted: public addresses, hosts
          and users have other names in it.
        </p>
      )}
      {trouble === null && origin?.kind === "shown" && (
        <div className="mb-6 border-l-4 border-line pl-4">
          <p className="font-[650]">{origin.listing.title}</p>
          <ul className="mt-1 grid gap-1">
            {origin.listing.notice.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
