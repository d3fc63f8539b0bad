/**
 * What the decoder says about one row, as data: a page paints it, a command prints it. Words are for a
 * learner; ids and roles are stable and may be tested for.
 */
import type { Field } from "./field.ts";
import type { Row } from "./listing.ts";
import type { OddityId } from "./oddities.ts";
import type { RowColumns } from "./row-columns.ts";

export const ROLES = [
  "listener",
  "receiver",
  "bound",
  "server",
  "client",
  "both",
  "unknown",
] as const;

export type Role = (typeof ROLES)[number];

export interface RoleFinding {
  readonly role: Role;
  /** Two or three words: "waits for clients". */
  readonly label: string;
  /** One sentence: what in the listing says so. */
  readonly evidence: string;
  readonly confidence: "certain" | "likely" | "unknown";
}

/** From the narrowest to the widest. */
export const EXPOSURES = ["loopback", "interface", "all", "unknown"] as const;

export type Exposure = (typeof EXPOSURES)[number];

export interface ExposureFinding {
  readonly exposure: Exposure;
  /** "this machine only", "this network", "every interface", "cannot tell". */
  readonly label: string;
  /** What it means, with what a listing cannot show. */
  readonly explanation: string;
}

export interface Oddity {
  readonly id: OddityId;
  readonly title: string;
  readonly message: string;
  /** The authority, where there is one: "RFC 1122 §3.2.1.3". */
  readonly source: string | null;
}

export interface FieldExplanation {
  readonly field: Field;
  /** UTF-16 offsets in the row's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The field's name in plain words: "Local port". */
  readonly label: string;
  /** What it means in this row. */
  readonly meaning: string;
}

export interface RowExplanation {
  /** One plain sentence about the whole row. */
  readonly sentence: string;
  readonly role: RoleFinding;
  /** Null where nobody new can reach the socket: it has its peer, or only holds a port. */
  readonly exposure: ExposureFinding | null;
  /** Where the row has a connection: the path its segments take, in words; else null. */
  readonly path: string | null;
  /** What usually uses the port: a hint, never proof. Null where nothing is known. */
  readonly service: string | null;
  /** The row, counted from 0, that is the other end of this connection, when it is in the listing. */
  readonly otherEnd: number | null;
  readonly oddities: readonly Oddity[];
  /** In the order of the line, as the row's spans. */
  readonly fields: readonly FieldExplanation[];
}

export interface ExplainOptions {
  /** A name for a port, such as "PostgreSQL", from a table the caller has. */
  readonly serviceName?: (port: number, protocol: string) => string | undefined;
}

/** What an explanation is made from, without words: enough to count and to filter by. */
export interface RowJudgement {
  readonly row: Row;
  readonly role: Role;
  readonly exposure: Exposure | null;
  readonly oddities: readonly OddityId[];
  readonly otherEnd: number | null;
  /** Which end of the connection holds the service's port, as far as known. */
  readonly end: "server" | "client" | null;
}

/** What evidence tells of a row with a peer, beside what the row shows by itself. */
export type ConnectionJudgement = Omit<RowJudgement, "row" | "exposure">;

export interface Explainer {
  /** What all rows say, in numbers. */
  readonly columns: RowColumns;
  /** As `explain`, without the words; for going over every row. */
  judge(row: number): RowJudgement;
  /** Of a row with a peer only, from the columns: for going over a million rows. Null for a row without one. */
  judgeConnection(row: number): ConnectionJudgement | null;
  /** `row` counts from 0; a RangeError outside the listing's rows. */
  explain(row: number): RowExplanation;
}
