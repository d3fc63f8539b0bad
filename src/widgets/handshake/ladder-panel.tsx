import { useCallback, useEffect, useMemo, useRef } from "react";
import { SegmentLadder } from "#figures/segment-ladder";
import { ladderOf } from "#simulator/ladder-of";
import type { LadderMark } from "#simulator/ladder";
import type { PacketId } from "#simulator/world";
import { Button } from "#ui/button";
import { useAsking } from "./asking.tsx";
import { type LinkKey, packetKey } from "./link-key.ts";
import { lightsOf } from "./lights.model.ts";
import { useLit } from "./pointing.tsx";
import { type Session, commonBeats } from "./session.model.ts";
import type { Stage } from "./stage.ts";
import { TouchMenu } from "./touch-menu.tsx";
import { useShown } from "./use-drawn.ts";
import { FOCUS_HERE, FOCUS_HOME } from "./use-kept-focus.ts";

/** The ladder in a box of its own that follows the moment, so that the page stays where the reader has it. */
export function LadderPanel({ stage, session }: { stage: Stage; session: Session }) {
  const { drawn, settings, selection, select, hideGhost, act } = stage;
  const { timeline, ghost, position } = session;
  const ladder = useMemo(() => ladderOf(timeline, ghost), [timeline, ghost]);
  // A run that only goes on has nothing to compare with.
  const isGhostSeen = useMemo(
    () => ghost !== null && commonBeats(ghost, timeline) < ghost.beats.length,
    [timeline, ghost],
  );
  const isBegin = useShown(drawn, session, (shown) => shown === 0);
  const { lit, point } = useLit();
  const lights = useMemo(() => lightsOf(lit), [lit]);
  const box = useRef<HTMLDivElement>(null);
  // Between lanes it is as high as they are, so that they can grow and move nothing.
  const height = `max-h-(--ladder-height) ${settings.lanes.length > 0 ? "@5xl:h-(--ladder-height)" : ""}`;

  const moving = useMemo(
    () => ({ position: () => drawn.positionIn(session), subscribe: drawn.subscribe }),
    [drawn, session],
  );
  useEffect(() => {
    let frame: number | null = null;
    let now: SVGElement | undefined;
    const follow = () => {
      frame ??= requestAnimationFrame(() => {
        frame = null;
        if (box.current === null) return;
        if (now?.isConnected !== true) now = nowIn(box.current);
        if (now !== undefined) keepInView(box.current, now);
      });
    };
    follow();
    const stop = moving.subscribe(follow);
    return () => {
      stop();
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }, [moving]);

  const onSelect = useCallback(
    (packet: PacketId) =>
      select(
        selection?.kind === "packet" && selection.id === packet
          ? null
          : { kind: "packet", id: packet },
      ),
    [select, selection],
  );
  const onPoint = useCallback(
    (packets: readonly PacketId[] | null) =>
      point(packets === null ? NOTHING : packets.map(packetKey)),
    [point],
  );
  const { askCall, askState } = useAsking();
  const onAsk = useCallback(
    ({ call, socket, column }: LadderMark) => {
      const host = ladder.columns[column]?.host;
      if (call !== null) askCall(call);
      else if (socket !== null && host !== undefined) askState(host, socket);
    },
    [ladder, askCall, askState],
  );
  return (
    <div {...FOCUS_HOME}>
      <div
        ref={box}
        {...FOCUS_HERE}
        tabIndex={0}
        role="group"
        aria-label="Ladder of packets"
        className={`relative min-h-56 overflow-y-auto rounded-box border border-line bg-paper ${settings.predicts ? "max-h-[45vh]" : height} print:max-h-none print:overflow-visible`}
      >
        <SegmentLadder
          ladder={ladder}
          position={position}
          moving={moving}
          numbers={settings.numbers}
          selected={selection?.kind === "packet" ? selection.id : null}
          lit={lights}
          onSelect={onSelect}
          onPoint={onPoint}
          onAsk={onAsk}
          label="Packets between the hosts"
        />
        {isBegin && (
          <p className="absolute inset-x-0 top-20 px-8 text-center text-balance text-soft">
            {timeline.beats.length === 0
              ? "Nothing has happened yet. Make a call on a host."
              : "Nothing has happened yet. Press Step."}
          </p>
        )}
      </div>
      <div className="mt-2 min-h-8 print:hidden">
        <TouchMenu stage={stage} />
      </div>
      {isGhostSeen && (
        <p className="mt-2 flex flex-wrap items-center gap-3 text-[0.95rem]">
          <span className="text-soft">Dashed and faint: the run before your change.</span>
          <Button look="quiet" onClick={() => act("undo")}>
            Undo the change
          </Button>
          <Button look="quiet" onClick={hideGhost}>
            Hide the old run
          </Button>
        </p>
      )}
    </div>
  );
}

const NOTHING: readonly LinkKey[] = [];

/** How far from the box's edges the line of now stays, in px. */
const AIR = 72;

/** The line of now, of the drawing that is shown. */
function nowIn(box: HTMLElement): SVGElement | undefined {
  const lines = [...box.querySelectorAll<SVGElement>("[data-now]")];
  return lines.find((line) => line.checkVisibility());
}

function keepInView(box: HTMLElement, now: SVGElement): void {
  if (box.scrollHeight <= box.clientHeight) return;
  const y = placeOf(now) - box.getBoundingClientRect().top;
  if (y < AIR) box.scrollTop -= AIR - y;
  else if (y > box.clientHeight - AIR) box.scrollTop += y - (box.clientHeight - AIR);
}

/** Where it will stand in the window, in px: on its way there it slides. */
function placeOf(now: SVGElement): number {
  const { top, height } = now.closest("[data-drawing]")!.getBoundingClientRect();
  return top + height * Number(now.dataset["now"]);
}
