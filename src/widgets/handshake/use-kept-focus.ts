import { type FocusEvent, useCallback, useEffect, useRef } from "react";

/** Marks a part in which the focus stays when what had it leaves. */
export const FOCUS_HOME = { "data-focus-home": "" };
/** Marks what takes the focus then, in a part that cannot take it itself. */
export const FOCUS_HERE = { "data-focus-here": "" };

interface Focused {
  readonly element: Element;
  readonly home: Element | null;
}

/**
 * A button may leave with what it was for: "Done", "Undo the change". The focus would go to the page's beginning with
 * it, and a person at the keyboard with the focus; so it goes to the part in which the button was.
 */
export function useKeptFocus() {
  const focused = useRef<Focused | null>(null);
  useEffect(() => {
    const { current } = focused;
    if (current === null || current.element.isConnected) return;
    focused.current = null;
    if (document.activeElement !== document.body || current.home === null) return;
    const here = current.home.querySelector("[data-focus-here]") ?? current.home;
    if (here instanceof HTMLElement) here.focus({ preventScroll: true });
  });
  // While React takes an element away it hears of no blur: one that is heard is a person's own doing.
  const onBlur = useCallback(() => {
    focused.current = null;
  }, []);
  const onFocus = useCallback(({ target }: FocusEvent) => {
    focused.current = { element: target, home: target.closest("[data-focus-home]") };
  }, []);
  return { onFocus, onBlur };
}
