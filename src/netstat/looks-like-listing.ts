/**
 * Whether a text is a pasted listing rather than a port, a service's name, an endpoint or a URL: what
 * the home page's one field asks at every key. It knows no dialect: the decoder is loaded once this says yes, and
 * finds out. Looks at the first few thousand characters only.
 */

const ENOUGH = 4000;

/** A tool of ours with arguments, behind a prompt or alone. */
const COMMAND =
  /^(?:.*[$#%>❯➜] ?)?(?:sudo )?(?:netstat|ss|lsof|sockstat|docker ps|route|Get-Net(?:TCPConnection|UDPEndpoint)) [-|\w/]/i;
/** The title or the columns of a table. */
const HEADING =
  /^(?:active |kernel |proto(?:col)?\s|netid\s|state\s+recv|recv-q\s|command\s+pid|user\s+command|localaddress\s|sl\s+local|container id\s|routing tables)/i;
/** An address and port joined in one of the tools' ways; a port alone is none. */
const ENDPOINT =
  /(?:^|\s)(?:\[?[0-9a-f:.]*[:.][0-9a-f:.%\w]*\]?|\*)[:.](?:\d{1,5}|\*|[a-z][\w-]*)(?:->|\s|$)/i;
const FEWEST_FIELDS = 3;

/** True for two lines or more, and for a single line that looks like a row, a heading or a command. */
export function looksLikeListing(text: string): boolean {
  const beginning = text.slice(0, ENOUGH).trim();
  if (beginning.includes("\n")) return true;
  if (COMMAND.test(beginning) || HEADING.test(beginning)) return true;
  return beginning.split(/\s+/).length >= FEWEST_FIELDS && ENDPOINT.test(beginning);
}
