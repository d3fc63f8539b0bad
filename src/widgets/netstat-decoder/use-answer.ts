import { useEffect, useEffectEvent, useState } from "react";

interface Answer<Value> {
  /** While another answer is on its way, the last one about the same listing. */
  readonly value: Value | null;
  readonly isWaiting: boolean;
  readonly failed: boolean;
}

/** How long a person pauses before an answer is looked for that nobody waits for, in milliseconds. */
const PAUSE = 250;

/** Asks `question` anew when `key` or the listing that `subject` stands for is another; asks nothing while `question` is null. */
export function useAnswer<Value>(
  question: (() => Promise<Value>) | null,
  key: string,
  subject: unknown,
): Answer<Value> {
  const [last, setLast] = useState<{
    key: string;
    subject: unknown;
    value: Value | null;
    failed: boolean;
  } | null>(null);
  const ask = useEffectEvent(
    (asked: { key: string; subject: unknown }, isWanted: () => boolean) => {
      question?.().then(
        (value) => isWanted() && setLast({ ...asked, value, failed: false }),
        () => isWanted() && setLast({ ...asked, value: null, failed: true }),
      );
    },
  );
  const isAsked = question !== null;
  useEffect(() => {
    if (!isAsked) return;
    let isWanted = true;
    const timer = window.setTimeout(() => ask({ key, subject }, () => isWanted), PAUSE);
    return () => {
      isWanted = false;
      window.clearTimeout(timer);
    };
  }, [isAsked, key, subject]);
  const isCurrent = last?.key === key && last.subject === subject;
  const isOfUse = last !== null && last.subject === subject && (isCurrent || isAsked);
  return {
    value: isOfUse ? last.value : null,
    isWaiting: isAsked && !isCurrent,
    failed: isCurrent && last.failed,
  };
}
