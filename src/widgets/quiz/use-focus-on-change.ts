import { type RefObject, useEffect, useRef } from "react";

/** What was answered leaves the page, so the focus goes to what took its place: the element of `ref`, when `step` changes. */
export function useFocusOnChange<Element extends HTMLElement>(
  step: number | null,
): RefObject<Element | null> {
  const element = useRef<Element>(null);
  const before = useRef(step);
  useEffect(() => {
    if (step === before.current) return;
    before.current = step;
    element.current?.focus({ preventScroll: true });
    element.current?.scrollIntoView({ block: "nearest" });
  }, [step]);
  return element;
}
