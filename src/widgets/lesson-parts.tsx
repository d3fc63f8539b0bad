/**
 * What a lesson's text calls below its first heading, by name. Figures and widgets load as each nears the view; the
 * rest comes with the text itself, so that a lesson's first script has none of it.
 */
import type { MDXComponents } from "mdx/types";
import { LESSON_FIGURES } from "#figures/lesson-figures";
import { Aside } from "#ui/aside";
import { CodeFile } from "#ui/code-file";
import { Folded } from "#ui/folded";
import { Terminal } from "#ui/terminal";
import { Transcript } from "#ui/transcript";
import { whenNear } from "#ui/when-near";
import { InLanguage } from "./per-language/in-language.tsx";

export const LESSON_PARTS: MDXComponents = {
  ...LESSON_FIGURES,
  Aside,
  Folded,
  Terminal,
  Code: CodeFile,
  // The build adds the transcript.
  Output: ({ transcript, system = "Linux" }: { transcript: string; system?: string }) => (
    <Transcript system={system}>{transcript}</Transcript>
  ),
  In: InLanguage,
  PerLanguage: whenNear(async () => (await import("./per-language/per-language.tsx")).PerLanguage),
  PerSystem: whenNear(async () => (await import("./per-system/per-system.tsx")).PerSystem),
  PortLine: whenNear(async () => (await import("#figures/port-line")).PortLine),
  PortClassifier: whenNear(
    async () => (await import("./port-classifier/port-classifier.tsx")).PortClassifier,
  ),
  Handshake: whenNear(async () => (await import("./handshake/handshake.tsx")).Handshake),
  NetstatDecoder: whenNear(
    async () => (await import("./netstat-decoder/netstat-decoder.tsx")).NetstatDecoder,
  ),
};
