import { useId, useRef, useState } from "react";
import { counted, grouped } from "#netstat/counted";
import { GROUPINGS, SORT_KEYS } from "#netstat/arrange";
import type { Choice } from "#netstat/facets";
import type { RowFilter } from "#netstat/row-filter";
import { Button } from "#ui/button";
import { Select } from "#ui/select";
import { EXPOSURE_WORDS, GROUP_WORDS, ROLE_WORDS, SORT_WORDS } from "./filter-words.model.ts";
import type { ListingView } from "./listing-view.ts";
import type { Overview } from "./overview.model.ts";

/** How long a person pauses before what was typed is looked for, in milliseconds. */
const PAUSE = 150;

interface ListingToolbarProps {
  readonly view: ListingView;
  readonly overview: Extract<Overview, { kind: "sockets" }>;
}

/** Which rows are shown, in which order and groups. */
export function ListingToolbar({ view, overview }: ListingToolbarProps) {
  const { arrangement, arranged } = view;
  const { filter = {}, order = { by: "line", descending: false }, group = "none" } = arrangement;
  const { facets, rowCount } = overview;
  const narrow = (change: RowFilter) =>
    view.arrange({ ...arrangement, filter: { ...filter, ...change } });
  const isNarrowed = Object.values(filter).some((value) => value !== undefined && value !== "");
  const section = useRef<HTMLElement>(null);
  const showAll = () => {
    // The button goes with the click, and would take the focus with it.
    section.current?.focus();
    view.arrange({});
  };
  const isChanged = isNarrowed || order.by !== "line" || order.descending || group !== "none";
  return (
    <section ref={section} tabIndex={-1} aria-label="Which rows are shown" className="mb-4">
      <details className="print:hidden">
        <summary className="min-h-11 py-2 font-[650]">
          Find, narrow, sort and group the rows
        </summary>
        <div className="mt-2 grid grid-cols-2 gap-x-4 gap-y-3 @2xl:grid-cols-4">
          <FindField
            text={filter.text ?? ""}
            onFind={(text) => narrow({ text: text === "" ? undefined : text })}
          />
          <FacetSelect
            label="Role"
            choices={facets.roles}
            value={filter.role}
            words={(role) => ROLE_WORDS[role]}
            onChange={(role) => narrow({ role })}
          />
          <FacetSelect
            label="Who can reach it"
            choices={facets.exposures}
            value={filter.exposure}
            words={(exposure) => EXPOSURE_WORDS[exposure]}
            onChange={(exposure) => narrow({ exposure })}
          />
          <FacetSelect
            label="State"
            choices={facets.states}
            value={filter.state}
            words={(state) => (state === "none" ? "no state" : state)}
            onChange={(state) => narrow({ state })}
          />
          <FacetSelect
            label="Protocol"
            choices={facets.protocols}
            value={filter.protocol}
            words={(protocol) => protocol.toUpperCase()}
            onChange={(protocol) => narrow({ protocol })}
          />
          <Select
            label="Sort by"
            value={order.by}
            options={SORT_KEYS.map((key) => [key, SORT_WORDS[key]])}
            onChange={(by) => view.arrange({ ...arrangement, order: { ...order, by } })}
          />
          <Select
            label="Order"
            value={order.descending ? "down" : "up"}
            options={[
              ["up", "lowest first"],
              ["down", "highest first"],
            ]}
            onChange={(way) =>
              view.arrange({ ...arrangement, order: { ...order, descending: way === "down" } })
            }
          />
          <Select
            label="Group by"
            value={group}
            options={GROUPINGS.map((each) => [each, GROUP_WORDS[each]])}
            onChange={(each) => view.arrange({ ...arrangement, group: each })}
          />
        </div>
      </details>
      <p className="mt-2 flex min-h-11 flex-wrap items-center gap-x-4 text-[1rem]">
        <span role="status">
          {arranged === null
            ? "Looking…"
            : isNarrowed
              ? `${grouped(arranged.count)} of ${counted(rowCount, "row")}${filterWords(filter)}.`
              : `All ${counted(rowCount, "row")}.`}
        </span>
        {isChanged && (
          <Button look="quiet" className="px-3 text-[0.95rem] print:hidden" onClick={showAll}>
            Show all rows as pasted
          </Button>
        )}
      </p>
    </section>
  );
}

/** What only a remark or a peer narrows to, which no list of the toolbar shows. */
function filterWords({ peer, port }: RowFilter): string {
  if (peer !== undefined) return ` with the peer ${peer}`;
  return port === undefined ? "" : ` with port ${port.port}`;
}

function FindField({ text, onFind }: { text: string; onFind: (text: string) => void }) {
  const id = useId();
  const [typed, setTyped] = useState(text);
  const [sent, setSent] = useState(text);
  const timer = useRef<number | undefined>(undefined);
  // "Show all rows" empties the field from outside.
  if (text !== sent) {
    setSent(text);
    setTyped(text);
  }
  const type = (next: string) => {
    setTyped(next);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      setSent(next);
      onFind(next);
    }, PAUSE);
  };
  return (
    <div className="col-span-2 min-w-0 @2xl:col-span-1">
      <label htmlFor={id} className="block text-[0.95rem] text-soft">
        Find in the rows
      </label>
      <input
        id={id}
        type="search"
        value={typed}
        onChange={(event) => type(event.target.value)}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        className="mt-0.5 min-h-11 w-full rounded-lg border border-line bg-paper px-3 font-mono text-[1rem] hover:border-ink/70"
      />
    </div>
  );
}

interface FacetSelectProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | undefined;
  readonly words: (value: Value) => string;
  readonly onChange: (value: Value | undefined) => void;
}

function FacetSelect<Value extends string>({
  label,
  choices,
  value,
  words,
  onChange,
}: FacetSelectProps<Value>) {
  const options = choices.map(
    (choice) => [choice.value, `${words(choice.value)} (${grouped(choice.count)})`] as const,
  );
  return (
    <Select<Value | "">
      label={label}
      value={value ?? ""}
      options={[["", "any"], ...options]}
      onChange={(chosen) => onChange(chosen === "" ? undefined : chosen)}
    />
  );
}
