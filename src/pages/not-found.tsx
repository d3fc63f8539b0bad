import { Link } from "react-router";
import { PageHead } from "#ui/page-head";
import { paths } from "#paths";

export function NotFoundPage() {
  return (
    <>
      <PageHead title="Page not found" description="This address leads to no page of the course." />
      <h1 tabIndex={-1} className="mt-10 text-4xl">
        Nothing is listening at this address.
      </h1>
      <p className="my-5 max-w-prose text-soft">
        The address leads to no page here. It may be mistyped, or the page may have moved. A port
        number has its page under <span className="font-mono">/ports</span>: type the number there.
      </p>
      <ul className="flex flex-wrap gap-x-6 gap-y-2 underline">
        <li>
          <Link to={paths.home()}>Start page</Link>
        </li>
        <li>
          <Link to={paths.course()}>The course</Link>
        </li>
        <li>
          <Link to={paths.ports()}>Look a port up</Link>
        </li>
        <li>
          <Link to={paths.netstat()}>Read a listing</Link>
        </li>
      </ul>
    </>
  );
}
