import { SHORTCUTS } from "./shortcuts.model.ts";

/** The keys that work anywhere in the handshake. */
export function ShortcutList() {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-[0.95rem] sm:grid-cols-[auto_1fr_auto_1fr]">
      {SHORTCUTS.map(({ action, shown, does }) => (
        <div key={action} className="contents">
          <dt>
            <kbd className="rounded border border-line bg-panel px-1.5 text-[0.9em]">{shown}</kbd>
          </dt>
          <dd className="text-soft">{does}</dd>
        </div>
      ))}
    </dl>
  );
}
