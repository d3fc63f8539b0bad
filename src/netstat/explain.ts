/**
 * Rows in plain words: what the socket is for, on which side of a connection it stands, who can reach
 * it, what is odd about it, and what each field means in this row. Evidence is taken from the whole
 * listing (a listener's port makes its connections "server side"), gathered once.
 * A listing cannot show firewalls, address translation or containers: the words say so.
 */
import { ListingEvidence } from "./evidence.ts";
import { exposureOf, findExposure } from "./exposure.ts";
import type { ExplainOptions, Explainer, RowExplanation } from "./explanation.ts";
import { explainFields } from "./field-meanings.ts";
import type { Listing, Row } from "./listing.ts";
import { connectionOddities, findOddities } from "./oddities.ts";
import { oddityOf } from "./oddity-words.ts";
import { placeOf } from "./address-place.ts";
import { type FoundRole, findRole, roleOfConnection } from "./role.ts";
import { RowColumns } from "./row-columns.ts";
import { roleFinding } from "./role-words.ts";
import { sentenceOf } from "./sentence.ts";

export type {
  ExplainOptions,
  Explainer,
  ExposureFinding,
  FieldExplanation,
  Oddity,
  RoleFinding,
} from "./explanation.ts";

/** Reads the listing once (linear in its rows), then explains single rows on demand. */
export function explainer(listing: Listing, options: ExplainOptions = {}): Explainer {
  const examination = new Examination(listing);
  examination.advance(Number.POSITIVE_INFINITY);
  return examination.explainer(options);
}

/** What `explainer` does before it explains, in steps, for a listing so long that somebody waits. */
export class Examination {
  readonly #listing: Listing;
  readonly #columns: RowColumns;
  readonly #evidence: ListingEvidence;

  /** Of a listing that is read to its end. */
  constructor(listing: Listing) {
    this.#listing = listing;
    this.#columns = new RowColumns(listing);
    this.#evidence = new ListingEvidence(this.#columns);
  }

  /** From 0 to 1. */
  get progress(): number {
    return this.#columns.progress * MAKING + this.#evidence.progress * (1 - MAKING);
  }

  /** Goes through about so many rows more; true when all are done. */
  advance(rows: number): boolean {
    return this.#columns.advance(rows) && this.#evidence.advance(rows);
  }

  /** Once `advance` gave true. */
  explainer(options: ExplainOptions = {}): Explainer {
    return explainerWith(this.#listing, this.#columns, this.#evidence, options);
  }
}

/** How much of the time it takes to make each row, rather than to go through them again. */
const MAKING = 0.9;

function explainerWith(
  listing: Listing,
  columns: RowColumns,
  gathered: ListingEvidence,
  options: ExplainOptions,
): Explainer {
  const judged = (index: number) => {
    const row = listing.row(index);
    const evidence = gathered.ofBlock(row.block);
    const { os } = listing.blocks[row.block]!;
    const found = findRole(row, index, os, evidence);
    return { row, evidence, os, found, oddities: findOddities(row, found, evidence) };
  };
  return {
    columns,
    judge(index) {
      const { row, found, oddities } = judged(index);
      const exposure = exposureOf(row.entry, found);
      const { role, otherEnd, end } = found;
      return { row, role, exposure, oddities, otherEnd, end };
    },
    judgeConnection(index) {
      const connection = columns.connection(index);
      if (connection === null) return null;
      const block = columns.blocks[index]!;
      const evidence = gathered.ofBlock(block);
      const found = roleOfConnection(connection, index, listing.blocks[block]!.os, evidence);
      const { role, otherEnd, end } = found;
      return { role, otherEnd, end, oddities: connectionOddities(connection, found, evidence) };
    },
    explain(index): RowExplanation {
      const { row, evidence, os, found, oddities } = judged(index);
      const exposure = findExposure(row, found);
      return {
        sentence: sentenceOf(row, found, exposure),
        role: roleFinding(row, found, os, evidence),
        exposure,
        path: pathOf(row, found.otherEnd),
        service: serviceHint(row, found.end, options),
        otherEnd: found.otherEnd,
        oddities: oddities.map((id) => oddityOf(id, row)),
        fields: explainFields(row),
      };
    },
  };
}

/** Which way a connection's packets go, as far as its two addresses tell. */
function pathOf({ entry }: Row, otherEnd: number | null): string | null {
  const { local, peer } = entry;
  if (peer === null) return null;
  const loopbacks = [local, peer].filter((end) => placeOf(end.address) === "loopback").length;
  if (loopbacks === 1 && otherEnd === null) return null;
  if (loopbacks === 2) {
    return "Both ends have loopback addresses: nothing of this leaves the machine.";
  }
  if (otherEnd !== null || local.address === peer.address) {
    return "Both ends are on this machine: nothing of this goes out to a network.";
  }
  return `${entry.protocol === "tcp" ? "The connection goes" : "The datagrams go"} from ${local.address} over the network to ${peer.address}.`;
}

/** What usually has the service's port: the local one, but for a client's connection. */
function serviceHint(
  { entry }: Row,
  end: FoundRole["end"],
  options: ExplainOptions,
): string | null {
  const endpoint = end === "client" && entry.peer !== null ? entry.peer : entry.local;
  if (endpoint.port === null || (entry.peer !== null && end === null)) return null;
  return options.serviceName?.(endpoint.port, entry.protocol) ?? null;
}
