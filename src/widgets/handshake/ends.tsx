/** A socket's two ends, or its one. */
export function Ends({ local, peer }: { local: string; peer: string | null }) {
  return (
    <span className="block font-mono text-[0.85rem] wrap-anywhere">
      {local}
      {peer !== null && (
        <>
          <span aria-hidden="true"> → </span>
          <span className="sr-only"> to </span>
          {peer}
        </>
      )}
    </span>
  );
}
