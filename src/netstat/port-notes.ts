/** What a listing does not say about a port, drawn from what it shows and what it leaves out. */
import { counted } from "./counted.ts";
import { ROLES } from "./explanation.ts";
import { isUnderstood } from "./line-fate.ts";
import type { RowIndex } from "./row-index.ts";

const LISTENER = ROLES.indexOf("listener");

/** Sentences; `isMissing` says that no row has the port on this side. */
export function notesFor(index: RowIndex, port: string, isMissing: boolean): readonly string[] {
  const notes: string[] = [];
  const unread = unreadLines(index);
  if (unread > 0) {
    notes.push(
      `${counted(unread, "line was", "lines were")} not understood: the port may stand there.`,
    );
  }
  if (index.portNames.texts.length > 0 && /^\d+$/.test(port)) {
    notes.push(
      `Some ports were printed as names (${index.portNames.texts.slice(0, 3).join(", ")}): ${port} may be among them. With -n the tool prints numbers.`,
    );
  }
  if (!isMissing) return [...notes, ...ownerNotes(index)];
  if (index.rowCount === 0) return notes;
  if (!hasListeners(index)) {
    notes.push(
      "The listing has no listeners at all: perhaps it was asked for connections only. Add -a, or -l (netstat -ano, ss -tulpn).",
    );
  }
  const { texts } = index.protocolNames;
  if (!texts.includes("udp")) notes.push("It has no UDP rows: a UDP socket may hold the port.");
  if (!texts.includes("tcp")) notes.push("It has no TCP rows: a TCP socket may hold the port.");
  if (index.listing.blocks.some(({ dialect }) => dialect.startsWith("lsof"))) {
    notes.push("Without sudo lsof lists only your own programs' sockets.");
  }
  if (index.listing.blocks.some(({ os }) => os === "Linux")) {
    notes.push(
      "On Linux a port that a program has bound, and neither listens on nor connects from, is in no listing of ss or netstat.",
    );
  }
  notes.push(
    "A container, a virtual machine and a network namespace have ports of their own, and this listing shows those of one of them.",
  );
  return notes;
}

const NAMES_OWNERS: Readonly<Record<string, string>> = {
  Linux: "sudo ss -tulpn",
  Windows: "netstat -ano",
  macOS: "sudo lsof -nP -i",
  FreeBSD: "sockstat -46",
  OpenBSD: "fstat",
};

/** The commands that name owners on the listing's systems; the three that most people have, where none is known. */
function ownerCommands({ listing }: RowIndex): string {
  const known = [...new Set(listing.blocks.flatMap(({ os }) => NAMES_OWNERS[os ?? ""] ?? []))];
  const { Linux, Windows, macOS } = NAMES_OWNERS;
  return (known.length > 0 ? known : [Linux, Windows, macOS]).join(", ");
}

function ownerNotes(index: RowIndex): readonly string[] {
  const { programs, rowCount } = index;
  const isNamed = programs.subarray(0, rowCount).some((program) => program >= 0);
  return isNamed
    ? []
    : [
        `The listing names no programs. With the right flag and enough rights a tool does: ${ownerCommands(index)}.`,
      ];
}

function hasListeners({ roles, rowCount }: RowIndex): boolean {
  return roles.subarray(0, rowCount).includes(LISTENER);
}

function unreadLines({ listing }: RowIndex): number {
  let unread = 0;
  for (let n = 1; n <= listing.lineCount; n += 1) {
    const fate = listing.fate(n);
    if (fate.kind !== "blank" && !isUnderstood(fate)) unread += 1;
  }
  return unread;
}
