import { useCallback, useMemo, useState } from "react";
import { nextStateChange, previousStateChange } from "#simulator/next-change";
import type { Scenario } from "#simulator/scenarios/scenario";
import type { Timeline } from "#simulator/timeline";
import { AskingContext } from "./asking.tsx";
import { HandshakeFrame } from "./handshake-frame.tsx";
import type { ReadShared } from "./link.model.ts";
import { firstCommand } from "./output-lane.model.ts";
import { PointingProvider } from "./pointing.tsx";
import { runChanges } from "./run-changes.ts";
import type { Selection } from "./selection.ts";
import { FIRST_SETTINGS, type Settings } from "./settings.model.ts";
import type { ShortcutAction } from "./shortcuts.model.ts";
import type { ReadProof, ShownProof } from "./shown-proof.ts";
import { type Speed, otherSpeed, pauseBefore } from "./speed.model.ts";
import type { Stage } from "./stage.ts";
import { COPY_AFTER, DELAY } from "./touches.model.ts";
import { useDrawn } from "./use-drawn.ts";
import { useFollowed } from "./use-followed.ts";
import { makeTurns } from "./use-in-turn.ts";
import { usePlaying } from "./use-playing.ts";
import { usePredictions } from "./use-predictions.ts";
import { useSession } from "./use-session.ts";
import { useSharedRun } from "./use-shared-run.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { useSteady } from "./use-steady.ts";
import { useWhy } from "./use-why.ts";

interface HandshakeSessionProps {
  /** Null for free play. */
  readonly scenario: Scenario | null;
  readonly first: Timeline;
  readonly position: number;
  readonly firstSettings: Settings;
  readonly isSmall: boolean;
  readonly readsAddress: boolean;
}

export function HandshakeSession(props: HandshakeSessionProps) {
  return (
    <PointingProvider>
      <Session {...props} />
    </PointingProvider>
  );
}

