/** The text of the files that were named, or of the standard input. */
import { readFile } from "node:fs/promises";
import { type DecodeAs, textOfBytes } from "#netstat/text-of-bytes";

export type InputText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "failed"; readonly message: string };

/** "-" is the standard input. Several files are one text, each beginning on a new line. */
export async function inputText(files: readonly string[]): Promise<InputText> {
  let text = "";
  for (const file of files) {
    const read = await textOf(file);
    if (read.kind === "failed") return read;
    text += (text === "" || text.endsWith("\n") ? "" : "\n") + read.text;
  }
  return { kind: "text", text };
}

async function textOf(file: string): Promise<InputText> {
  try {
    const bytes = file === "-" ? await standardInput() : await readFile(file);
    return { kind: "text", text: textOfBytes(bytes, decodeAs) };
  } catch (error) {
    const name = file === "-" ? "The standard input" : file;
    return { kind: "failed", message: `${name} cannot be read: ${reasonOf(error)}.` };
  }
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

const decodeAs: DecodeAs = (label, bytes, strict) => {
  try {
    return new TextDecoder(label, { fatal: strict }).decode(bytes);
  } catch (error) {
    // Malformed, or a label this build of Node does not know. Too long a text is another matter.
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case "ENOENT":
      return "there is no such file";
    case "EACCES":
      return "reading it is not allowed";
    case "EISDIR":
      return "it is a folder";
    case "ERR_STRING_TOO_LONG":
    case "ERR_FS_FILE_TOO_LARGE":
      return "it is too large to be read at once";
    default:
      return message;
  }
}
