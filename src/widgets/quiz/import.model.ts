/** What became of a file that was to be brought in, in words. */
import { type AttemptLog, joined } from "#learning/attempt";
import { readRecord } from "#learning/practice-record";
import { counted } from "./due.model.ts";

export interface Import {
  /** What the file holds; nothing where it is none of these files. */
  readonly log: AttemptLog;
  readonly message: string;
}

/** `log` is what was here before. Never throws, whatever the text is. */
export function importOf(text: string, log: AttemptLog): Import {
  const read = readRecord(text);
  if (read.kind === "none")
    return { log: [], message: "This is no file of practice from here. Nothing was changed." };
  if (read.kind === "later-version")
    return {
      log: [],
      message:
        "A newer version of this site wrote the file. Load the page again. Nothing was changed.",
    };
  const isNew = joined(log, read.record.log).length - log.length;
  const old = read.record.log.length - isNew;
  const unread =
    read.unread === 0 ? "" : ` ${counted(read.unread, "line")} of it could not be read.`;
  return { log: read.record.log, message: `${broughtIn(isNew, old)}${unread}` };
}

function broughtIn(isNew: number, old: number): string {
  if (isNew === 0)
    return old === 0 ? "The file holds no answers." : "Nothing new: all of it was here already.";
  const rest = old === 0 ? "" : ` ${old} ${old === 1 ? "was" : "were"} here already.`;
  return `${counted(isNew, "new answer")} brought in.${rest}`;
}
