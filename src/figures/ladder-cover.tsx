import { useLayoutEffect, useRef, useState } from "react";
import type { LadderGeometry } from "./ladder-geometry.ts";

/** A position that moves without anything being painted anew. */
export interface MovingPosition {
  readonly position: () => number;
  readonly subscribe: (told: () => void) => () => void;
}

interface LadderCoverProps {
  readonly geometry: LadderGeometry;
  readonly position: number;
  readonly moving: MovingPosition | undefined;
  readonly opacity: number;
}

/** Of the edge, in px. */
const EDGE = 1.5;

/**
 * Over what is to come, with the line of now as its upper edge. It is drawn once, where it stands at first, and then
 * moved as a whole: a layer of its own, which slides without anything being laid out or painted.
 */
export function LadderCover({ geometry, position, moving, opacity }: LadderCoverProps) {
  const { width, height, columns } = geometry;
  const [first] = useState(() => edgeAt(geometry, position));
  const cover = useRef<HTMLDivElement>(null);
  const line = useRef<SVGRectElement>(null);
  useLayoutEffect(() => {
    const move = (to: number, slides: boolean) => {
      const edge = edgeAt(geometry, to);
      const away = 100 * (shareOf(geometry, edge) - shareOf(geometry, first));
      cover.current?.style.setProperty("transition", slides ? "" : "none");
      cover.current?.style.setProperty("transform", `translateY(${away}%)`);
      line.current?.setAttribute("data-now", String(shareOf(geometry, edge)));
    };
    if (moving === undefined) return move(position, true);
    move(moving.position(), moving.position() === position);
    // In a hand it stays with the hand.
    let held: Animation | undefined;
    const stop = moving.subscribe(() => {
      held ??= hold(cover.current);
      move(moving.position(), false);
    });
    return () => {
      stop();
      held?.cancel();
    };
  }, [geometry, position, moving, first]);
  return (
    <div className="pointer-events-none absolute inset-0 overflow-hidden">
      <div
        ref={cover}
        className="h-full transition-transform duration-200 ease-out will-change-transform motion-reduce:transition-none"
      >
        <svg
          viewBox={`0 ${-first} ${width} ${Math.ceil(height)}`}
          width="100%"
          aria-hidden="true"
          className="block overflow-visible"
        >
          <rect
            width={width}
            height={height}
            fillOpacity={opacity}
            pointerEvents="all"
            className="fill-paper"
          />
          {columns.map(({ x }) => (
            <rect key={x} x={x - 0.75} width={1.5} height={height} className="fill-line" />
          ))}
          <rect
            ref={line}
            width={width}
            height={EDGE}
            data-now={shareOf(geometry, first)}
            className="fill-accent"
          />
        </svg>
      </div>
    </div>
  );
}

/**
 * An animation that adds nothing and never runs. Chromium makes all layers of a page anew when one is moved, to look what
 * it overlaps now; with an animated one it expects that it may be anywhere, and only moves it.
 */
function hold(cover: HTMLElement | null): Animation | undefined {
  const none = "translateY(0px)";
  const held = cover?.animate({ transform: [none, none] }, { duration: 1, composite: "add" });
  held?.pause();
  return held;
}

/** How far down it stands: at the end the line of now is still to be seen. */
export function edgeAt({ height, reach }: LadderGeometry, position: number): number {
  const isEnd = position >= reach.length - 1;
  return isEnd ? height - EDGE : Math.min(reach[position] ?? height, height - EDGE);
}

/** Of the drawing's height. */
const shareOf = ({ height }: LadderGeometry, y: number): number => y / Math.ceil(height);
