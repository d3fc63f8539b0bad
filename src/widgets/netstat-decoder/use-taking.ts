import { useState } from "react";
import type { ListingView } from "./listing-view.ts";
import { saveFile, toClipboard } from "#ui/out-of-page";
import type { Form, Taking } from "./take-away.model.ts";
import { fileNameOf } from "./taken-file.model.ts";

/** Copies and saves the listing, and says in `said` what came of it. */
export function useTaking(view: ListingView, taking: Taking) {
  const [said, setSaid] = useState("");
  const copy = async (form: Form) => {
    setSaid("");
    let isTooLong = false;
    const text = view.ask("textToCopy", form, taking).then((made) => {
      isTooLong = made === null;
      if (made === null) throw new Error("Too long for the clipboard.");
      return made;
    });
    // Where there is no clipboard at all, nobody else waits for it.
    text.catch(() => {});
    try {
      await toClipboard(text);
      setSaid(taking.redact === null ? "Copied, not redacted." : "Copied, redacted.");
    } catch {
      setSaid(
        isTooLong
          ? "It is too long for the clipboard. Save it as a file."
          : "The browser did not allow it. Save it as a file.",
      );
    }
  };
  const save = async (form: Form) => {
    setSaid("The file is being made.");
    const name = fileNameOf(form, taking);
    try {
      saveFile(await view.ask("file", form, taking), name);
      setSaid(`Saved as ${name}.`);
    } catch {
      setSaid("The file could not be made.");
    }
  };
  return {
    said,
    copy: (form: Form) => void copy(form),
    save: (form: Form) => void save(form),
  };
}
