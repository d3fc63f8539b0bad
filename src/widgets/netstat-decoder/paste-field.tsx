import {
  type ClipboardEvent,
  type DragEvent,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from "react";
import type { Sample } from "#curriculum/captures";
import type { ProofListing } from "#learning/proof-listings";
import { Button } from "#ui/button";
import { HeldText } from "./held-text.tsx";
import { LARGEST_FILE, LONGEST_TYPED, mustBeHeld, sizeText } from "./held-text.model.ts";
import { readBytes } from "./read-bytes.ts";

export interface PastedText {
  /** "" where a large file was chosen. */
  readonly text: string;
  /** A large file, which is read in the worker and never held here. */
  readonly file?: File;
  /** Null when it was typed or pasted. */
  readonly origin:
    | { readonly kind: "file"; readonly name: string }
    | { readonly kind: "sample"; readonly sample: Sample }
    | { readonly kind: "link" }
    | { readonly kind: "shown"; readonly listing: ProofListing }
    | null;
}

interface PasteFieldProps {
  readonly label?: string;
  /** Completes "Text file with …". */
  readonly fileLabel?: string;
  readonly value: PastedText;
  readonly onChange: (value: PastedText) => void;
}

/** The field for a listing. A large text is held beside the field, not put into it. */
export function PasteField({
  label = "Your listing",
  fileLabel = "a listing",
  value,
  onChange,
}: PasteFieldProps) {
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);

  const take = (text: string, fileName?: string) => {
    setTrouble(null);
    onChange({ text, origin: fileName === undefined ? null : { kind: "file", name: fileName } });
  };

  // The button goes with the text, so the focus goes back to the field, once it is there again.
  const cleared = useRef(false);
  const clear = () => {
    cleared.current = true;
    take("");
  };
  useEffect(() => {
    if (!cleared.current) return;
    cleared.current = false;
    field.current?.focus();
  });

  // What was pasted into the prerendered page before its script came is in the field alone.
  const takeEarlyText = useEffectEvent(() => {
    const early = field.current?.value ?? "";
    if (early !== "" && early !== value.text) take(early);
  });
  useEffect(() => takeEarlyText(), []);

  const takeFile = async (chosen: File) => {
    if (chosen.size > LARGEST_FILE) {
      setTrouble(
        `${chosen.name} has ${sizeText(chosen.size)}, more than this page can read at once (${sizeText(LARGEST_FILE)}). A part of it will do: copy the rows that matter.`,
      );
      return;
    }
    setTrouble(null);
    const origin = { kind: "file", name: chosen.name } as const;
    try {
      if (chosen.size > LONGEST_TYPED) onChange({ text: "", file: chosen, origin });
      else take(readBytes(new Uint8Array(await chosen.arrayBuffer())), chosen.name);
    } catch {
      setTrouble(
        `The browser could not read ${chosen.name}. Open the file, copy its text and paste it here.`,
      );
    }
  };

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData("text/plain");
    const { selectionStart, selectionEnd } = event.currentTarget;
    const { length } = value.text;
    if (length - (selectionEnd - selectionStart) + pasted.length <= LONGEST_TYPED) return;
    event.preventDefault();
    take(value.text.slice(0, selectionStart) + pasted + value.text.slice(selectionEnd));
  };

  const onDrop = (event: DragEvent) => {
    setIsOver(false);
    const dropped = event.dataTransfer.files[0];
    const text = event.dataTransfer.getData("text/plain");
    if (dropped === undefined && !mustBeHeld(text)) return;
    event.preventDefault();
    if (dropped === undefined) take(text);
    else void takeFile(dropped);
  };

  const held = value.file ?? (mustBeHeld(value.text) ? value.text : null);
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <label htmlFor={id} className="font-[650]">
          {label}
        </label>
        {value.origin !== null && (
          <span className="text-[0.95rem] text-soft">{originText(value.origin)}</span>
        )}
      </div>
      {held !== null ? (
        <HeldText id={id} source={held} />
      ) : (
        <textarea
          ref={field}
          id={id}
          value={value.text}
          onChange={(event) => take(event.target.value)}
          onPaste={onPaste}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          aria-describedby={`${id}-note`}
          className={`mt-2 block h-48 w-full resize-y rounded-box border-2 bg-paper px-4 py-3 font-mono text-[0.9rem] leading-relaxed ${isOver ? "border-accent" : "border-ink"}`}
        />
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button look="quiet" onClick={() => file.current?.click()} className="px-3 text-[0.95rem]">
          Choose a text file
        </Button>
        {(value.text !== "" || value.file !== undefined) && (
          <Button look="quiet" onClick={clear} className="px-3 text-[0.95rem]">
            Clear
          </Button>
        )}
        <input
          ref={file}
          type="file"
          hidden
          aria-label={`Text file with ${fileLabel}`}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            // Else the same file could not be chosen again.
            event.target.value = "";
            if (chosen !== undefined) void takeFile(chosen);
          }}
        />
        <p id={`${id}-note`} className="text-[0.95rem] leading-normal text-soft">
          What you paste stays on this page.
        </p>
      </div>
      <p role="alert" className="text-[1rem] leading-normal">
        {trouble !== null && (
          <span className="mt-2 block border-l-4 border-opening pl-3">{trouble}</span>
        )}
      </p>
    </div>
  );
}

function originText(origin: NonNullable<PastedText["origin"]>): string {
  switch (origin.kind) {
    case "file":
      return origin.name;
    case "sample":
      return `Sample: ${origin.sample.origin}`;
    case "link":
      return "From a link";
    case "shown":
      return "Recorded on Linux";
  }
}
