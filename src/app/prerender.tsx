/** Renders one address to HTML at build time; the page writer puts it into the template. */
import { StrictMode } from "react";
import { prerender } from "react-dom/static";
import { StaticRouter } from "react-router";
import { COURSE, READING_ORDER } from "#curriculum/course";
import { PORTS_WITH_PAGES } from "#net/ports-with-pages";
import { SCENARIOS } from "#simulator/scenarios";
import { paths } from "#paths";
import { App } from "./app.tsx";

/** A page that the build writes as a file. */
export interface PrerenderedPage {
  /** Its address, without the base path. */
  readonly path: string;
  /** The source modules its first view needs, for the browser to fetch at once. */
  readonly modules: readonly string[];
}

/** The address that stands for all unknown ones; its file is 404.html. */
export const NOT_FOUND_PATH = "/404";

export const PRERENDERED_PAGES: readonly PrerenderedPage[] = [
  { path: paths.home(), modules: ["src/pages/home.tsx"] },
  { path: paths.course(), modules: ["src/pages/course.tsx"] },
  ...READING_ORDER.map(({ chapter, lesson }) => ({
    path: paths.lesson(chapter.slug, lesson.slug),
    modules: ["src/pages/lesson.tsx", `content/lessons/${lesson.folder}/lesson.mdx`],
  })),
  ...COURSE.flatMap(({ slug }) => [
    { path: paths.chapterTest(slug), modules: ["src/pages/chapter-test.tsx"] },
    { path: paths.cheatSheet(slug), modules: ["src/pages/cheat-sheet.tsx"] },
  ]),
  { path: paths.ports(), modules: ["src/pages/ports.tsx"] },
  ...PORTS_WITH_PAGES.map((port) => ({ path: paths.port(port), modules: ["src/pages/ports.tsx"] })),
  { path: paths.netstat(), modules: ["src/pages/netstat.tsx"] },
  ...[
    paths.handshake(),
    paths.freePlay(),
    paths.socketTypes(),
    ...SCENARIOS.map(({ id }) => paths.scenario(id)),
  ].map((path) => ({ path, modules: ["src/pages/handshake.tsx"] })),
  { path: paths.practice(), modules: ["src/pages/practice.tsx"] },
  { path: paths.review(), modules: ["src/pages/review.tsx"] },
  { path: paths.cards(), modules: ["src/pages/flash-cards.tsx"] },
  { path: paths.practiceProgress(), modules: ["src/pages/practice-progress.tsx"] },
  { path: paths.glossary(), modules: ["src/pages/glossary.tsx"] },
  { path: paths.search(), modules: ["src/pages/search.tsx"] },
  { path: paths.quiz(), modules: ["src/pages/quiz.tsx"] },
  { path: paths.quizResult(), modules: ["src/pages/quiz-result.tsx"] },
  { path: paths.about(), modules: ["src/pages/about.tsx"] },
  { path: NOT_FOUND_PATH, modules: ["src/pages/not-found.tsx"] },
];

/** The markup of the page at `path` (without the base path). Rejects where a component throws. */
export async function renderPage(path: string): Promise<string> {
  const errors: unknown[] = [];
  const base = import.meta.env.BASE_URL;
  const { prelude } = await prerender(
    <StrictMode>
      <StaticRouter basename={base} location={base.replace(/\/$/, "") + path}>
        <App />
      </StaticRouter>
    </StrictMode>,
    {
      // Without this React hides every page over some 12 kB behind an inline script, which the
      // policy blocks and a reader without script never sees.
      progressiveChunkSize: Infinity,
      onError: (error) => {
        errors.push(error);
      },
    },
  );
  const html = await new Response(prelude).text();
  if (errors.length > 0) throw new Error(`The page ${path} does not render.`, { cause: errors[0] });
  return html;
}
