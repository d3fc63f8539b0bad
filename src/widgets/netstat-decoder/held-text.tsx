import { useEffect, useState } from "react";
import { type HeldPreview, previewOf, sizeText } from "./held-text.model.ts";
import { readBytes } from "./read-bytes.ts";

/** So much of a file is read for its first lines. */
const BEGINNING = 4000;

/** In the field's place: how large the text is, and how it begins. */
export function HeldText({ id, source }: { id: string; source: string | File }) {
  const preview = usePreview(source);
  return (
    <div
      id={id}
      tabIndex={-1}
      className="mt-2 h-48 overflow-hidden rounded-box border-2 border-ink bg-panel px-4 py-3"
    >
      <p className="text-[1rem] leading-normal">
        <strong className="font-[650]">{preview.size}.</strong> That is much for a text field, so it
        is held here and read all the same. It begins:
      </p>
      <pre dir="ltr" className="mt-2 overflow-hidden text-[0.85rem] leading-relaxed text-soft">
        {preview.firstLines.join("\n")}
        {preview.moreLines && "\n…"}
      </pre>
    </div>
  );
}

function usePreview(source: string | File): HeldPreview {
  const [ofFile, setOfFile] = useState<{ file: File; preview: HeldPreview } | null>(null);
  useEffect(() => {
    if (typeof source === "string") return;
    let isWanted = true;
    source
      .slice(0, BEGINNING)
      .arrayBuffer()
      .then(
        (bytes) => {
          const preview = {
            ...previewOf(readBytes(new Uint8Array(bytes))),
            size: sizeText(source.size),
          };
          if (isWanted) setOfFile({ file: source, preview });
        },
        () => {
          // The worker reads the file too, and tells when it cannot be read.
        },
      );
    return () => {
      isWanted = false;
    };
  }, [source]);
  if (typeof source === "string") return previewOf(source);
  if (ofFile?.file === source) return ofFile.preview;
  return { size: sizeText(source.size), firstLines: [], moreLines: true };
}
