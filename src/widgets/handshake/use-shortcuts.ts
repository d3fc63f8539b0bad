import { type KeyboardEvent, useCallback } from "react";
import { type ShortcutAction, isKeptByTarget, shortcutOf } from "./shortcuts.model.ts";

/** Listens on the handshake's own element: keys elsewhere on the page stay what they are. */
export function useShortcuts(act: (action: ShortcutAction) => void) {
  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const action = shortcutOf(event.key);
      if (action === null || !(event.target instanceof Element)) return;
      const { target } = event;
      const kept = isKeptByTarget(event.key, {
        tag: target.tagName,
        type: target.getAttribute("type"),
        role: target.getAttribute("role"),
        scrollsSideways: target.scrollWidth > target.clientWidth && target.hasAttribute("tabindex"),
      });
      if (kept) return;
      event.preventDefault();
      act(action);
    },
    [act],
  );
}
