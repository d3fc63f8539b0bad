import { Link } from "react-router";
import { READING_ORDER, lessonAddress } from "#curriculum/course";
import { useProgress } from "#storage/use-progress";
import { paths } from "#paths";
import { goOn } from "./course-progress.model.ts";

const LESSONS = READING_ORDER.map((place) => ({
  address: lessonAddress(place),
  href: paths.lesson(place.chapter.slug, place.lesson.slug),
  title: place.lesson.title,
  minutes: place.lesson.minutes,
}));

const WORDS = { start: "Start with", "go-on": "Go on with" };

/**
 * The lesson to begin with, or for who comes back the one to go on with. There is room for two lines of each of its
 * texts on a narrow page, so that nothing moves where one takes the other's place.
 */
export function GoOn() {
  const next = goOn(LESSONS, useProgress());
  if (next === null) return null;
  return (
    <div className="max-w-prose rounded-box border border-line bg-panel px-4 py-3">
      <p className="min-h-[3.2em] font-[550] sm:min-h-0">
        {next.kind === "all-done" ? (
          "You have been through the whole course."
        ) : (
          <Link to={next.lesson.href} className="underline hover:text-accent">
            {`${WORDS[next.kind]} “${next.lesson.title}”`}
          </Link>
        )}
      </p>
      <p className="min-h-[3.2em] text-[0.95rem] text-soft sm:min-h-0">{extentOf(next)}</p>
    </div>
  );
}

// One text each: a text beside one that changes would move.
function extentOf(next: NonNullable<ReturnType<typeof goOn>>): string {
  switch (next.kind) {
    case "start":
      return `${next.lesson.minutes} minutes. In all: ${next.extent}.`;
    case "go-on":
      return `${next.lesson.minutes} minutes. ${next.extent}.`;
    case "all-done":
      return `${next.extent}.`;
  }
}
