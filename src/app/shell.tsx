import type { ReactNode } from "react";
import { Link, NavLink } from "react-router";
import { paths } from "#paths";
import { ThemeChoice } from "./theme-choice.tsx";

const ROOMS = [
  { to: paths.course(), label: "Course" },
  { to: paths.ports(), label: "Ports" },
  { to: paths.netstat(), label: "Netstat" },
  { to: paths.handshake(), label: "Handshake" },
  { to: paths.quiz(), label: "Quiz" },
];

const FOOTER = [
  { to: paths.glossary(), label: "Glossary" },
  { to: paths.about(), label: "About and licences" },
];

export function Shell({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-page flex-col px-4 sm:px-8 print:block print:min-h-0 print:max-w-none print:px-0">
      <a
        href="#main"
        className="absolute left-2 top-2 z-10 -translate-y-20 rounded bg-paper px-3 py-2 focus:translate-y-0"
      >
        Skip to the content
      </a>
      <header className="flex flex-wrap items-center gap-x-6 gap-y-1 py-4 print:hidden">
        <Link
          to={paths.home()}
          className="inline-flex min-h-11 items-center text-lg font-[650] tracking-tight"
        >
          Ports of Call
        </Link>
        <nav aria-label="Main" className="order-last w-full sm:order-none sm:w-auto">
          <ul className="flex justify-between text-[1rem] sm:gap-5 sm:text-base">
            {ROOMS.map(({ to, label }) => (
              <li key={to}>
                <NavLink
                  to={to}
                  className="inline-flex min-h-11 items-center border-b-2 border-transparent pt-0.5 text-soft hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
                >
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ml-auto flex items-center gap-2 sm:gap-4">
          <Link
            to={paths.search()}
            aria-label="Search"
            className="inline-flex size-11 items-center justify-center rounded-lg text-soft hover:text-ink"
          >
            <svg
              viewBox="0 0 20 20"
              aria-hidden="true"
              className="size-5 fill-none stroke-current stroke-2"
            >
              <circle cx="8.5" cy="8.5" r="5.5" />
              <path d="M12.7 12.7 L18 18" strokeLinecap="round" />
            </svg>
          </Link>
          <ThemeChoice />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="flex-1 pb-16 print:pb-0">
        {children}
      </main>
      <footer className="flex flex-wrap justify-between gap-x-6 gap-y-2 border-t border-line py-6 text-[0.95rem] text-soft print:hidden">
        <p className="max-w-prose">
          Nothing you type or paste leaves this page. No account, no cookies, no tracking.
        </p>
        <p className="flex flex-wrap gap-x-6">
          {FOOTER.map(({ to, label }) => (
            <Link
              key={to}
              to={to}
              className="inline-flex min-h-6 items-center underline hover:text-ink"
            >
              {label}
            </Link>
          ))}
        </p>
      </footer>
    </div>
  );
}
