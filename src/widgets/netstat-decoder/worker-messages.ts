/** What the page and the worker that reads a large listing say to each other. */
import type { Correction } from "#netstat/decode";
import type { Overview } from "./overview.model.ts";
import type { Session } from "./session.model.ts";

/** What is read: a text, or a file, which is handed over without being copied. */
export type ListingSource =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "file"; readonly file: File };

/** Questions to a listing that was read. */
export type Calls = Pick<
  Session,
  | "arrange"
  | "rows"
  | "askPort"
  | "placeOf"
  | "questions"
  | "otherLines"
  | "unixSockets"
  | "redaction"
  | "file"
  | "textToCopy"
  | "shareable"
  | "printed"
> & {
  readonly compare: (other: ListingSource, isLater: boolean) => ReturnType<Session["compareWith"]>;
};

export type CallName = keyof Calls;

export type Ask = <Name extends CallName>(
  name: Name,
  ...args: Parameters<Calls[Name]>
) => Promise<ReturnType<Calls[Name]>>;

export type Request =
  | {
      readonly kind: "read";
      readonly id: number;
      readonly source: ListingSource;
      readonly corrections: readonly Correction[];
    }
  | {
      readonly kind: "call";
      readonly id: number;
      readonly name: CallName;
      readonly args: readonly unknown[];
    };

export type Reply =
  | { readonly kind: "progress"; readonly id: number; readonly done: number }
  | { readonly kind: "read"; readonly id: number; readonly overview: Overview }
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }
  /** `message` is for a person. */
  | { readonly kind: "failed"; readonly id: number; readonly message: string };
