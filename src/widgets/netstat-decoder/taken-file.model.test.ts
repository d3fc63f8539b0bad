import { expect, test } from "vitest";
import type { Form, Taking } from "./take-away.model.ts";
import { fileNameOf } from "./taken-file.model.ts";

const ALL: Taking = { redact: null, shown: null };

test.each<[Form, Taking, string]>([
  ["text", ALL, "sockets.txt"],
  ["csv", { redact: {}, shown: null }, "sockets-redacted.csv"],
  ["json", { redact: {}, shown: {} }, "sockets-shown-redacted.json"],
  ["markdown", { redact: null, shown: {} }, "sockets-shown.md"],
  ["windows-netstat", { redact: {}, shown: null }, "sockets-as-windows-netstat-redacted.txt"],
])("a file of the form %s says what it holds", (form, taking, name) => {
  expect(fileNameOf(form, taking)).toBe(name);
});
