/**
 * A listing in a worker, as far as the page has seen of it: the overview, the order of its rows, and pages of rows
 * that were asked for. A store for React's useSyncExternalStore.
 */
import type { ArrangeOptions } from "#netstat/arrange";
import type { Correction } from "#netstat/decode";
import type { ListingView } from "./listing-view.ts";
import type { Overview } from "./overview.model.ts";
import type { RowFrame } from "./row-frame.model.ts";
import type { Arranged } from "./session.model.ts";
import { WorkerClient } from "./worker-client.ts";
import type { Ask, ListingSource } from "./worker-messages.ts";

/** Rows come in pages of so many. */
const PAGE = 50;
/** So many pages are kept: some screens before and behind. */
const MOST_PAGES = 60;

type RemoteState = Pick<ListingView, "overview" | "progress" | "failure" | "arranged" | "rowAt">;

export class RemoteListing {
  #client: WorkerClient | null = null;
  #listeners = new Set<() => void>();
  #overview: Overview | null = null;
  #progress: number | null = null;
  #failure: string | null = null;
  #arrangement: ArrangeOptions | null = null;
  #arranged: Arranged | null = null;
  /** Null while the page is on its way. The one used last stands last. */
  #pages = new Map<number, readonly RowFrame[] | null>();
  #state: RemoteState = this.#newState();

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly snapshot = (): RemoteState => this.#state;

  readonly ask: Ask = (name, ...args) => {
    if (this.#client === null) return Promise.reject(new Error("No listing is being read."));
    return this.#client.ask(name, ...args);
  };

  read(source: ListingSource, corrections: readonly Correction[]): void {
    this.#client ??= new WorkerClient();
    this.#forget();
    this.#progress = 0;
    this.#client.read(source, corrections, {
      onProgress: (done) => {
        this.#progress = done;
        this.#tell();
      },
      onRead: (overview) => {
        this.#overview = overview;
        this.#progress = null;
        this.#tell();
        if (this.#arrangement !== null) this.arrange(this.#arrangement);
      },
      onFailed: (message) => {
        this.#failure = message;
        this.#progress = null;
        this.#tell();
      },
    });
    this.#tell();
  }

  /** Puts the rows into this order, as soon as they are read. */
  arrange(arrangement: ArrangeOptions): void {
    this.#arrangement = arrangement;
    if (this.#overview === null) return;
    this.ask("arrange", arrangement).then(
      (arranged) => {
        if (this.#arrangement !== arrangement) return;
        this.#arranged = arranged;
        this.#pages = new Map();
        this.#tell();
      },
      () => {},
    );
  }

  readonly need = (from: number, to: number): void => {
    const arrangement = this.#arrangement;
    if (arrangement === null || this.#arranged === null) return;
    const pages = this.#pages;
    const last = Math.ceil(Math.min(to, this.#arranged.count) / PAGE);
    const missing: number[] = [];
    for (let page = Math.floor(from / PAGE); page < last; page += 1)
      if (!pages.has(page)) missing.push(page);
    const [first] = missing;
    if (first === undefined) return;
    for (const page of missing) pages.set(page, null);
    // One question for all of them: each answer paints the rows again.
    const end = missing.at(-1)! + 1;
    this.ask("rows", arrangement, first * PAGE, end * PAGE).then(
      (rows) => {
        if (this.#pages !== pages) return;
        for (const page of missing) {
          const at = (page - first) * PAGE;
          pages.delete(page);
          pages.set(page, rows.slice(at, at + PAGE));
        }
        for (const old of pages.keys()) {
          if (pages.size <= MOST_PAGES) break;
          pages.delete(old);
        }
        this.#tell();
      },
      () => missing.forEach((page) => pages.delete(page)),
    );
  };

  /** Ends the reading because a person asked for it. */
  readonly cancel = (): void => {
    this.stop();
    this.#failure = "Stopped. Nothing of it was read.";
    this.#tell();
  };

  /** Ends whatever is under way and lets the listing go. */
  readonly stop = (): void => {
    this.#client?.stop();
    this.#client = null;
    this.#forget();
    this.#tell();
  };

  #forget(): void {
    this.#overview = null;
    this.#progress = null;
    this.#failure = null;
    this.#arranged = null;
    this.#pages = new Map();
  }

  #newState(): RemoteState {
    const pages = this.#pages;
    return {
      overview: this.#overview,
      progress: this.#progress,
      failure: this.#failure,
      arranged: this.#arranged,
      rowAt: (place) => pages.get(Math.floor(place / PAGE))?.[place % PAGE] ?? null,
    };
  }

  #tell(): void {
    this.#state = this.#newState();
    for (const listener of this.#listeners) listener();
  }
}
