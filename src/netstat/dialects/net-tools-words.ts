/**
 * The words of net-tools in its languages: states and the beginnings of headings, as its catalogues have
 * them (po/*.po: Catalan, Czech, Estonian, French, Georgian, German, Japanese, Portuguese of Brazil,
 * Swedish), and as Ubuntu's language packs add them (Chinese, Italian, Russian, Spanish; those recorded). Most states stay English in most languages. A letter that was lost on the way (OUÇA as OUA) is told
 * by what is left of the word.
 */
import type { TcpState } from "#net/tcp-state";
import { stateOfWord } from "../state-words.ts";

const TRANSLATED: Readonly<Record<string, TcpState>> = {
  VERBUNDEN: "ESTABLISHED",

  SPOJENO: "ESTABLISHED",
  NASLOUCHÁ: "LISTEN",
  ZAVŘEN: "CLOSED",
  ZAVÍRÁ: "CLOSING",
  "POSLEDNÍ ACK": "LAST-ACK",

  ESTABELECIDA: "ESTABLISHED",
  OUÇA: "LISTEN",
  SYN_ENVIADO: "SYN-SENT",
  SYN_RECEBIDO: "SYN-RECEIVED",
  ESPERA_FIN1: "FIN-WAIT-1",
  ESPERA_FIN2: "FIN-WAIT-2",
  ESPERANDO_FECHAR: "CLOSE-WAIT",
  FECHANDO: "CLOSING",
  FECHAR: "CLOSED",
  ÚLTIMO_ACK: "LAST-ACK",

  ESTABLERT: "ESTABLISHED",
  ESCOLTA: "LISTEN",
  SYNSENT: "SYN-SENT",
  SYNRECV: "SYN-RECEIVED",
  FINWAIT1: "FIN-WAIT-1",
  FINWAIT2: "FIN-WAIT-2",
  CLOSEWAIT: "CLOSE-WAIT",
  LASTACK: "LAST-ACK",
  TEMPS: "TIME-WAIT",
  TANCAMENT: "CLOSING",
  TANCA: "CLOSED",

  ESTABLECIDO: "ESTABLISHED",
  ESCUCHAR: "LISTEN",

  ETABLERAD: "ESTABLISHED",
  LYSSNAR: "LISTEN",
  STÄNG_VÄNTA: "CLOSE-WAIT",
  STÄNGER: "CLOSING",
  STÄNG: "CLOSED",
};

/** The plain letters of a word: what is left when others are lost or garbled. */
const plainLetters = (word: string) => word.replaceAll(/[^A-Z0-9_]/g, "");

const BY_WORD = new Map(Object.entries(TRANSLATED));
const BY_PLAIN_LETTERS = new Map(
  Object.entries(TRANSLATED)
    .filter(([word]) => plainLetters(word) !== word)
    .map(([word, state]) => [plainLetters(word), state]),
);

/** Every word for a state, the longest first. */
const WORDS: readonly string[] = [
  ...BY_WORD.keys(),
  ..."ESTABLISHED SYN_SENT SYN_RECV FIN_WAIT1 FIN_WAIT2 TIME_WAIT CLOSE_WAIT LAST_ACK LISTEN CLOSING CLOSE".split(
    " ",
  ),
].toSorted((one, other) => other.length - one.length);

const LONGEST = 24;

/** The state of a word in any of the languages; null for a word that is none. */
export function stateOfTranslation(word: string | null): TcpState | null {
  const english = stateOfWord(word);
  if (english !== null || word === null || word.length > LONGEST) return english;
  return BY_WORD.get(word) ?? BY_PLAIN_LETTERS.get(plainLetters(word)) ?? null;
}

/**
 * How many characters of a field are a state, where the next column follows without a space, as older
 * versions print it after a long word: ESTABELECIDA1234/sshd. 0 where the field does not begin with one.
 */
export function gluedState(field: string): number {
  return WORDS.find((word) => field.startsWith(word))?.length ?? 0;
}

/** How the title begins in each language, in front of (servers and established). */
const TITLES: readonly string[] = [
  "Active Internet connections (",
  "Aktive Internetverbindungen (",
  "Aktivní Internetová spojení (",
  "Aktiivsed internetiühendused (",
  "Connexions Internet actives (",
  "Conexiones activas de Internet (",
  "Connessioni Internet attive (",
  "Активные соединения с интернетом (",
  "激活Internet连接 (",
  "Connexions actives d'Internet (",
  "Conexões Internet Ativas (",
  "Aktiva internetanslutningar (",
  "稼働中のインターネット接続 (",
  "ინტერნეტის აქტიური შეერთებები (",
];

/** What is in the brackets where macOS and the BSDs print the same title. */
const BSD_TITLE = /^Active Internet connections \(including servers\)$/;

const COLUMNS: readonly string[] = [
  "Proto Recv-Q Send-Q Local Address Foreign Address State",
  "Proto Přích-F Odch-F Místní Adresa Vzdálená Adresa Stav",
  "Proto VvJrk SaatJrk Kohalik aadress Väline aadress Olek",
  "Proto Recv-Q Send-Q Adresse locale Adresse distante Etat",
  "Proto Recv-Q Send-Q Endereço Local Endereço Remoto Estado",
  "Proto Recib Enviad Dirección local Dirección remota Estado",
  "Protocolo Recv-Q Send-Q Dirección Local Dirección Externa Estado",
  "Proto CodaRic CodaInv Indirizzo locale Indirizzo remoto Stato",
  "Proto Recv-Q Send-Q Adreça local Adreça exterior Estat",
  "Proto Recv-Q Send-Q Lokal adress Motpartsadress Tillstånd",
  "Proto 受信-Q 送信-Q 内部アドレス 外部アドレス 状態",
  "პროტო მიღ-Q გაგზ-Q ლოკალური მისამართი უცხო მისამართი მდგომარეობა",
];

const bare = (text: string) => text.replaceAll(/[^\x20-\x7e]/g, "");

/** The columns with their foreign letters lost, where enough is left to tell. */
const BARE_COLUMNS = COLUMNS.map(bare).filter((text) => text.length > 30);

/** The first words of the headings, in small letters. */
export const HEADING_WORDS: readonly string[] = [
  ...new Set([...TITLES, ...COLUMNS].map((text) => text.slice(0, text.indexOf(" ")).toLowerCase())),
  "pid/program",
  "state",
];

/** The end of the columns' names, on a line of its own where the window was narrow. */
const BROKEN_COLUMNS = /^(?:State )?PID\/Program name(?: Timer)?$/;

/** Whether the words are net-tools' title or names of columns, in any of its languages. */
export function isNetToolsHeading(words: string): boolean {
  if (BSD_TITLE.test(words)) return false;
  if (BROKEN_COLUMNS.test(words)) return true;
  if (startsWithAny(words, TITLES) || startsWithAny(words, COLUMNS)) return true;
  return startsWithAny(bare(words), BARE_COLUMNS);
}

const startsWithAny = (words: string, beginnings: readonly string[]) =>
  beginnings.some((beginning) => words.startsWith(beginning));
