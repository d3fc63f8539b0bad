import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Port } from "#net/port";
import { PORTS_WITH_PAGES } from "#net/ports-with-pages";
import { paths } from "#paths";

/** Some ports have a page as a file; the others live behind the query. */
export function portHref(port: Port): string {
  return PORTS_WITH_PAGES.includes(port) ? paths.port(port) : paths.portQuery(`${port}`);
}

/** Another port to look at: in a lesson it is asked in place, elsewhere it has its address. */
export function PortLink({
  port,
  onAsk,
  className = "",
  children,
}: {
  port: Port;
  onAsk: ((query: string) => void) | undefined;
  className?: string;
  children: ReactNode;
}) {
  const look = `inline-flex min-h-6 items-center text-left underline hover:text-accent ${className}`;
  return onAsk === undefined ? (
    <Link to={portHref(port)} className={look}>
      {children}
    </Link>
  ) : (
    <button type="button" onClick={() => onAsk(`${port}`)} className={look}>
      {children}
    </button>
  );
}
