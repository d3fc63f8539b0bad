import { type ChangeEvent, useRef, useState } from "react";
import type { AttemptLog } from "#learning/attempt";
import { NO_PRACTICE, recordText } from "#learning/practice-record";
import {
  currentLog,
  forgetLog,
  logKeeping,
  logTextsSetAside,
  noteAttempts,
} from "#storage/practice";
import { AsksAgain } from "#ui/asks-again";
import { Button } from "#ui/button";
import { saveFile } from "#ui/out-of-page";
import { SetAside } from "#ui/set-aside";
import { dayOf, isoDay } from "./calendar.model.ts";
import { counted } from "./due.model.ts";
import { importOf } from "./import.model.ts";
import { NotKept } from "./not-kept.tsx";

/** A log of many years is smaller than this, in bytes; whatever is bigger is something else. */
const LONGEST_FILE = 50_000_000;

/** What this browser keeps of the practice: as a file, from a file, and the way to be rid of it. */
export function KeptPractice({ log, now }: { log: AttemptLog; now: number }) {
  const [said, setSaid] = useState("");
  const dialog = useRef<HTMLDialogElement>(null);
  // While the page is hydrated nothing is known yet.
  const aside = log.length > 0 ? logTextsSetAside() : [];

  function save() {
    const text = recordText({ ...NO_PRACTICE, log });
    saveFile(
      new Blob([text], { type: "text/plain" }),
      `ports-of-call-practice-${isoDay(dayOf(now))}.txt`,
    );
    setSaid(`${counted(log.length, "answer")} saved as a file.`);
  }

  async function bringIn({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const [file] = currentTarget.files ?? [];
    if (file === undefined) return;
    const text = file.size > LONGEST_FILE ? "" : await file.text().catch(() => null);
    // The same file can be chosen again.
    currentTarget.value = "";
    if (text === null) {
      setSaid("The file could not be read. Nothing was changed.");
      return;
    }
    const { log: brought, message } = importOf(text, currentLog());
    if (brought.length > 0) noteAttempts(brought);
    setSaid(message);
  }

  return (
    <section aria-labelledby="kept" className="mt-12 border-t border-line pt-6 print:hidden">
      <h2 id="kept" className="text-2xl">
        What is kept
      </h2>
      <p className="mt-3 text-soft">
        {counted(log.length, "answer")}, in this browser alone. A file takes them to another one:
        what is brought in is joined with what is there, and nothing is counted twice.
      </p>
      <NotKept isKnown={log.length > 0} />
      <SetAside texts={aside} file="set-aside.txt" />
      <p className="mt-4 flex flex-wrap gap-3">
        <Button onClick={save} disabled={log.length === 0}>
          Save as a file
        </Button>
        <label className="relative inline-flex min-h-11 items-center justify-center rounded-lg border border-ink/70 bg-paper px-4 font-[550] hover:bg-panel has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
          Bring in a file
          <input
            type="file"
            accept=".txt,text/plain"
            className="absolute inset-0 size-full cursor-pointer opacity-0"
            onChange={(event) => void bringIn(event)}
          />
        </label>
        <Button look="quiet" onClick={() => dialog.current?.showModal()}>
          Forget all of it
        </Button>
      </p>
      <p role="status" className="mt-3 min-h-[3.2em] font-[550]">
        {said}
      </p>
      <AsksAgain
        dialog={dialog}
        id="forget-practice"
        title="Forget all that you practised?"
        yes="Forget it"
        onYes={() => {
          forgetLog();
          setSaid(
            logKeeping() === "later-version"
              ? "What this page knew is forgotten. What the newer version keeps stays."
              : "All of it is forgotten.",
          );
        }}
      >
        {counted(log.length, "answer")} and what is due by them. Only a file that you saved brings
        them back. Which lessons you read is kept apart, and stays.
      </AsksAgain>
    </section>
  );
}
