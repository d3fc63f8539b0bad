/**
 * What netstat of Windows says in its languages: headings, states, and the lines that -b prints where it
 * may not tell a socket's owner. Most languages translate the headings only; German translates the
 * states as well. A letter such as Ö may have arrived as another character or not at all, so headings are
 * told by the words for "address" in the right places, and ABHÖREN by its other letters.
 * Source: listings from Windows in these languages. LETZTE_BESTÄTIGUNG, SCHLIESSEND and GEBUNDEN
 * follow the other German words; no listing with them was at hand.
 */
import type { TcpState } from "#net/tcp-state";
import { stateOfWord } from "../state-words.ts";
import { HEADING_MARKS, unmarkedWords } from "./table-bars.ts";

/** The titles, in small letters. */
const TITLES = new Set([
  "active connections",
  "aktive verbindungen",
  "connexions actives",
  "conexiones activas",
  "conexões ativas",
  "conexoes ativas",
  "ligações activas",
  "ligações ativas",
  "connessioni attive",
  "активные подключения",
  "活动连接",
  "使用中連線",
  "作用中的連線",
  "アクティブな接続",
  "활성 연결",
  "actieve verbindingen",
  "aktywne połączenia",
  "aktivní připojení",
  "etkin bağlantılar",
  "aktif bağlantılar",
  "aktiva anslutningar",
]);

/** The title of netstat -x, which lists sockets of RDMA adapters. */
const NETWORK_DIRECT = "active networkdirect connections, listeners, sharedendpoints";

/** What the first column is called, in small letters. */
const PROTOCOL_WORDS = [
  "proto",
  "protocol",
  "protokoll",
  "protokół",
  "protocole",
  "protocolo",
  "protocollo",
  "имя",
  "协议",
  "協定",
  "プロトコル",
  "프로토콜",
] as const;

/** The word for an address, or its beginning: what follows may have lost its accents. */
const ADDRESS_WORD = /address|adres|direcci|endere|indirizz|адрес|地址|位址|アドレス|주소/gi;

/** The first words of all headings, in small letters. */
export const WINDOWS_HEADING_WORDS: readonly string[] = [
  ...new Set([...TITLES].map((title) => title.split(" ")[0]!)),
  ...PROTOCOL_WORDS,
  "mode",
  ...HEADING_MARKS,
];

/** The heading of a table of sockets, and that of RDMA sockets. */
export const SOCKETS = 1;
export const RDMA_SOCKETS = 2;

/** What a heading is followed by; 0 for a line that is none of Windows's headings. */
export function windowsHeading(words: string): number {
  const small = unmarkedWords(words).toLowerCase();
  if (TITLES.has(small)) return SOCKETS;
  if (
    small === NETWORK_DIRECT ||
    small.startsWith("mode ifindex type local address foreign address")
  )
    return RDMA_SOCKETS;
  const [first = "", second = "", third = ""] = small.split(" ", 3);
  if (!(PROTOCOL_WORDS as readonly string[]).includes(first)) return 0;
  // PowerShell gives the port a column of its own.
  if (small.includes("localport")) return 0;
  // net-tools has its queues there.
  if (`${second} ${third}`.search(ADDRESS_WORD) < 0) return 0;
  return (small.match(ADDRESS_WORD) ?? []).length >= 2 && !/\d/.test(small) ? SOCKETS : 0;
}

const GERMAN: ReadonlyMap<string, TcpState> = new Map([
  ["HERGESTELLT", "ESTABLISHED"],
  ["WARTEND", "TIME-WAIT"],
  ["SCHLIESSEN_WARTEN", "CLOSE-WAIT"],
  ["SYN_GESENDET", "SYN-SENT"],
  ["SYN_EMPFANGEN", "SYN-RECEIVED"],
  ["FIN_WARTEN_1", "FIN-WAIT-1"],
  ["FIN_WARTEN_2", "FIN-WAIT-2"],
  ["SCHLIESSEND", "CLOSING"],
  ["LETZTE_ACK", "LAST-ACK"],
  ["GESCHLOSSEN", "CLOSED"],
]);

/** In texts about listings rather than from Windows, but meant for its states. */
const WRITTEN: ReadonlyMap<string, TcpState> = new Map([
  ["ESCUCHANDO", "LISTEN"],
  ["ESTABLECIDO", "ESTABLISHED"],
  ["LUISTEREN", "LISTEN"],
]);

/** ABHÖREN and LETZTE_BESTÄTIGUNG, whatever became of the letter with dots. */
const LISTENS = /^ABH.{0,3}REN$/u;
const LAST_ACK = /^LETZTE_BEST.{0,3}TIGUNG$/u;

/** Null for a word that is no state's name in a language known here. */
export function windowsState(word: string | null): TcpState | null {
  if (word === null || word.length > 24) return null;
  // Windows prints CLOSED: CLOSE is what is left of a CLOSE_WAIT that was cut.
  if (word === "CLOSE") return null;
  const known = stateOfWord(word);
  if (known !== null) return known;
  const capital = word.toUpperCase();
  if (LISTENS.test(capital)) return "LISTEN";
  if (LAST_ACK.test(capital)) return "LAST-ACK";
  return GERMAN.get(capital) ?? WRITTEN.get(capital) ?? null;
}

/** BOUND (-q) in its languages: the port is taken, and nothing more. */
const BOUND = /^(?:bound|gebunden)$/i;

export const isKnownState = (word: string): boolean =>
  windowsState(word) !== null || BOUND.test(word) || word === "CLOSE" || word === "DELETE_TCB";

/** How the message begins that -b prints where it may not tell the owner. */
export const NO_OWNER =
  /^(?:Can ?not obtain ownership|Impossible d.obtenir les|Es konnten? keine |Die Besitz|No se puede obtener|Não (?:é|foi) possível obter|Impossibile ottenere|Не удается|无法获取|無法取得|所有者情報|所有権情報|소유권)/iu;
