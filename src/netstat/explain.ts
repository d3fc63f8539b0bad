/**
 * Rows in plain words: what the socket is for, on which side of a connection it stands, who can reach
 * it, what is odd about it, and what each field means in this row. Evidence is taken from the whole
 * listing (a listener's port makes its connections "server side"), gathered once.
 * A listing cannot show firewalls, address translation or containers: the words say so.
 */
import { gatherEvidence } from "./evidence.ts";
import { exposureOf, findExposure } from "./exposure.ts";
import type { ExplainOptions, Explainer, RowExplanation } from "./explanation.ts";
import { explainFields } from "./field-meanings.ts";
import type { Listing, Row } from "./listing.ts";
import { findOddities } from "./oddities.ts";
import { oddityOf } from "./oddity-words.ts";
import { placeOf } from "./address-place.ts";
import { type FoundRole, findRole } from "./role.ts";
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
  const tables = gatherEvidence(listing);
  const judged = (index: number) => {
    const row = listing.row(index);
    const evidence = tables[row.block]!;
    const { os } = listing.blocks[row.block]!;
    const found = findRole(row, index, os, evidence);
    return { row, evidence, os, found, oddities: findOddities(row, found, evidence) };
  };
  return {
    judge(index) {
      const { row, found, oddities } = judged(index);
      const exposure = exposureOf(row.entry, found);
      const { role, otherEnd, end } = found;
      return { row, role, exposure, oddities, otherEnd, end };
    },
    explain(index): RowExplanation {
      const { row, evidence, os, found, oddities } = judged(index);
      const exposure = findExposure(row.entry, found);
      return {
        sentence: sentenceOf(row.entry, found, exposure),
        role: roleFinding(row, found, os, evidence),
        exposure,
        path: pathOf(row, found.otherEnd),
        service: serviceHint(row, found.end, options),
        otherEnd: found.otherEnd,
        oddities: oddities.map((id) => oddityOf(id, row)),
        fields: explainFields(row, listing.line(row.line)),
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
