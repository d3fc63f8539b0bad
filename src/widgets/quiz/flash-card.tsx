import { type ReactNode, useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { RangeBadge } from "#figures/range-badge";
import type { FlashCard } from "#learning/flash-cards";
import { rangeOf } from "#net/port-range";
import { Button } from "#ui/button";
import { paths } from "#paths";

/** What the front of a card shows. */
export type CardSide = "port" | "name";

/**
 * One card: its front is a button that turns it, its back tells all and asks whether it was known. By keyboard: Enter
 * or Space turns it, the left arrow says "not yet", the right arrow "I knew it". Give it a key for each card.
 */
export function FlashCardView({
  card,
  side,
  place,
  onGraded,
}: {
  card: FlashCard;
  side: CardSide;
  /** "Card 2 of 10": read out with the front. */
  place: string;
  onGraded: (isKnown: boolean) => void;
}) {
  const [isTurned, setTurned] = useState(false);
  const front = useRef<HTMLButtonElement>(null);
  const back = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const shown = isTurned ? back.current : front.current;
    shown?.focus({ preventScroll: true });
    shown?.scrollIntoView({ block: "nearest" });
  }, [isTurned]);
  useEffect(() => {
    if (!isTurned) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      event.preventDefault();
      onGraded(event.key === "ArrowRight");
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isTurned, onGraded]);

  const { port, transport, service } = card;
  if (!isTurned)
    return (
      <button
        ref={front}
        type="button"
        onClick={() => setTurned(true)}
        className="flex min-h-72 w-full flex-col items-center justify-center gap-3 rounded-box border border-ink/70 bg-panel p-6 text-center"
      >
        <span className="sr-only">{place}. </span>
        <Big isMono={side === "port"}>{side === "port" ? port : service.title}</Big>
        <span className="text-soft">
          {side === "port"
            ? "What is usually found on this port?"
            : "On which port, and over what?"}
        </span>
        <span className="underline underline-offset-4">Turn the card</span>
      </button>
    );
  return (
    <div className="flex min-h-72 flex-col rounded-box border border-ink/70 bg-paper p-5 sm:p-6">
      <div ref={back} tabIndex={-1} className="flex-1">
        <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <Big isMono>{port}</Big>
          <span className="font-mono text-[1.15rem] text-soft">
            {service.transports.join(", ")}
          </span>
          <RangeBadge range={rangeOf(port).id} />
        </p>
        <p className="mt-2 text-2xl font-[650]">{service.title}</p>
        <p className="mt-2">{service.use}</p>
        {service.registration.kind !== "registered" && (
          <p className="mt-2 text-[1rem] text-soft">{service.registration.why}</p>
        )}
        <p className="mt-2 text-[1rem]">
          <Link
            to={paths.port(port)}
            className="inline-flex min-h-6 items-center underline hover:text-accent"
          >
            More on port {port}
          </Link>
        </p>
      </div>
      <div
        role="group"
        aria-label={`Did you know port ${port} over ${transport}?`}
        className="mt-5"
      >
        <p className="grid grid-cols-2 gap-3">
          <Button onClick={() => onGraded(false)}>
            <span aria-hidden="true" className="mr-2 hidden sm:inline">
              ←
            </span>
            Not yet
          </Button>
          <Button onClick={() => onGraded(true)}>
            I knew it
            <span aria-hidden="true" className="ml-2 hidden sm:inline">
              →
            </span>
          </Button>
        </p>
      </div>
    </div>
  );
}

function Big({ isMono, children }: { isMono: boolean; children: ReactNode }) {
  return (
    <span
      className={`font-[650] ${isMono ? "font-mono text-5xl" : "text-3xl text-balance sm:text-4xl"}`}
    >
      {children}
    </span>
  );
}
