/** All that the parts of a handshake show and may ask for; made anew with every change (handshake-session.tsx). */
import type { KeyboardEvent, Ref, RefObject } from "react";
import type { TouchFate } from "#simulator/plan";
import type { Scenario } from "#simulator/scenarios/scenario";
import type { FileStep } from "#simulator/simulation-file";
import type { Settled } from "#questions/brief-question";
import type { Predictions } from "./predictions.model.ts";
import type { Selection } from "./selection.ts";
import type { Session } from "./session.model.ts";
import type { Settings } from "./settings.model.ts";
import type { ShortcutAction } from "./shortcuts.model.ts";
import type { ShownProof } from "./shown-proof.ts";
import type { Speed } from "./speed.model.ts";
import type { Drawn } from "./use-drawn.ts";
import type { Turns } from "./use-in-turn.ts";

export interface Stage {
  /** Null for free play. */
  readonly scenario: Scenario | null;
  /** Where the slider is drawn along (use-drawn.ts). */
  readonly drawn: Drawn;
  /** As the lanes show it (use-followed.ts). */
  readonly followed: Session;
  /** After a long way they take it one after the other (use-in-turn.ts). */
  readonly turns: Turns;
  readonly settings: Settings;
  readonly selection: Selection;
  readonly speed: Speed;
  readonly isPlaying: boolean;
  readonly isSmall: boolean;
  /** A changed run is being computed. */
  readonly isBusy: boolean;
  readonly isAnnouncing: boolean;
  readonly areKeysShown: boolean;
  readonly predictions: Predictions;
  /** What was wrong with a link; "" for nothing. */
  readonly trouble: string;
  /** What a link asked to see of this run; null for nothing. */
  readonly proof: ShownProof | null;
  readonly why: RefObject<HTMLDivElement | null>;
  /** Where the reasons are folded away. */
  readonly isWhyOpen: boolean;
  readonly openWhy: (isOpen: boolean) => void;
  readonly question: Ref<HTMLDivElement>;

  readonly act: (action: ShortcutAction) => void;
  readonly go: (position: number) => void;
  readonly select: (selection: Selection) => void;
  readonly set: (settings: Partial<Settings>) => void;
  readonly setCommand: (command: string) => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly settle: (settled: Settled) => void;
  readonly touch: (fate: TouchFate) => void;
  readonly untouch: () => void;
  readonly hideGhost: () => void;
  readonly callByHand: (step: FileStep) => void;
  /** Whether anything is due after the run's end. */
  readonly isTimeLeft: boolean;
  readonly letTimePass: () => void;
  readonly showProof: (proof: ShownProof) => void;
  readonly startAgain: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}
