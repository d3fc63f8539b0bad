import { useSyncExternalStore } from "react";
import { THEMES, type Theme, chooseTheme, currentTheme, watchTheme } from "#storage/theme";

const LABELS: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };

export function ThemeChoice() {
  const theme = useSyncExternalStore(watchTheme, currentTheme, () => "system" as const);
  return (
    <label className="inline-flex items-center gap-2 text-[0.95rem] text-soft">
      Theme
      <select
        value={theme}
        onChange={(event) => chooseTheme(event.target.value as Theme)}
        className="min-h-11 rounded-lg border border-line bg-paper px-2 text-ink"
      >
        {THEMES.map((each) => (
          <option key={each} value={each}>
            {LABELS[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
