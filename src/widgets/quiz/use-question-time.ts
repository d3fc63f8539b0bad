import { useCallback, useEffect, useRef } from "react";
import { keepTime, keptTime } from "#storage/question-time";

/**
 * Milliseconds that a question was shown in this tab: a reload, or a look at another page, adds to them. `question` names
 * it within the tab, without spaces; null while none is asked.
 */
export function useQuestionTime(question: string | null): () => number {
  const time = useRef({ before: 0, since: 0 });
  const spent = useCallback(
    () => Math.round(time.current.before + performance.now() - time.current.since),
    [],
  );
  useEffect(() => {
    if (question === null) return;
    const start = () => {
      time.current = { before: keptTime(question), since: performance.now() };
    };
    const keep = () => keepTime(question, spent());
    // A page that was put aside whole comes back whole; what it waited aside counts for nothing.
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) start();
    };
    start();
    window.addEventListener("pagehide", keep);
    window.addEventListener("pageshow", comeBack);
    return () => {
      keep();
      window.removeEventListener("pagehide", keep);
      window.removeEventListener("pageshow", comeBack);
    };
  }, [question, spent]);
  return spent;
}
