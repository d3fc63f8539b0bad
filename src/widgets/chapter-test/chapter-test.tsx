import { useEffect, useRef, useState } from "react";
import { type Chapter, lessonAddress } from "#curriculum/course";
import { loadQuestions } from "#curriculum/lesson-questions";
import { ReadingBar } from "#figures/reading-bar";
import { type TestItem, chooseTest, testResults } from "#learning/chapter-test";
import { type Settled, TestQuestion } from "#questions/test-question";
import { noteAnswer, noteLesson } from "#storage/progress";
import { Button } from "#ui/button";
import { TestResults } from "./test-results.tsx";

type Stage =
  | { readonly kind: "idle" | "loading" | "failed" | "empty" }
  | {
      readonly kind: "asking";
      readonly items: readonly TestItem[];
      readonly settled: readonly Settled[];
    };

/**
 * The questions of a test, one after another, then what they say. A test that finds out what can be skipped tells
 * nothing on the way: an answer explained would help with the next question of the same lesson.
 */
export function ChapterTest({ chapter }: { chapter: Chapter }) {
  const [stage, setStage] = useState<Stage>({ kind: "idle" });
  const heading = useRef<HTMLHeadingElement>(null);
  const position = stage.kind === "asking" ? stage.settled.length : null;
  // What was answered leaves the page, so the focus goes to what took its place.
  useEffect(() => {
    if (position === null) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "start" });
  }, [position]);

  async function start() {
    setStage({ kind: "loading" });
    try {
      const lessons = await Promise.all(
        chapter.lessons.map(async (lesson) => ({
          address: lessonAddress({ chapter, lesson }),
          questions: await loadQuestions(lesson.folder),
        })),
      );
      const items = chooseTest(lessons, Math.floor(Math.random() * 2 ** 32));
      setStage(items.length === 0 ? { kind: "empty" } : { kind: "asking", items, settled: [] });
    } catch {
      setStage({ kind: "failed" });
    }
  }

  if (stage.kind !== "asking")
    return (
      <p className="mt-6 flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2 noscript:hidden">
        <Button look="main" onClick={() => void start()} disabled={stage.kind === "loading"}>
          Begin the test
        </Button>
        <span role="status" className="text-soft">
          {stage.kind === "failed" && "The questions did not load. The connection may be down."}
          {stage.kind === "empty" && "This chapter has no questions yet."}
        </span>
      </p>
    );

  const { items, settled } = stage;
  const item = items[settled.length];
  if (item === undefined)
    return (
      <TestResults
        heading={heading}
        chapter={chapter}
        results={testResults(items, settled)}
        onAgain={() => void start()}
      />
    );

  function settle(answer: Settled) {
    if (item === undefined) return;
    noteAnswer(item.lesson, item.question.id, answer, "test");
    const all = [...settled, answer];
    if (all.length === items.length)
      for (const { lesson, isKnown } of testResults(items, all))
        noteLesson(lesson, isKnown ? "known" : "missed");
    setStage({ kind: "asking", items, settled: all });
  }

  return (
    <section aria-labelledby="question" className="mt-6 max-w-prose">
      <h2 id="question" ref={heading} tabIndex={-1} className="text-xl">
        Question {settled.length + 1} of {items.length}
      </h2>
      <div className="mt-2 mb-4">
        <ReadingBar
          states={items.map((_, index) => (index < settled.length ? "finished" : "not-begun"))}
        />
      </div>
      <TestQuestion key={settled.length} question={item.question} onSettled={settle} />
    </section>
  );
}
