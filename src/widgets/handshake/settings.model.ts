/** How a run is looked at: all that is not the run itself. */

export const LANGUAGES = [
  ["python", "Python"],
  ["c", "C"],
  ["node", "Node"],
] as const;
export type Language = (typeof LANGUAGES)[number][0];

export const NUMBERINGS = [
  ["relative", "relative"],
  ["wire", "as on the wire"],
  ["off", "hidden"],
] as const;
export type Numbering = (typeof NUMBERINGS)[number][0];

/** In the order of the tabs. */
export const LANES = [
  ["code", "Programs"],
  ["descriptors", "Descriptors"],
  ["sockets", "Sockets"],
  ["output", "Netstat"],
] as const;
export type LaneId = (typeof LANES)[number][0];

export interface Settings {
  readonly language: Language;
  readonly numbers: Numbering;
  /** Printed on both hosts. */
  readonly command: string;
  readonly lanes: readonly LaneId[];
  readonly predicts: boolean;
}

export const FIRST_SETTINGS: Settings = {
  language: "python",
  numbers: "relative",
  command: "ss -tanp",
  lanes: LANES.map(([id]) => id),
  predicts: false,
};

/** Only what differs from the first settings. */
export function writeSettings(settings: Settings): Partial<Settings> {
  const written: Record<string, unknown> = {};
  for (const key of Object.keys(FIRST_SETTINGS) as (keyof Settings)[]) {
    if (JSON.stringify(settings[key]) !== JSON.stringify(FIRST_SETTINGS[key]))
      written[key] = settings[key];
  }
  return written;
}

/** What is not understood stays as at first. Never throws. */
export function readSettings(value: unknown): Settings {
  if (typeof value !== "object" || value === null) return FIRST_SETTINGS;
  const { language, numbers, command, lanes, predicts } = value as Record<string, unknown>;
  return {
    language: idIn(LANGUAGES, language) ?? FIRST_SETTINGS.language,
    numbers: idIn(NUMBERINGS, numbers) ?? FIRST_SETTINGS.numbers,
    command: typeof command === "string" && command.length <= 80 ? command : FIRST_SETTINGS.command,
    lanes: Array.isArray(lanes) ? lanesIn(lanes) : FIRST_SETTINGS.lanes,
    predicts: predicts === true,
  };
}

/** In the order of the tabs, whatever order they come in. */
export const lanesIn = (wanted: readonly unknown[]): readonly LaneId[] =>
  LANES.map(([id]) => id).filter((id) => wanted.includes(id));

const idIn = <Id extends string>(all: readonly (readonly [Id, string])[], value: unknown) =>
  all.find(([id]) => id === value)?.[0];
