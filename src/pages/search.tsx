import { useEffect, useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { PageHead } from "#ui/page-head";
import { useAfterHydration } from "#ui/use-after-hydration";
import { CourseSearch } from "#widgets/search/search";
import { paths } from "#paths";

/** How long typing must rest before the address follows; browsers limit how often it may change. */
const REST_MS = 400;

/** /search and /search?q=… */
export function SearchPage() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const query = useAfterHydration(search.get("q") ?? "", "");
  const [typed, setTyped] = useState<string | null>(null);

  useEffect(() => {
    if (typed === null || typed.trim() === query) return;
    const timer = setTimeout(() => {
      void navigate(paths.search(typed.trim()), { replace: true });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed, query, navigate]);

  return (
    <>
      <PageHead
        title="Search"
        description="Search the lessons, the glossary, the simulated runs and the ports, within the page."
      />
      <h1 tabIndex={-1} className="mt-8 mb-6 text-4xl sm:text-5xl">
        Search
      </h1>
      <CourseSearch query={query} onQuery={setTyped} />
      <noscript>
        <p>
          Search needs script. Without it, look into{" "}
          <Link to={paths.course()} className="underline">
            the course
          </Link>{" "}
          or{" "}
          <Link to={paths.glossary()} className="underline">
            the glossary
          </Link>
          .
        </p>
      </noscript>
    </>
  );
}
