/** Says that the listing came in a link, or why the link could not be read. */
export function SharedNote({ trouble, isShown }: { trouble: string | null; isShown: boolean }) {
  return (
    <p role="status" className="max-w-prose text-[1rem] leading-normal">
      {trouble !== null && (
        <span className="mb-6 block border-l-4 border-opening pl-4">{trouble}</span>
      )}
      {trouble === null && isShown && (
        <span className="mb-6 block border-l-4 border-line pl-4">
          This listing came in a link. Links of this page carry it redacted: public addresses, hosts
          and users have other names in it.
        </span>
      )}
    </p>
  );
}
