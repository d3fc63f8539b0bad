import { type PointerEvent, type ReactNode, useId, useRef } from "react";
import { Link } from "react-router";
import { InlineText } from "./inline-text.tsx";

/** Long enough to cross the gap to the note, and not to flicker where the pointer only passes. */
const PAUSE_MS = 200;
const EDGE_PX = 12;
const GAP_PX = 6;

/**
 * A word with its definition, shown while the pointer or the focus is on it and after a tap. The word is a
 * link to the glossary, for where no script runs. Escape closes the note, and the pointer may move onto it.
 */
export function Term({
  href,
  definition,
  children,
}: {
  href: string;
  definition: string;
  children: ReactNode;
}) {
  const noteId = useId();
  const word = useRef<HTMLAnchorElement>(null);
  const note = useRef<HTMLSpanElement>(null);
  const timer = useRef<number | undefined>(undefined);

  const show = () => {
    clearTimeout(timer.current);
    if (word.current === null || note.current === null) return;
    // Where the note is not styled away, in a reader's view, `hidden` keeps it out of the sentence.
    note.current.hidden = false;
    if (!note.current.matches(":popover-open")) note.current.showPopover();
    place(note.current, word.current);
  };
  const hide = () => {
    clearTimeout(timer.current);
    if (note.current?.matches(":popover-open") === true) note.current.hidePopover();
  };
  const later = (what: () => void) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(what, PAUSE_MS);
  };
  const isMouse = ({ pointerType }: PointerEvent) => pointerType === "mouse";

  return (
    <span
      onPointerEnter={(event) => isMouse(event) && later(show)}
      onPointerLeave={(event) => isMouse(event) && later(hide)}
    >
      <Link
        ref={word}
        to={href}
        aria-describedby={noteId}
        className="term"
        onFocus={(event) => event.currentTarget.matches(":focus-visible") && show()}
        onBlur={hide}
        onClick={(event) => {
          const { pointerType } = event.nativeEvent as globalThis.PointerEvent;
          if (pointerType !== "touch" && pointerType !== "pen") return;
          // A finger cannot hover: its tap shows what the others see before they follow the link.
          event.preventDefault();
          show();
        }}
      >
        {children}
      </Link>
      <span
        ref={note}
        id={noteId}
        role="tooltip"
        popover="auto"
        hidden
        onToggle={(event) => (event.currentTarget.hidden = event.newState === "closed")}
        className="absolute inset-auto m-0 max-w-[min(24rem,calc(100vw-1.5rem))] rounded-box border border-line bg-panel px-3 py-2 text-left text-[1rem] leading-normal font-normal text-ink shadow-md print:hidden"
      >
        <InlineText>{definition}</InlineText>
      </span>
    </span>
  );
}

/** Below the word's first line, or above it where there is no room; never beyond the window's sides. */
function place(note: HTMLElement, word: HTMLElement) {
  const at = word.getClientRects()[0] ?? word.getBoundingClientRect();
  const { width, height } = note.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const left = Math.max(EDGE_PX, Math.min(at.left, clientWidth - width - EDGE_PX));
  const fitsBelow = at.bottom + GAP_PX + height <= clientHeight;
  const top = fitsBelow ? at.bottom + GAP_PX : Math.max(0, at.top - GAP_PX - height);
  note.style.setProperty("left", `${left + window.scrollX}px`);
  note.style.setProperty("top", `${top + window.scrollY}px`);
}
