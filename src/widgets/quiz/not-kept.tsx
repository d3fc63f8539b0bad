import { Link } from "react-router";
import { logKeeping } from "#storage/practice";
import { paths } from "#paths";

/** Where the browser does not keep what is practised, says so and what can be done; nothing where it does. */
export function NotKept({
  isKnown = true,
  isElsewhere = false,
}: {
  /** False while a page is hydrated: nothing is known yet. */
  isKnown?: boolean;
  /** Whether the page's own way to save a file is on another page. */
  isElsewhere?: boolean;
}) {
  const keeping = isKnown ? logKeeping() : "browser";
  if (keeping === "browser") return null;
  return (
    <p className="mt-3 border-l-2 border-ink/70 pl-3">
      {keeping === "later-version"
        ? "A newer version of this site keeps your practice. Load the page again to see it; until then nothing of it is changed."
        : "This browser keeps nothing more at the moment: its storage is blocked or full. What you practise lasts until you close this page."}
      {isElsewhere && keeping === "page" && (
        <>
          {" "}
          <Link to={paths.practiceProgress()} className="underline hover:text-accent">
            Save it as a file
          </Link>{" "}
          before that.
        </>
      )}
    </p>
  );
}
