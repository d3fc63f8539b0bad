import { type ComponentType, Fragment, type ReactNode, createContext, use } from "react";
import { partsOf } from "./quotes.model.ts";

/** What a proof quotes at this moment: it is marked where it stands in the lanes. */
export const Quotes = createContext<readonly string[]>([]);

interface Shown {
  readonly text: string;
}

/** Shows a line, or a piece of one, with what is quoted of it marked; by `Text`, where that is not plain. */
export function useMarking(): (text: string, Text?: ComponentType<Shown>) => ReactNode {
  const quotes = use(Quotes);
  return (text, Text) => {
    const show = (part: string) => (Text === undefined ? part : <Text text={part} />);
    // Hardly ever is anything quoted, and lines are many.
    if (quotes.length === 0) return show(text);
    return partsOf(text, quotes).map(({ text: part, isQuoted }, at) =>
      isQuoted ? (
        <mark
          key={at}
          className="bg-transparent text-inherit underline decoration-accent decoration-2 underline-offset-4"
        >
          {show(part)}
        </mark>
      ) : (
        <Fragment key={at}>{show(part)}</Fragment>
      ),
    );
  };
}
