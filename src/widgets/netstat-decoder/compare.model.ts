/** Two listings side by side, as lists of sentences: what each socket without a peer did, and connections by service. */
import { counted, grouped } from "#netstat/counted";
import type { Change, ChangeGroup, ChangeKind, Comparison } from "#netstat/compare";
import { visibleText } from "./visible-text.model.ts";

export interface ChangeList {
  /** "Appeared: 2". */
  readonly title: string;
  readonly sentences: readonly string[];
}

export interface ConnectionChanges {
  readonly label: string;
  /** "3 new, 1 gone". */
  readonly counts: string;
  readonly sentences: readonly string[];
  /** How many more there are than sentences. */
  readonly more: number;
}

export interface ComparisonFrame {
  readonly sentence: string;
  /** Listeners and other sockets without a peer, by what became of them. */
  readonly listeners: readonly ChangeList[];
  readonly connections: readonly ConnectionChanges[];
  readonly moreConnections: number;
  readonly caveats: readonly string[];
}

const MOST_GROUPS = 40;
const MOST_SENTENCES = 20;

const TITLES: readonly (readonly [ChangeKind, string])[] = [
  ["appeared", "Appeared"],
  ["gone", "Went"],
  ["state", "Changed state"],
  ["owner", "Changed owner"],
];

export function comparisonFrame(comparison: Comparison): ComparisonFrame {
  const { sentence, listeners, connections, caveats } = comparison;
  return {
    sentence: sentence.replace(/\d+/g, (digits) => grouped(Number(digits))),
    listeners: TITLES.map(([kind, title]) => changeList(title, kind, listeners)).filter(
      ({ sentences }) => sentences.length > 0,
    ),
    connections: connections.slice(0, MOST_GROUPS).map(connectionChanges),
    moreConnections: Math.max(0, connections.length - MOST_GROUPS),
    caveats: caveats.map((caveat) => visibleText(caveat)),
  };
}

function changeList(title: string, kind: ChangeKind, changes: readonly Change[]): ChangeList {
  const sentences = changes.filter((change) => change.kind === kind).map(shown);
  return { title: `${title}: ${grouped(sentences.length)}`, sentences };
}

function connectionChanges({
  label,
  appeared,
  gone,
  changed,
  changes,
}: ChangeGroup): ConnectionChanges {
  const counts = [
    appeared > 0 && `${grouped(appeared)} new`,
    gone > 0 && `${grouped(gone)} gone`,
    changed > 0 && `${grouped(changed)} changed`,
  ].filter((part) => part !== false);
  const sentences = changes.slice(0, MOST_SENTENCES).map(shown);
  return {
    label: visibleText(label),
    counts: counts.join(", "),
    sentences,
    more: appeared + gone + changed - sentences.length,
  };
}

const shown = ({ sentence }: Change) => visibleText(sentence);

/** "And 3 more connections." */
export const moreText = (count: number, noun: string) => `And ${counted(count, `more ${noun}`)}.`;
