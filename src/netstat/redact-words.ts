/**
 * Running text with the names and addresses in it replaced: what programs call themselves, and what stands
 * in lines beside the rows. Patterns say where a name must be one (behind an @, below /home); apart from
 * these, words are replaced that are hosts or users elsewhere in the same listing.
 */
import { parseAddress } from "#net/address";

/** How each kind of value is replaced. */
export interface Replacing {
  address(text: string): string;
  host(name: string): string;
  user(name: string): string;
  /** What a server wrote behind its name: perhaps a user. */
  served(word: string): string;
  /** The pseudonym of a word that is a host's or user's name in this listing; null for any other word. */
  known(word: string): string | null;
}

const USER_AT = /([\p{L}\p{N}_][\p{L}\p{N}_.$+-]{0,255})@([\p{L}\p{N}_][\p{L}\p{N}_.-]*)?/gu;
const UNIX_HOME = /((?:\/(?:home|Users|u)\/))([^/\s"',;:()]+)/g;
const WINDOWS_HOME = /((?:^|[A-Za-z]:|\\)\\?(?:Users|Documents and Settings)\\)([^\\/:*?"<>|]+)/g;
/** A registry's name has a dot or a port; one without is Docker Hub's user or team. */
const REGISTRY = /(?<![\w./-])[\w-]+(?:\.[\w-]+)+(?=(?::\d+)?\/)/g;
/** Control groups name services, sessions and containers. */
const CGROUP = /\bcgroup:\/\S*/g;
const SHARED_HOMES = new Set(["shared", "public", "default", "all users"]);
const MAC = /(?<![\da-f:])(?:[\da-f]{2}[:-]){5}[\da-f]{2}(?![\da-f:])/gi;
const IPV4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\d)/g;
const IPV6 = /(?<![\p{L}\p{N}_:])[\da-f]{0,4}:[\da-f:]{1,35}(?:\d{0,3}(?:\.\d{1,3}){3})?/giu;
const WORD = /[\p{L}\p{N}_](?:[\p{L}\p{N}_.$+-]*[\p{L}\p{N}_$])?/gu;
const PART = /[\p{L}\p{N}_]+/gu;

/** A documentation address of a network card (RFC 7042 §2.1.2). */
const NO_CARD = "00:00:5e:00:53:00";

/** The text with every name and address that can be told replaced. Replacing twice changes nothing more. */
export function redactedWords(text: string, by: Replacing): string {
  return text
    .replace(CGROUP, "cgroup:/…")
    .replace(USER_AT, (_, user: string, host: string | undefined) => {
      const shown = by.user(user);
      return host === undefined ? `${shown}@` : `${shown}@${hostAfter(host, by)}`;
    })
    .replace(UNIX_HOME, (_, path: string, user: string) => path + homeOf(user, by))
    .replace(WINDOWS_HOME, (_, path: string, user: string) => path + homeOf(user, by))
    .replace(MAC, NO_CARD)
    .replace(IPV6, (address) =>
      parseAddress(address).type === "error" ? address : by.address(address),
    )
    .replace(IPV4, (address) => by.address(address))
    .replace(WORD, (word) => by.known(word) ?? partsOf(word, by));
}

/** What docker ps prints beside a container's ports: the image's registry is a host, the command may be anything. */
export function redactedContainer(text: string, by: Replacing): string {
  const registry = text.replace(REGISTRY, (host: string) => by.host(host));
  return redactedWords(registry.replace(/"[^"]*"?/g, '"…"'), by);
}

const homeOf = (user: string, by: Replacing) =>
  SHARED_HOMES.has(user.toLowerCase()) ? user : by.user(user);

/** sshd names a terminal there: alice@pts/0. */
function hostAfter(host: string, by: Replacing): string {
  if (/^(?:pts|tty\w*|notty)$/.test(host)) return host;
  return /^[\d.]+$/.test(host) ? by.address(host) : by.host(host);
}

const partsOf = (word: string, by: Replacing) =>
  /[.$+-]/.test(word) ? word.replace(PART, (part) => by.known(part) ?? part) : word;

/** Servers whose titles name their own parts, never a user. */
const PLAIN_TITLES = new Set(["nginx", "php-fpm", "gunicorn", "unicorn", "puma", "haproxy"]);

/** Words that servers write behind their own name and that name nobody. */
const TITLE_WORDS = new Set(
  `master worker process listener priv net accepted unknown preauth startups of main server client manager
  monitor scheduler writer walwriter background checkpointer autovacuum launcher logical replication stats
  collector archiver startup idle active cache loader child parent pool helper supervisor agent in
  transaction`.split(/\s+/),
);

/**
 * A program's name as tools print it. Servers write behind it whom they serve ("sshd: alice [priv]",
 * "postgres: shop orders 198.51.100.7(50000)"): there, every word is replaced that is not known to be harmless.
 */
export function redactedProgram(name: string, by: Replacing): string {
  const title = /^([\w.-]+):(?=\s)/.exec(name);
  if (title === null || PLAIN_TITLES.has(title[1]!)) return redactedWords(name, by);
  const rest = redactedWords(name.slice(title[0].length), by).replace(WORD, (word) =>
    isHarmless(word) ? word : by.served(word),
  );
  return `${redactedWords(title[1]!, by)}:${rest}`;
}

function isHarmless(word: string): boolean {
  return (
    TITLE_WORDS.has(word.toLowerCase()) ||
    /^[\d.]+$/.test(word) ||
    /^(?:user|host)-\d+(?:\.example)?$/.test(word) ||
    /^(?:pts|tty\w*|notty)$/.test(word)
  );
}
