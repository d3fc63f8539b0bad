import { useState } from "react";
import {
  FLASH_CARDS,
  type FlashCard,
  cardAttempt,
  cardStanding,
  dealt,
} from "#learning/flash-cards";
import { currentLog } from "#storage/practice";
import { useAttemptLog } from "#storage/use-practice";
import { Button } from "#ui/button";
import { type CardSide, FlashCardView } from "./flash-card.tsx";
import { NotKept } from "./not-kept.tsx";
import { useFocusOnChange } from "./use-focus-on-change.ts";
import { useEntry } from "./use-entry.ts";
import { useNoting } from "./use-noting.ts";
import { useToday } from "./use-today.ts";

/** So many cards at once: a few minutes. */
const HAND = 10;

interface Hand {
  readonly side: CardSide;
  readonly cards: readonly FlashCard[];
  /** Whether each was known, in their order, as far as they were turned. */
  readonly known: readonly boolean[];
}

/** Ten cards at a time: those due, then new ones. Each says by itself whether it was known, and is kept at once. */
export function FlashCards() {
  const [hand, setHand] = useState<Hand | null>(null);
  const { turned, known } = cardStanding(useAttemptLog());
  const today = useToday();
  const note = useNoting(useEntry());
  const isOver = hand !== null && hand.known.length === hand.cards.length;
  const heading = useFocusOnChange<HTMLHeadingElement>(isOver ? 1 : 0);

  function deal(side: CardSide) {
    setHand({ side, cards: dealt(currentLog(), today, HAND), known: [] });
  }

  if (hand === null)
    return (
      <form
        method="dialog"
        className="mt-8 max-w-prose noscript:hidden"
        onSubmit={(event) => {
          event.preventDefault();
          deal(new FormData(event.currentTarget).get("side") === "name" ? "name" : "port");
        }}
      >
        <p
          role="status"
          // Nothing is told before it is known.
          className={`min-h-[3.2em] text-soft sm:min-h-[1.6em] ${today === 0 ? "invisible" : ""}`}
        >
          {turned === 0
            ? `${FLASH_CARDS.length} cards, the most useful first. None was turned yet.`
            : `${turned} of ${FLASH_CARDS.length} cards turned, ${known} of them known the last time.`}
        </p>
        <fieldset className="mt-4">
          <legend className="font-[550]">What the front shows</legend>
          <div className="mt-2 flex flex-wrap gap-x-8">
            <Side side="port">The port: what is there?</Side>
            <Side side="name">The name: which port?</Side>
          </div>
        </fieldset>
        <p className="mt-4">
          <Button type="submit" look="main">
            Deal {HAND} cards
          </Button>
        </p>
      </form>
    );

  const { cards, side } = hand;
  const card = cards[hand.known.length];
  if (card === undefined)
    return (
      <section aria-labelledby="hand-over" className="mt-8 max-w-prose">
        <h2 id="hand-over" ref={heading} tabIndex={-1} className="text-2xl">
          {hand.known.filter(Boolean).length} of {cards.length} known
        </h2>
        <NotYet cards={cards.filter((_, index) => hand.known[index] === false)} />
        <p className="mt-5 flex flex-wrap gap-3">
          <Button look="main" onClick={() => deal(side)}>
            Deal {HAND} more
          </Button>
          <Button look="quiet" onClick={() => setHand(null)}>
            Enough for now
          </Button>
        </p>
        <NotKept isElsewhere />
      </section>
    );

  const place = `Card ${hand.known.length + 1} of ${cards.length}`;
  return (
    <section aria-label="Flash cards" className="mt-8 max-w-prose">
      <p aria-hidden="true" className="mb-3 text-soft">
        {place}
      </p>
      <FlashCardView
        key={`${card.id}-${hand.known.length}`}
        card={card}
        side={side}
        place={place}
        onGraded={(isKnown) => {
          note(cardAttempt(card, Date.now(), isKnown));
          setHand({ ...hand, known: [...hand.known, isKnown] });
        }}
      />
      <p className="mt-4 hidden text-[1rem] text-soft pointer-fine:block">
        By keyboard: Enter turns the card, the left arrow says “not yet”, the right arrow “I knew
        it”.
      </p>
      <NotKept isElsewhere />
    </section>
  );
}

function Side({ side, children }: { side: CardSide; children: string }) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        type="radio"
        name="side"
        value={side}
        defaultChecked={side === "port"}
        className="size-5"
      />
      {children}
    </label>
  );
}

function NotYet({ cards }: { cards: readonly FlashCard[] }) {
  if (cards.length === 0)
    return (
      <p className="mt-3 text-soft">They come back when they are likely to be half forgotten.</p>
    );
  return (
    <>
      <p className="mt-3 text-soft">Not yet, and back in the review tomorrow:</p>
      <ul className="mt-2">
        {cards.map(({ id, port, transport, service }) => (
          <li key={id} className="flex gap-x-4 border-t border-line py-2">
            <span className="w-28 shrink-0 font-mono">
              {port}/{transport}
            </span>
            {service.title}
          </li>
        ))}
      </ul>
    </>
  );
}
