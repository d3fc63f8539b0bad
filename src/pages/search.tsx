import { Link, useSearchParams } from "react-router";
import { PageHead } from "#ui/page-head";
import { useAddressOfTyped } from "#ui/typed-query";
import { useAfterHydration } from "#ui/use-after-hydration";
import { CourseSearch } from "#widgets/search/search";
import { paths } from "#paths";

/** /search and /search?q=… */
export function SearchPage() {
  const [search] = useSearchParams();
  const query = useAfterHydration(search.get("q") ?? "", "");
  const follow = useAddressOfTyped(query, paths.search);

  return (
    <>
      <PageHead
        title="Search"
        description="Search the lessons, the glossary, the simulated runs and the ports, within the page."
      />
      <h1 tabIndex={-1} className="mt-8 mb-6 text-4xl sm:text-5xl">
        Search
      </h1>
      <CourseSearch query={query} onQuery={follow} />
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
