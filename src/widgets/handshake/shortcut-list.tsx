import { SHORTCUTS } from "./shortcuts.model.ts";

/** The keys that work anywhere in the handshake. */
export function ShortcutList() {
  return (
    <dl className="gap-x-8 text-[0.95rem] sm:columns-2">
      {SHORTCUTS.map(({ action, shown, does }) => (
        <div key={action} className="flex break-inside-avoid gap-x-4 pb-1">
          <dt className="w-32 shrink-0">
            <kbd className="rounded border border-line bg-panel px-1.5 text-[0.9em]">{shown}</kbd>
          </dt>
          <dd className="text-soft">{does}</dd>
        </div>
      ))}
    </dl>
  );
}
