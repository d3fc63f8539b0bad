import { saveFile } from "./out-of-page.tsx";

/** Texts that were kept and could not be read, to be saved as a file of that name. */
export function SetAside({ texts, file }: { texts: readonly string[]; file: string }) {
  if (texts.length === 0) return null;
  return (
    <p className="mt-2 max-w-prose text-soft">
      Something that was kept could not be read. It is set aside.{" "}
      <button
        type="button"
        className="min-h-6 underline hover:text-accent"
        onClick={() => saveFile(new Blob([texts.join("\n")], { type: "text/plain" }), file)}
      >
        Save it as a file
      </button>
    </p>
  );
}
