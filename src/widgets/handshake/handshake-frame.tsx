import { useCallback, useId, useMemo, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { ByHand } from "./by-hand.tsx";
import { HostLanes } from "./host-lanes.tsx";
import { LadderPanel } from "./ladder-panel.tsx";
import { LaneTabs } from "./lane-tabs.tsx";
import { LiveAnnouncements } from "./live-announcements.tsx";
import { MorePanels, SmallRest } from "./more-panels.tsx";
import { PredictPanel } from "./predict-panel.tsx";
import { ProofPanel } from "./proof-panel.tsx";
import { quotesIn } from "./quotes.model.ts";
import { Quotes } from "./quotes.tsx";
import { ReasonsPanel } from "./reasons-panel.tsx";
import type { LaneId } from "./settings.model.ts";
import { ShortcutList } from "./shortcut-list.tsx";
import type { Session } from "./session.model.ts";
import type { Stage } from "./stage.ts";
import { TimeControls } from "./time-controls.tsx";
import { useShown } from "./use-drawn.ts";
import { useKeptFocus } from "./use-kept-focus.ts";
import { ViewChoices } from "./view-choices.tsx";

/**
 * The ladder in the middle with each host's lanes at its side; on a narrow page the ladder first and one lane at a time
 * below it. The same elements in both, so that nothing moves when the script arrives.
 */
export function HandshakeFrame({ stage, session }: { stage: Stage; session: Session }) {
  const { settings, scenario, isSmall, areKeysShown, trouble, proof } = stage;
  const { timeline, position } = session;
  const isDrawn = useShown(stage.drawn, session, (shown) => shown !== position);
  const { areWaiting: waiting } = stage.turns;
  const areWaiting = useSyncExternalStore(stage.turns.subscribe, waiting, waiting);
  const id = useId();
  const keptFocus = useKeptFocus();
  const hosts = useMemo(() => Object.keys(timeline.first.hosts), [timeline]);
  const panelId = useCallback(
    (lane: LaneId) => hosts.map((host) => `${id}-${lane}-${host}`).join(" "),
    [hosts, id],
  );
  const [chosen, choose] = useState<LaneId | null>(null);
  const wanted = chosen ?? proof?.lane ?? "code";
  const shown = settings.lanes.includes(wanted) ? wanted : settings.lanes[0];
  const quotes = useMemo(() => (proof === null ? NONE : quotesIn(proof.look)), [proof]);
  const isProved = proof !== null && stage.followed.position === proof.at;
  /** Brings a lane into view, and what is marked in it. */
  function lookAt(lane: LaneId) {
    flushSync(() => choose(lane));
    const places = hosts.map((host) => document.getElementById(`${id}-${lane}-${host}`));
    const marks = places.map((place) => place?.querySelector("mark") ?? null);
    places[
      Math.max(
        0,
        marks.findIndex((mark) => mark !== null),
      )
    ]?.focus({ preventScroll: true });
    const shown = marks.find((mark) => mark !== null) ?? places[0];
    shown?.scrollIntoView({ block: "center", inline: "center" });
  }
  const hasLanes = settings.lanes.some((lane) => BESIDE.includes(lane));
  return (
    // Keys come up to here from whatever has the focus inside; the section itself takes none.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label={scenario === null ? "Two hosts in your hands" : `Handshake: ${scenario.title}`}
      aria-busy={stage.isBusy || stage.followed !== session || isDrawn || areWaiting}
      onKeyDown={stage.onKeyDown}
      {...keptFocus}
      className="wide @container"
    >
      {trouble !== "" && (
        <p role="alert" className="mb-4 rounded-box border border-ink/70 bg-panel px-4 py-3">
          {trouble}
        </p>
      )}
      {proof !== null && (
        <ProofPanel stage={stage} session={session} proof={proof} onLook={lookAt} />
      )}
      <div className="sticky top-0 z-10 border-b border-line bg-paper py-2 print:hidden">
        <TimeControls stage={stage} session={session} />
      </div>
      <ViewChoices stage={stage} />
      {areKeysShown && (
        <section aria-label="Keys" className="mb-2 rounded-box border border-line bg-panel p-4">
          <ShortcutList />
        </section>
      )}
      {scenario === null && (
        <div className="mb-6 print:hidden">
          <ByHand stage={stage} />
        </div>
      )}
      <Quotes value={isProved ? quotes : NONE}>
        <div
          className={`mt-2 grid items-start gap-x-5 gap-y-5 ${columnsFor(hosts.length, hasLanes)}`}
        >
          <div className="col-span-full flex min-w-0 flex-col gap-4 @5xl:order-2 @5xl:col-span-1">
            <LadderPanel stage={stage} session={session} />
            <PredictPanel stage={stage} session={session} />
          </div>
          {shown !== undefined && settings.lanes.length > 1 && (
            <div className="col-span-full @5xl:hidden print:hidden">
              <LaneTabs lanes={settings.lanes} shown={shown} onShow={choose} panelId={panelId} />
            </div>
          )}
          {shown !== undefined &&
            hosts.map((host, at) => (
              <div
                key={host}
                className={`min-w-0 @5xl:self-stretch ${at === 0 && hosts.length > 1 ? "@5xl:order-1" : "@5xl:order-3"} ${BESIDE.includes(shown) ? "" : "@max-5xl:hidden print:block!"}`}
              >
                <HostLanes stage={stage} host={host} lanes={BESIDE} shown={shown} id={id} />
              </div>
            ))}
        </div>
        {shown !== undefined && (
          <div className="mt-5 grid gap-5">
            {hosts.map((host) => (
              <HostLanes key={host} stage={stage} host={host} lanes={BELOW} shown={shown} id={id} />
            ))}
          </div>
        )}
      </Quotes>
      {isSmall ? (
        <SmallRest stage={stage} />
      ) : (
        <>
          <div className="mt-5">
            <ReasonsPanel stage={stage} />
          </div>
          <MorePanels stage={stage} />
        </>
      )}
      <LiveAnnouncements
        timeline={stage.followed.timeline}
        position={stage.followed.position}
        isOn={stage.isAnnouncing}
        numbers={settings.numbers}
      />
    </section>
  );
}

const NONE: readonly string[] = [];

/** Rows of a listing are wide: they stand below, where there is room for them. */
const BESIDE: readonly LaneId[] = ["code", "descriptors", "sockets"];
const BELOW: readonly LaneId[] = ["output"];

function columnsFor(hosts: number, hasLanes: boolean): string {
  if (!hasLanes) return "";
  return hosts > 1
    ? "@2xl:grid-cols-2 @5xl:grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)_minmax(0,1fr)]"
    : "@5xl:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]";
}
