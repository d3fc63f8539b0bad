/** The page's side of the worker: starts it when it is first needed, and turns messages into promises. */
import type { Correction } from "#netstat/decode";
import type { Overview } from "./overview.model.ts";
import type { CallName, Calls, ListingSource, Reply, Request } from "./worker-messages.ts";

interface ReadingEvents {
  /** From 0 to 1. */
  readonly onProgress: (done: number) => void;
  readonly onRead: (overview: Overview) => void;
  readonly onFailed: (message: string) => void;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (reason: Error) => void;
}

export class WorkerClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #reading: { readonly id: number; readonly events: ReadingEvents } | null = null;
  #lastId = 0;

  constructor() {
    this.#worker = new Worker(new URL("./reading-worker.ts", import.meta.url), { type: "module" });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.#take(data));
    this.#worker.addEventListener("error", () => {
      this.#reading?.events.onFailed(
        "The part of the page that reads large listings did not load. Is the connection down? A listing below 30 kB is read without it.",
      );
    });
  }

  read(source: ListingSource, corrections: readonly Correction[], events: ReadingEvents): void {
    const id = this.#nextId();
    this.#reading = { id, events };
    this.#send({ kind: "read", id, source, corrections });
  }

  ask<Name extends CallName>(
    name: Name,
    ...args: Parameters<Calls[Name]>
  ): Promise<ReturnType<Calls[Name]>> {
    const id = this.#nextId();
    const answer = new Promise<ReturnType<Calls[Name]>>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    this.#send({ kind: "call", id, name, args });
    return answer;
  }

  /** Stops at once, whatever is under way. */
  stop(): void {
    this.#worker.terminate();
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  #send(request: Request): void {
    // A worker has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.#worker.postMessage(request);
  }

  #take(reply: Reply): void {
    const { id } = reply;
    const reading = this.#reading?.id === id ? this.#reading.events : null;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    switch (reply.kind) {
      case "progress":
        reading?.onProgress(reply.done);
        break;
      case "read":
        reading?.onRead(reply.overview);
        break;
      case "answer":
        waiting?.resolve(reply.value as never);
        break;
      case "failed":
        reading?.onFailed(reply.message);
        waiting?.reject(new Error(reply.message));
        break;
    }
  }
}
