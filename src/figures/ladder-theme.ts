/** The colours and faces of a ladder outside of the page, as the app's own stylesheet has them; a test holds them to it. */
import type { Colour, ColouredRun } from "./ladder-shapes.ts";

export type LadderTheme = "light" | "dark";

export const LADDER_COLOURS: Readonly<Record<LadderTheme, Readonly<Record<Colour, string>>>> = {
  light: {
    paper: "#fdfcf8",
    line: "#d9d3c3",
    ink: "#14213a",
    soft: "#4b566b",
    listening: "#0f6f8f",
    opening: "#9a4f05",
    established: "#29742c",
    closing: "#8a3fa0",
    closed: "#5b6270",
  },
  dark: {
    paper: "#0d1626",
    line: "#2b3a55",
    ink: "#e8ecf3",
    soft: "#a9b4c6",
    listening: "#5cc2e3",
    opening: "#f0a050",
    established: "#7fce82",
    closing: "#cf9be0",
    closed: "#98a2b3",
  },
};

const SANS = "'Hyperlegible Next', 'Atkinson Hyperlegible Next', 'Segoe UI', system-ui, sans-serif";
const MONO =
  "'Hyperlegible Mono', 'Atkinson Hyperlegible Mono', ui-monospace, 'SF Mono', 'Cascadia Mono', monospace";

export const LADDER_FACES: Readonly<
  Record<ColouredRun["face"], { readonly family: string; readonly weight: number }>
> = {
  sans: { family: SANS, weight: 400 },
  strong: { family: SANS, weight: 650 },
  mono: { family: MONO, weight: 400 },
  "mono-strong": { family: MONO, weight: 650 },
};
