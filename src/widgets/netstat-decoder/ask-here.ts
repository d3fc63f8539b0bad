/** Questions to a listing that is kept in the page. A large listing to compare it with is read in a worker all the same. */
import type { Correction } from "#netstat/decode";
import { LONGEST_READ_HERE } from "./longest-read-here.ts";
import type { Session } from "./session.model.ts";
import { WorkerClient } from "./worker-client.ts";
import type { Ask, Calls, ListingSource } from "./worker-messages.ts";

export function askHere(session: Session, text: string, corrections: readonly Correction[]): Ask {
  const answer = (name: keyof Calls, args: readonly unknown[]): unknown => {
    if (name === "compare") {
      const [other, isLater] = args as Parameters<Calls["compare"]>;
      return other.kind === "text" && other.text.length <= LONGEST_READ_HERE
        ? session.compareWith(other.text, isLater)
        : compareAway(text, corrections, other, isLater);
    }
    const call = session[name] as (...args: readonly unknown[]) => unknown;
    return call.apply(session, [...args]);
  };
  return (async (name, ...args) => answer(name, args)) as Ask;
}

async function compareAway(
  text: string,
  corrections: readonly Correction[],
  other: ListingSource,
  isLater: boolean,
): Promise<ReturnType<Calls["compare"]>> {
  const client = new WorkerClient();
  try {
    await new Promise<void>((resolve, reject) => {
      client.read({ kind: "text", text }, corrections, {
        onProgress: () => {},
        onRead: () => resolve(),
        onFailed: (message) => reject(new Error(message)),
      });
    });
    return await client.ask("compare", other, isLater);
  } finally {
    client.stop();
  }
}