/** Holds what is shown and does what buttons and keys ask for; the frame paints it. */
function Session({
  scenario,
  first,
  position: firstPosition,
  firstSettings,
  isSmall,
  readsAddress,
}: HandshakeSessionProps) {
  const { session, change, run, isRunning } = useSession(first, firstPosition);
  const { timeline, position } = session;
  const followed = useFollowed(session);
  const [turns] = useState(makeTurns);
  const [settings, setSettings] = useState(firstSettings);
  const [selection, select] = useState<Selection>(null);
  const [speed, setSpeed] = useState<Speed>("normal");
  const [isPlaying, setPlaying] = useState(false);
  const [isAnnouncing, setAnnouncing] = useState(true);
  const [areKeysShown, showKeys] = useState(false);
  const [trouble, setTrouble] = useState("");
  const [proof, setProof] = useState<ShownProof | null>(null);
  const { asking, showWhy, ...whys } = useWhy(position, select);
  const { mustAnswer, question, ...predicting } = usePredictions(session, settings.predicts);
  const isEnd = position >= timeline.beats.length;

  const settleAt = useCallback(
    (to: number) => {
      change({ kind: "go", position: to });
      // A packet stays chosen while time moves; what else was asked about belonged to its moment.
      select((now) => (now?.kind === "packet" ? now : null));
    },
    [change],
  );
  const drawn = useDrawn(session, settleAt);
  const go = useCallback(
    (to: number) => {
      drawn.forget();
      settleAt(to);
    },
    [drawn, settleAt],
  );
  const forward = useCallback(() => {
    if (mustAnswer) {
      setPlaying(false);
      question.current?.focus();
    } else go(drawn.positionIn(session) + 1);
  }, [mustAnswer, question, go, drawn, session]);
  if (isPlaying && isEnd) setPlaying(false);
  usePlaying(isPlaying && !isEnd, pauseBefore(timeline, position, speed), forward);

  const changes = runChanges({
    timeline,
    position,
    selection,
    predicts: settings.predicts,
    forget: predicting.forget,
    change: (plan, to) => {
      setPlaying(false);
      void run(plan, { kind: "changed", position: to });
    },
  });

  const showProof = useCallback(
    (shown: ShownProof) => {
      const { at, packet, command = firstCommand(first) } = shown;
      setPlaying(false);
      setProof(shown);
      // What it quotes of a program is Python.
      setSettings({ ...FIRST_SETTINGS, command });
      select(packet === undefined ? null : { kind: "packet", id: packet });
      drawn.forget();
      change({ kind: "opened", timeline: first, position: at });
    },
    [first, drawn, change],
  );
  const open = (asked: ReadShared | ReadProof) => {
    setPlaying(false);
    setTrouble(asked.type === "error" ? asked.message : "");
    setProof(null);
    if (asked.type === "proof") showProof(asked);
    if (asked.type !== "shared") return;
    setSettings(asked.settings);
    select(asked.packet === null ? null : { kind: "packet", id: asked.packet });
    void run(asked.plan, { kind: "opened", position: asked.position });
  };
  useSharedRun(readsAddress, scenario?.id ?? null, open);

  const act = (action: ShortcutAction): void => {
    switch (action) {
      case "forward":
        return forward();
      case "back":
        return go(position - 1);
      case "play":
        return setPlaying(!isPlaying && !isEnd && !mustAnswer);
      case "begin":
        return go(0);
      case "end":
        return go(timeline.beats.length);
      case "next-state":
        return go(nextStateChange(timeline, position) ?? timeline.beats.length);
      case "previous-state":
        return go(previousStateChange(timeline, position) ?? 0);
      case "faster":
      case "slower":
        return setSpeed(otherSpeed(speed, action === "faster" ? 1 : -1));
      case "lose":
        return changes.touch({ kind: "drop" });
      case "delay":
        return changes.touch({ kind: "delay", by: DELAY });
      case "duplicate":
        return changes.touch({ kind: "duplicate", after: COPY_AFTER });
      case "overtake":
        return changes.touch({ kind: "overtaken" });
      case "undo":
        setPlaying(false);
        return change({ kind: "undo" });
      case "why":
        return showWhy();
      case "announcements":
        return setAnnouncing(!isAnnouncing);
      case "keys":
        return showKeys(!areKeysShown);
    }
  };
  const onKeyDown = useShortcuts(act);
  const { letTimePass, ...byHand } = changes;
  const handlers = useSteady(
    {
      ...byHand,
      act,
      onKeyDown,
      settle: predicting.settle,
      letTimePass: () => letTimePass?.(),
      hideGhost: () => change({ kind: "drop-ghost" }),
      showProof,
      startAgain: () => change({ kind: "opened", timeline: first, position: 0 }),
    },
    drawn.settle,
  );
  const set = useCallback(
    (some: Partial<Settings>) => setSettings((before) => ({ ...before, ...some })),
    [],
  );
  const setCommand = useCallback((command: string) => set({ command }), [set]);
  const { predictions } = predicting;
  const { why, isWhyOpen, openWhy } = whys;
  const isTimeLeft = letTimePass !== null;
  const isBusy = isRunning;

  // It stays the same while time moves on: only what shows the moment at once is painted with every step of it.
  const stage = useMemo(
    (): Stage => ({
      ...handlers,
      scenario,
      drawn,
      followed,
      turns,
      settings,
      selection,
      speed,
      isPlaying,
      isSmall,
      isBusy,
      trouble,
      proof,
      isAnnouncing,
      areKeysShown,
      predictions,
      question,
      why,
      isWhyOpen,
      openWhy,
      isTimeLeft,
      go,
      select,
      set,
      setCommand,
      setSpeed,
    }),
    [
      handlers,
      scenario,
      drawn,
      followed,
      turns,
      settings,
      selection,
      speed,
      isPlaying,
      isSmall,
      isBusy,
      trouble,
      proof,
      isAnnouncing,
      areKeysShown,
      predictions,
      question,
      why,
      isWhyOpen,
      openWhy,
      isTimeLeft,
      go,
      select,
      set,
      setCommand,
      setSpeed,
    ],
  );
  return (
    <AskingContext value={asking}>
      <HandshakeFrame stage={stage} session={session} />
    </AskingContext>
  );
}
