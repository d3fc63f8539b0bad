import { type ComponentType, createContext, use } from "react";
import { partsOf } from "./quotes.model.ts";

/** What a proof quotes at this moment: it is marked where it stands in the lanes. */
export const Quotes = createContext<readonly string[]>([]);

/** A line, or a piece of one, with what is quoted of it marked. `of` shows a text. */
export function Marked({ text, of: Text = Plain }: { text: string; of?: ComponentType<Shown> }) {
  return partsOf(text, use(Quotes)).map((part, at) =>
    part.isQuoted ? (
      <mark
        key={at}
        className="bg-transparent text-inherit underline decoration-accent decoration-2 underline-offset-4"
      >
        <Text text={part.text} />
      </mark>
    ) : (
      <Text key={at} text={part.text} />
    ),
  );
}

interface Shown {
  readonly text: string;
}

const Plain = ({ text }: Shown) => text;
