/**
 * Some tools print no state at all: then a TCP socket that has a port and no peer seldom does anything but
 * listen. sockstat and docker ps are such; a word for a state that this reader does not know is another matter.
 */
import type { Row } from "./listing.ts";

export const waitsWithoutState = ({ entry, stateText }: Pick<Row, "entry" | "stateText">) =>
  entry.protocol === "tcp" &&
  entry.state === null &&
  stateText === null &&
  entry.peer === null &&
  (entry.local.port ?? entry.local.service) !== null;
