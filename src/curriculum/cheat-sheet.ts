/** A chapter on a page or two, made at build of what its lessons hold: see `cheat-sheet-plugin.ts`. */
import { sheets } from "virtual:cheat-sheets";
import type { SYSTEMS } from "#storage/system";

export interface CheatSheet {
  readonly lessons: readonly {
    readonly slug: string;
    readonly title: string;
    readonly summary: readonly string[];
  }[];
  /** Text in their cells may hold `code` between backticks. */
  readonly tables: readonly {
    readonly title: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly commands: readonly SystemCommands[];
  /** From A to Z. */
  readonly terms: readonly {
    readonly id: string;
    readonly term: string;
    readonly definition: string;
  }[];
}

/** What a lesson's `<PerSystem>` holds, where it says what for. */
export interface SystemCommands extends Readonly<Record<(typeof SYSTEMS)[number], string>> {
  /** What they are for. */
  readonly does: string;
}

const loaded = new Map<string, Promise<CheatSheet>>();

/** The same promise for the same chapter, so that React's `use` can wait for it. */
export function loadCheatSheet(chapter: string): Promise<CheatSheet> {
  const known = loaded.get(chapter);
  if (known !== undefined) return known;
  const load = sheets[chapter];
  if (load === undefined) throw new Error(`There is no chapter “${chapter}”.`);
  const sheet = load().then((module) => module.sheet);
  loaded.set(chapter, sheet);
  // A failed load is tried again the next time, not remembered.
  sheet.catch(() => loaded.delete(chapter));
  return sheet;
}
