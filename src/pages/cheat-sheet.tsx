import { type ReactNode, use } from "react";
import { Link } from "react-router";
import { type CheatSheet, loadCheatSheet } from "#curriculum/cheat-sheet";
import type { Chapter } from "#curriculum/course";
import { OPERATING_SYSTEM_NAMES } from "#net/operating-system";
import { SYSTEMS } from "#storage/system";
import { Button } from "#ui/button";
import { InlineText } from "#ui/inline-text";
import { PageHead } from "#ui/page-head";
import { paths } from "#paths";

/** A chapter on a page or two: on the screen a column to read, on paper as dense as it can be read. */
export function CheatSheetPage({ chapter }: { chapter: Chapter }) {
  const { lessons, tables, commands, terms } = use(loadCheatSheet(chapter.slug));
  return (
    <article className="cheat-sheet">
      <PageHead
        title={`Cheat sheet: ${chapter.title}`}
        description={`The chapter ${chapter.title} on a page or two, to print: what its lessons say in short, its tables, commands for Linux, macOS and Windows, and its words.`}
      />
      <p className="mt-8 text-soft print:hidden">
        <Link to={paths.course()} className="underline hover:text-ink">
          Course
        </Link>{" "}
        / {chapter.title}
      </p>
      <h1 tabIndex={-1} className="mt-3 text-4xl sm:text-5xl print:mt-0 print:text-2xl">
        <span className="hidden print:inline">Ports of Call: </span>
        {chapter.title}
        <span className="text-soft"> in short</span>
      </h1>
      <p className="mt-5 noscript:hidden print:hidden">
        <Button onClick={() => window.print()}>Print it</Button>
      </p>
      <Part title="What the lessons say">
        <div className="sheet-columns mt-5 print:mt-1.5">
          {lessons.map(({ slug, title, summary }) => (
            <section key={slug} className="mb-5 break-inside-avoid print:mb-1.5">
              <h3 className="text-[1.05rem]">
                <Link
                  to={paths.lesson(chapter.slug, slug)}
                  className="inline-flex min-h-6 items-center underline hover:text-accent print:min-h-0 print:no-underline"
                >
                  {title}
                </Link>
              </h3>
              <ul className="mt-1 list-disc pl-5">
                {summary.map((line) => (
                  <li key={line}>
                    <InlineText>{line}</InlineText>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </Part>
      {tables.length > 0 && (
        <Part title="Tables">
          <div className="sheet-columns mt-5 print:mt-1.5">
            {tables.map((table) => (
              <SheetTable key={table.title} {...table} />
            ))}
          </div>
        </Part>
      )}
      {commands.length > 0 && (
        <Part title="Commands">
          <Commands commands={commands} />
        </Part>
      )}
      {terms.length > 0 && (
        <Part title="Words">
          <dl className="sheet-columns mt-3">
            {terms.map(({ id, term, definition }) => (
              <div key={id} className="mb-2 break-inside-avoid print:mb-0.5">
                <dt className="inline font-[650]">{term}</dt>{" "}
                <dd className="inline">
                  <InlineText>{definition}</InlineText>
                </dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-12 print:mt-3">
      <h2 className="border-b border-line pb-1 text-2xl print:text-xl">{title}</h2>
      {children}
    </section>
  );
}

/** Rows that are not parted between two columns. */
const SHORT_TABLE = 5;

function SheetTable({ title, columns, rows }: CheatSheet["tables"][number]) {
  return (
    <div
      tabIndex={0}
      role="group"
      aria-label={title}
      className={`mb-6 overflow-x-auto print:mb-2 ${rows.length <= SHORT_TABLE ? "break-inside-avoid" : ""}`}
    >
      <table className="w-full">
        <caption>{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                <InlineText>{column}</InlineText>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={column}>
                  <InlineText>{cell}</InlineText>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** All three systems side by side, since paper lets nobody choose one; on a narrow screen one below the other. */
function Commands({ commands }: { commands: CheatSheet["commands"] }) {
  return (
    <div
      tabIndex={0}
      role="group"
      aria-label="Commands"
      className="mt-5 overflow-x-auto print:mt-1"
    >
      <table className="block w-full md:table print:table">
        <thead className="hidden md:table-header-group print:table-header-group">
          <tr>
            <th scope="col">to</th>
            {SYSTEMS.map((system) => (
              <th key={system} scope="col">
                {OPERATING_SYSTEM_NAMES[system]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block md:table-row-group print:table-row-group">
          {commands.map(({ does, ...lines }, row) => (
            <tr key={row} className="mb-4 block md:table-row print:table-row">
              <th scope="row" className="block max-md:font-[550] md:table-cell print:table-cell">
                {does}
              </th>
              {SYSTEMS.map((system) => (
                <td key={system} className="block md:table-cell print:table-cell">
                  <span className="block text-sm text-soft md:hidden print:hidden">
                    {OPERATING_SYSTEM_NAMES[system]}
                  </span>
                  <code className="text-[0.85em] whitespace-pre-wrap wrap-anywhere">
                    {lines[system]}
                  </code>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
