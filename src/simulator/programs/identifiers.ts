/**
 * A file's names as identifiers. What is no letter, digit or underscore becomes an underscore; a word that means
 * something already gets one behind it; of two names that become the same, the later has a number.
 */
import type { CodeContext, CodeLanguage } from "./code-context.ts";

/** Words of the languages, what the lines import, and the variables that they need besides. */
const TAKEN: Readonly<Record<CodeLanguage, ReadonlySet<string>>> = {
  python: new Set(
    `False None True and as assert async await break class continue def del elif else except finally for from global
    if import in is lambda nonlocal not or pass raise return try while with yield match case print
    errno os socket struct sys threading time address connection data peer value
    call pause start ANY ANY6 A B`.split(/\s+/),
  ),
  c: new Set(
    `auto break case char const continue default do double else enum extern float for goto if inline int long register
    restrict return short signed sizeof static struct switch typedef union unsigned void volatile while asm typeof
    linux unix errno main at at6 data peer value linger_value socket bind listen accept connect send recv sendto recvfrom
    shutdown close getsockname getpeername setsockopt getsockopt fcntl fork exit _exit memset htons inet_pton
    read write open pipe dup select poll signal`.split(/\s+/),
  ),
  node: new Set(
    `arguments await break case catch class const continue debugger default delete do else enum eval export extends
    false finally for function if implements import in instanceof interface let new null package private protected
    public return static super switch this throw true try typeof undefined var void while with yield
    console data dgram from net process fork Buffer`.split(/\s+/),
  ),
};

/** The identifier of a name as it stands; of one that nothing was given to yet, the one it would get. */
export function identifier(language: CodeLanguage, name: string, { names }: CodeContext): string {
  const plain = sanitised(language, name);
  const rivals = [...new Set(names)].filter((other) => sanitised(language, other) === plain);
  const place = rivals.indexOf(name);
  const number = (place === -1 ? rivals.length : place) + 1;
  return number === 1 ? plain : `${plain}_${number}`;
}

export function isDeclared(name: string, { names }: CodeContext): boolean {
  return names.includes(name);
}

function sanitised(language: CodeLanguage, name: string): string {
  const letters = name.replaceAll(/[^A-Za-z0-9_]/g, "_");
  const begun = /^[A-Za-z]/.test(letters) ? letters : `s${letters}`;
  return TAKEN[language].has(begun) ? `${begun}_` : begun;
}
