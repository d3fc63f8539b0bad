import {
  type ReactNode,
  createContext,
  use,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import type { ChooseOne } from "#learning/question";
import { type GuessResult, beliefsIn, scoreLine, withResults } from "./guess-row.model.ts";
import { GuessRow } from "./guess-row.tsx";
import type { ListingView } from "./listing-view.ts";

interface Guessing {
  readonly isOn: boolean;
  /** Whether the row, counted from 0 in the listing, is still to be guessed. */
  readonly isHidden: (row: number) => boolean;
  readonly questionsOf: (row: number) => Promise<readonly ChooseOne[]>;
  readonly take: (row: number, results: readonly GuessResult[]) => void;
}

const GuessContext = createContext<Guessing>({
  isOn: false,
  isHidden: () => false,
  questionsOf: () => Promise.resolve([]),
  take: () => {},
});

export function useGuessing(): Guessing {
  return use(GuessContext);
}

interface GuessFirstProps {
  readonly view: ListingView;
  readonly children: ReactNode;
}

/**
 * The rows with a switch above them: when it is on, what a row is for and who can reach it are hidden until they
 * were guessed. With another listing it begins anew.
 */
export function GuessFirst({ view: { ask, overview }, children }: GuessFirstProps) {
  const [isOn, setIsOn] = useState(false);
  const [results, setResults] = useState<readonly GuessResult[]>([]);
  const [guessed, setGuessed] = useState<ReadonlySet<number>>(new Set());
  const [listing, setListing] = useState(overview);
  if (listing !== overview) {
    setListing(overview);
    setResults([]);
    setGuessed(new Set());
  }
  const guessing = useMemo<Guessing>(
    () => ({
      isOn,
      isHidden: (row) => isOn && !guessed.has(row),
      questionsOf: (row) => ask("questions", row),
      take: (row, more) => {
        setGuessed((known) => new Set(known).add(row));
        setResults((known) => withResults(known, more));
      },
    }),
    [isOn, guessed, ask],
  );
  return (
    <GuessContext value={guessing}>
      {overview?.kind === "sockets" && (
        <div className="mb-3">
          <label className="inline-flex min-h-11 items-center gap-2 print:hidden">
            <input
              type="checkbox"
              checked={isOn}
              onChange={(event) => setIsOn(event.target.checked)}
              className="size-5 accent-accent"
            />
            Guess first: hide each row’s side and reach until I have guessed them
          </label>
          <p role="status" className="text-[1rem]">
            {isOn && scoreLine(results)}
          </p>
          {isOn &&
            beliefsIn(results).map(({ id, belief, truth }) => (
              <p key={id} className="mt-1 max-w-prose text-[1rem] text-soft">
                “{belief}” {truth}
              </p>
            ))}
        </div>
      )}
      {children}
    </GuessContext>
  );
}

interface RowGuessProps {
  readonly row: number;
  /** Called when the row's words stand in the questions' place: the focus was on a button that is gone. */
  readonly onShown: () => void;
}

/** A row's questions, in place of what they ask for. */
export function RowGuess({ row, onShown }: RowGuessProps) {
  const { questionsOf, take } = useGuessing();
  const [asked, setAsked] = useState<{ row: number; questions: readonly ChooseOne[] } | null>(null);
  const newest = useRef(row);
  const fetch = useEffectEvent(async () => {
    newest.current = row;
    const questions = await questionsOf(row);
    if (newest.current !== row) return;
    setAsked({ row, questions });
    if (questions.length === 0) take(row, []);
  });
  useEffect(() => {
    if (row >= 0) void fetch();
  }, [row]);
  if (asked?.row !== row || asked.questions.length === 0) return null;
  const finish = (results: readonly GuessResult[]) => {
    flushSync(() => take(row, results));
    onShown();
  };
  return <GuessRow key={row} questions={asked.questions} onDone={finish} />;
}
