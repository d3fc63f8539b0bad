/** The map of the app: every route and its page. `prerender.tsx` says which addresses are written as files. */
import { type ReactNode, lazy } from "react";
import { COURSE, READING_ORDER } from "#curriculum/course";
import { paths } from "#paths";

interface AppRoute {
  readonly path: string;
  readonly element: ReactNode;
}

const HomePage = lazy(async () => ({ default: (await import("#pages/home")).HomePage }));
const CoursePage = lazy(async () => ({ default: (await import("#pages/course")).CoursePage }));
const LessonPage = lazy(async () => ({ default: (await import("#pages/lesson")).LessonPage }));
const ChapterTestPage = lazy(async () => ({
  default: (await import("#pages/chapter-test")).ChapterTestPage,
}));
const CheatSheetPage = lazy(async () => ({
  default: (await import("#pages/cheat-sheet")).CheatSheetPage,
}));
const PortsPage = lazy(async () => ({ default: (await import("#pages/ports")).PortsPage }));
const NetstatPage = lazy(async () => ({ default: (await import("#pages/netstat")).NetstatPage }));
const HandshakePage = lazy(async () => ({
  default: (await import("#pages/handshake")).HandshakePage,
}));
const PracticePage = lazy(async () => ({
  default: (await import("#pages/practice")).PracticePage,
}));
const ReviewPage = lazy(async () => ({ default: (await import("#pages/review")).ReviewPage }));
const FlashCardsPage = lazy(async () => ({
  default: (await import("#pages/flash-cards")).FlashCardsPage,
}));
const PracticeProgressPage = lazy(async () => ({
  default: (await import("#pages/practice-progress")).PracticeProgressPage,
}));
const GlossaryPage = lazy(async () => ({
  default: (await import("#pages/glossary")).GlossaryPage,
}));
const SearchPage = lazy(async () => ({ default: (await import("#pages/search")).SearchPage }));
const QuizPage = lazy(async () => ({ default: (await import("#pages/quiz")).QuizPage }));
const QuizResultPage = lazy(async () => ({
  default: (await import("#pages/quiz-result")).QuizResultPage,
}));
const AboutPage = lazy(async () => ({ default: (await import("#pages/about")).AboutPage }));
const NotFoundPage = lazy(async () => ({
  default: (await import("#pages/not-found")).NotFoundPage,
}));

export const ROUTES: readonly AppRoute[] = [
  { path: paths.home(), element: <HomePage /> },
  { path: paths.course(), element: <CoursePage /> },
  ...READING_ORDER.map((place) => ({
    path: paths.lesson(place.chapter.slug, place.lesson.slug),
    element: <LessonPage key={place.lesson.folder} place={place} />,
  })),
  ...COURSE.flatMap((chapter) => [
    {
      path: paths.chapterTest(chapter.slug),
      element: <ChapterTestPage key={chapter.slug} chapter={chapter} />,
    },
    {
      path: paths.cheatSheet(chapter.slug),
      element: <CheatSheetPage key={chapter.slug} chapter={chapter} />,
    },
  ]),
  { path: paths.ports(), element: <PortsPage /> },
  { path: "/ports/:port", element: <PortsPage /> },
  { path: paths.netstat(), element: <NetstatPage /> },
  { path: paths.handshake(), element: <HandshakePage /> },
  { path: "/handshake/:scenario", element: <HandshakePage /> },
  { path: paths.practice(), element: <PracticePage /> },
  { path: paths.review(), element: <ReviewPage /> },
  { path: paths.cards(), element: <FlashCardsPage /> },
  { path: paths.practiceProgress(), element: <PracticeProgressPage /> },
  { path: paths.glossary(), element: <GlossaryPage /> },
  { path: paths.search(), element: <SearchPage /> },
  { path: paths.quiz(), element: <QuizPage /> },
  { path: paths.quizResult(), element: <QuizResultPage /> },
  { path: paths.about(), element: <AboutPage /> },
  { path: "*", element: <NotFoundPage /> },
];
