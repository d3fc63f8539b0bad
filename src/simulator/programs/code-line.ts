/** The line of a program that makes a call, in each language, for a call of a file as well as for one made by hand. */
import type { NamedCall } from "../file-calls.ts";
import { cLine } from "./c-line.ts";
import type { CodeContext, CodeLanguage, CodeLine } from "./code-context.ts";
import { nodeLine } from "./node-line.ts";
import { pythonLine } from "./python-line.ts";

/** `context` is that of the lines before: NEW_PROGRAM, then contextAfter() each call. */
export function codeLine(language: CodeLanguage, call: NamedCall, context: CodeContext): CodeLine {
  switch (language) {
    case "python":
    case "c": {
      const { text, note } = (language === "c" ? cLine : pythonLine)(call, context);
      return { text, note };
    }
    case "node": {
      const { kind, text, note, inside } = nodeLine(call, context);
      return { text: kind === "opens" ? `${text} ${inside ?? "/* then */"} });` : text, note };
    }
  }
}
