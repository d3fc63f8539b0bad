/** Keys that do what the buttons do, while the focus is in the handshake and not in a field. */

export type ShortcutAction =
  | "forward"
  | "back"
  | "play"
  | "begin"
  | "end"
  | "next-state"
  | "previous-state"
  | "faster"
  | "slower"
  | "lose"
  | "delay"
  | "duplicate"
  | "overtake"
  | "undo"
  | "why"
  | "announcements"
  | "keys";

export interface Shortcut {
  readonly action: ShortcutAction;
  /** As KeyboardEvent.key gives them. */
  readonly keys: readonly string[];
  /** As they are shown. */
  readonly shown: string;
  readonly does: string;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { action: "forward", keys: ["ArrowRight", "."], shown: "→ or .", does: "One step forward" },
  { action: "back", keys: ["ArrowLeft", ","], shown: "← or ,", does: "One step back" },
  { action: "play", keys: [" ", "k"], shown: "Space or k", does: "Play, pause" },
  { action: "begin", keys: ["Home"], shown: "Home", does: "To the beginning" },
  { action: "end", keys: ["End"], shown: "End", does: "To the end" },
  { action: "next-state", keys: ["n"], shown: "n", does: "To the next change of state" },
  { action: "previous-state", keys: ["b"], shown: "b", does: "To the change of state before" },
  { action: "faster", keys: ["+", "="], shown: "+", does: "Faster" },
  { action: "slower", keys: ["-"], shown: "-", does: "Slower" },
  { action: "lose", keys: ["x"], shown: "x", does: "Lose the chosen packet" },
  { action: "delay", keys: ["d"], shown: "d", does: "Delay it" },
  { action: "duplicate", keys: ["2"], shown: "2", does: "Send it twice" },
  { action: "overtake", keys: ["o"], shown: "o", does: "Let the next one overtake it" },
  { action: "undo", keys: ["u"], shown: "u", does: "Take the last change back" },
  { action: "why", keys: ["w"], shown: "w", does: "Go to the reasons" },
  { action: "announcements", keys: ["m"], shown: "m", does: "Announcements on or off" },
  { action: "keys", keys: ["?"], shown: "?", does: "Show the keys" },
];

/** What a pressed key asks for; null for nothing of ours. */
export function shortcutOf(key: string): ShortcutAction | null {
  return SHORTCUTS.find(({ keys }) => keys.includes(key))?.action ?? null;
}

/** What the key was pressed in: its role or tag decides who has the key first. */
export interface KeyTarget {
  readonly tag: string;
  readonly type: string | null;
  readonly role: string | null;
  /** It scrolls sideways by itself. */
  readonly scrollsSideways: boolean;
}

const OWN_ARROWS = new Set(["tab", "radio", "slider", "menuitem", "option"]);

/** Whether the key stays with what has the focus: a field's letters, a button's space, a tab list's arrows. */
export function isKeptByTarget(key: string, target: KeyTarget): boolean {
  const { tag, type, role, scrollsSideways } = target;
  if (tag === "SELECT" || tag === "TEXTAREA") return true;
  if (tag === "INPUT" && type !== "checkbox" && type !== "radio" && type !== "range") return true;
  const isMoving = key.startsWith("Arrow") || key === "Home" || key === "End";
  if (isMoving && (type === "radio" || type === "range")) return true;
  if (isMoving && role !== null && OWN_ARROWS.has(role)) return true;
  if (isMoving && scrollsSideways) return true;
  const isPressed =
    tag === "BUTTON" || tag === "SUMMARY" || tag === "A" || tag === "INPUT" || role === "button";
  return key === " " && isPressed;
}
