/**
 * Reads large listings beside the page, so that the page stays quick. The listing stays here: the page is sent an
 * overview, and the rows it asks for. A newer text ends the reading of an older one.
 */
import { readBytes } from "./read-bytes.ts";
import { Session } from "./session.model.ts";
import type { CallName, Calls, ListingSource, Reply, Request } from "./worker-messages.ts";

/** How long to read before looking for messages, in milliseconds. */
const SLICE = 40;

let session: Session | null = null;
let newest = 0;

const reply = (message: Reply) => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<Request>) => {
  if (data.kind === "read") void read(data);
  else void answer(data);
});

async function read({ id, source, corrections }: Extract<Request, { kind: "read" }>) {
  newest = id;
  session = null;
  try {
    const text = await textOf(source);
    const reading = new Session(text, corrections);
    let toldAt = performance.now();
    for (let done = 0; done < 1;) {
      const until = performance.now() + SLICE;
      do done = reading.advance();
      while (done < 1 && performance.now() < until);
      if (performance.now() - toldAt > 100) {
        toldAt = performance.now();
        reply({ kind: "progress", id, done });
      }
      await messagesHandled();
      if (newest !== id) return;
    }
    session = reading;
    reply({ kind: "read", id, overview: reading.overview() });
  } catch (error) {
    if (newest === id) reply({ kind: "failed", id, message: messageOf(error, source) });
  }
}

async function textOf(source: ListingSource): Promise<string> {
  return source.kind === "text"
    ? source.text
    : readBytes(new Uint8Array(await source.file.arrayBuffer()));
}

async function answer({ id, name, args }: Extract<Request, { kind: "call" }>) {
  if (session === null) {
    reply({ kind: "failed", id, message: "The listing is no longer here." });
    return;
  }
  try {
    reply({ kind: "answer", id, value: await answerOf(session, name, args) });
  } catch (error) {
    reply({ kind: "failed", id, message: String(error) });
  }
}

function answerOf(asked: Session, name: CallName, args: readonly unknown[]): unknown {
  if (name === "compare") {
    const [other, isLater] = args as Parameters<Calls["compare"]>;
    return textOf(other).then((text) => asked.compareWith(text, isLater));
  }
  const call = asked[name] as (...args: readonly unknown[]) => unknown;
  return call.apply(asked, [...args]);
}

const channel = new MessageChannel();

/** Resolves once the messages that wait have been handled. */
function messagesHandled(): Promise<void> {
  return new Promise((resolve) => {
    channel.port1.addEventListener("message", () => resolve(), { once: true });
    channel.port1.start();
    channel.port2.postMessage(null);
  });
}

function messageOf(error: unknown, source: ListingSource): string {
  const isTooLarge = error instanceof RangeError;
  const what = source.kind === "file" ? source.file.name : "The text";
  return isTooLarge
    ? `${what} is too large for this browser. A part of it will do: copy the rows that matter.`
    : `${what} could not be read. Copy its text and paste it here.`;
}
