/** A ladder in words, one sentence a thing, in the order in which they happen. */
import type { Ladder } from "#simulator/ladder";

/** As far as `row`; all of it where that is left out. */
export function describeLadder(
  { columns, rows, marks, arrows }: Ladder,
  row: number = rows.length - 1,
): readonly string[] {
  const sentences = rows
    .slice(0, row + 1)
    .flatMap(({ wait }, index) => [
      ...(wait === null ? [] : [`${capital(wait)}:`]),
      ...marks
        .filter((mark) => mark.row === index)
        .map(
          ({ column, kind, text, isGhost }) =>
            `${isGhost ? "Before the change: " : ""}${columns[column]?.host ?? ""}${VERBS[kind]} ${text}.`,
        ),
      ...arrows.filter(({ fromRow }) => fromRow === index).map(({ words }) => words),
    ]);
  const hosts = columns.map(({ host, addresses }) => `${host} (${addresses.join(", ")})`);
  return [`Hosts: ${hosts.join(" and ")}.`, ...sentences];
}

const VERBS = {
  call: ":",
  return: ":",
  state: " enters",
  timer: "'s timer runs out:",
  power: ":",
  filter: ":",
} as const;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** One line for a picture's title: "Ladder of A and B: 9 packets, 2 lost." */
export function summariseLadder({ columns, arrows }: Ladder): string {
  const own = arrows.filter(({ isGhost }) => !isGhost);
  const lost = own.filter(({ end }) => end === "lost").length;
  const packets = `${own.length} ${own.length === 1 ? "packet" : "packets"}`;
  const hosts = columns.map(({ host }) => host).join(" and ");
  return `Ladder of ${hosts}: ${packets}${lost === 0 ? "" : `, ${lost} lost`}.`;
}
