/**
 * Tables that list no sockets of a port: what netstat prints under other flags (routes, interfaces,
 * statistics, groups) and other tools beside it. Each is named as what it is, so that a pasted route table
 * gets a helpful answer rather than silence. Titles are known in the languages Windows and net-tools
 * speak; Windows's are those of its own translations.
 */
import { COLON, HYPHEN } from "./character-codes.ts";
import type { LineFields } from "./line-fields.ts";

/** A kind of such a table. Its lines follow its title. */
export type Section =
  | "routes"
  | "interfaces"
  | "multicast"
  | "statistics"
  | "usage"
  | "unix"
  | "kernel";

/** netstat -s prints each protocol's name above its counters. */
const PROTOCOL_TITLES =
  "Ip Icmp IcmpMsg Tcp Udp UdpLite TcpExt IpExt MPTcpExt Ip6 Icmp6 Udp6 UdpLite6 Sctp tcp udp ip ip6 icmp icmp6 igmp arp ipsec ah esp ipcomp pfkey pfsync carp sctp mptcp divert rip6 kctl kevt etherip gre ipencap pim".split(
    " ",
  );

/** How such tables begin. A phrase with "$" at its end is the whole line, one with "0" there goes on with a digit. */
const OPENERS: Readonly<Record<Section, readonly string[]>> = {
  routes: [
    "Kernel IP routing table",
    "Kernel IPv6 routing table",
    "Kernel IP routing cache",
    "Kernel-IP-Routentabelle",
    "Kernel-IPv6-Routentabelle",
    "Table de routage IP du noyau",
    "Tabla de rutas IP del núcleo",
    "Tabela de Roteamento IP do Kernel",
    "カーネルIP経路テーブル",
    "内核 IP 路由表",
    "Таблица маршрутизации ядра",
    "Routing tables",
    "Routing Table: ",
    "Route Tree for Protocol Family",
    "Internet:$",
    "Internet6:$",
    "IPv4 Route Table",
    "IPv6 Route Table",
    "IPv4-Routentabelle",
    "IPv6-Routentabelle",
    "IPv4 Table de routage",
    "IPv6 Table de routage",
    "IPv4 Tabla de enrutamiento",
    "IPv6 Tabla de enrutamiento",
    "Tabela de rotas IPv4",
    "Tabela de rotas IPv6",
    "IPv4 Tabella route",
    "IPv6 Tabella route",
    "IPv4 таблица маршрута",
    "IPv6 таблица маршрута",
    "IPv4 路由表",
    "IPv6 路由表",
    "IPv4 ルート テーブル",
    "IPv6 ルート テーブル",
    "Interface List$",
    "Schnittstellenliste$",
    "Liste d'Interfaces$",
    "Lista de interfaces$",
    "ILista de interfaces$",
    "Elenco interfacce$",
    "Список интерфейсов$",
    "接口列表$",
    "インターフェイス一覧$",
    "Active Routes:",
    "Aktive Routen:",
    "Itinéraires actifs",
    "Rutas activas:",
    "Rotas ativas:",
    "Route attive:",
    "Активные маршруты:",
    "活动路由:",
    "アクティブ ルート:",
    "Persistent Routes:",
    "Ständige Routen:",
    "Itinéraires persistants",
    "Rutas persistentes:",
    "Rotas persistentes:",
    "Route permanenti:",
    "Постоянные маршруты:",
    "永久路由:",
    "固定ルート:",
    "Destination Gateway",
    "Destination/Mask Gateway",
    "Destination Next Hop",
    "Network Destination Netmask",
    "Iface Destination Gateway",
    "default via ",
  ],
  interfaces: [
    "Kernel Interface table",
    "Kernel-Schnittstellentabelle",
    "Table d'interfaces noyau",
    "Tabla de la interfaz del núcleo",
    "Tabela de Interfaces do Kernel",
    "Iface MTU ",
    "Name Mtu Net",
    "Inter-| Receive",
    "Windows IP Configuration$",
    "Windows-IP-Konfiguration$",
    "Configuration IP de Windows$",
    "Configuración IP de Windows$",
    "Configuração de IP do Windows$",
    "Configurazione IP di Windows$",
    "Настройка протокола IP для Windows$",
    "Windows IP 配置$",
    "Windows IP 構成$",
  ],
  multicast: [
    "IPv6/IPv4 ",
    "Interface RefCnt Group",
    "Link-layer Multicast ",
    "IPv4 Multicast ",
    "IPv6 Multicast ",
    "IPv4 Virtual Interface Table",
    "Group Memberships: ",
    "Idx Device : Count Querier",
  ],
  statistics: [
    ...PROTOCOL_TITLES.map((protocol) => `${protocol}:$`),
    "Total: 0",
    "Transport Total ",
    "protocol size sockets memory ",
    "sockets: used 0",
    "streams allocation:$",
  ],
  usage: [
    "usage: ",
    "Usage: ",
    "Benutzung: ",
    "Aufruf: ",
    "utilisation : ",
    "BusyBox v0",
    "lsof 0",
    "latest revision: ",
    "NETSTAT [-",
    "netstat [-",
    "ss [",
    "Displays active TCP connections",
    "Displays protocol statistics and current TCP",
    "Zeigt Protokollstatistiken und aktuelle",
    "Affiche les statistiques de protocole",
    "Muestra estadísticas del protocolo",
    "Muestra las estadísticas del protocolo",
    "Exibe estatísticas de protocolo",
    "Exibe as estatísticas de protocolo",
    "Visualizza statistiche relative ai protocolli",
    "Отображение статистики протокола",
    "显示协议统计信息和当前",
    "プロトコルの統計と現在の",
  ],
  unix: ["Active LOCAL (UNIX) domain sockets", "Active UNIX domain sockets"],
  kernel: [
    "Active Multipath Internet connections",
    "Registered kernel control modules",
    "Active kernel event sockets",
    "Active kernel control sockets",
    "Active VSock sockets",
    "Active Netgraph sockets",
    "Netgraph sockets",
    "Active Bluetooth ",
    "sk Eth Pid Groups",
    "sk RefCnt Type Proto",
  ],
};

interface Opener {
  readonly section: Section;
  readonly phrase: string;
  readonly goesOnWith: "anything" | "nothing" | "digit";
}

/** By the first word, so that a line is held against few phrases or none. */
const BY_FIRST_WORD = new Map<string, Opener[]>();
for (const section of Object.keys(OPENERS) as Section[]) {
  for (const written of OPENERS[section]) {
    const last = written.at(-1);
    const goesOnWith = last === "$" ? "nothing" : last === "0" ? "digit" : "anything";
    const phrase = goesOnWith === "anything" ? written : written.slice(0, -1);
    const [first = ""] = phrase.split(" ");
    const known = BY_FIRST_WORD.get(first);
    if (known === undefined) BY_FIRST_WORD.set(first, [{ section, phrase, goesOnWith }]);
    else known.push({ section, phrase, goesOnWith });
  }
}

const LONGEST_FIRST_WORD = Math.max(...[...BY_FIRST_WORD.keys()].map((word) => word.length));

/** Lines that tell by their shape what they are, wherever they stand. */
const SHAPES: readonly (readonly [Section, RegExp])[] = [
  // ip route; and the rule that Windows's route print draws.
  [
    "routes",
    /^(?:(?:default|unreachable|blackhole|prohibit|broadcast|local|throw|anycast|multicast) )?(?:[\d.]+|[\da-f]*:[\da-f:]*)(?:\/\d+)? (?:via \S+ )?dev \S+(?: |$)|^(?:default|unreachable default) dev \S+|^={70,}$/,
  ],
  // ip addr, ifconfig of every system, ipconfig.
  [
    "interfaces",
    /^(?:\d+: \S+: <[A-Z_,-]*> mtu \d|\S+: flags=[\da-f]+<|\S+ Link encap:)|(?: \.){3,} ?:/,
  ],
  [
    "statistics",
    /^(?:(?:Ip|Icmp|IcmpMsg|Tcp|Udp|UdpLite|TcpExt|IpExt|MPTcpExt): [A-Z]\w+ |(?:TCP|UDP|UDPLITE|RAW|FRAG)6?: inuse \d|(?:RAWIP|UDP|TCP|IPv[46]|ICMPv[46]|IGMP|SCTP) [a-z]\w+ *= *\d|\d+(?:\/\d+)* mbufs? )/,
  ],
  // An option explained: -a, --all; or -y 顯示 as in a part of Windows's help.
  [
    "usage",
    /^-\w, --[a-z]|^-[a-z](?: \w+)? (?:Displays |Zeigt |Affiche |Muestra |Exibe |Visualizza |Отображ|显示|顯示)/,
  ],
];

/** IPv4 Statistics, TCP-Statistik für IPv4, Estadísticas de UDP para IPv6, IPv4 的 TCP 统计信息. */
const STATISTICS_WORD = /statisti|estad[ií]sti|estat[ií]sti|статистик|统计|統計|통계/i;
const STATISTICS_OF =
  /^(?=.{0,20}(?:IPv[46]|ICMPv[46]|TCP|UDP|interfa|Schnittstellen|интерфейс|接口|インターフェイス))\D*(?:v[46]\D*){0,2}$/i;
const LONGEST_STATISTICS = 50;

export function sectionOf(line: LineFields, words: string): Section | null {
  const openers =
    line.lengthOf(0) > LONGEST_FIRST_WORD ? undefined : BY_FIRST_WORD.get(line.textOf(0));
  const opened = openers?.find((opener) => opens(opener, words));
  if (opened !== undefined) return opened.section;
  if (
    words.length <= LONGEST_STATISTICS &&
    STATISTICS_WORD.test(words) &&
    STATISTICS_OF.test(words)
  )
    return "statistics";
  return mayHaveShape(line, words)
    ? (SHAPES.find(([, shape]) => shape.test(words))?.[0] ?? null)
    : null;
}

const EQUALS = 61;

/** What one of the shapes has: patterns are slow beside it, and most lines have none. */
function mayHaveShape(line: LineFields, words: string): boolean {
  return (
    words.charCodeAt(line.lengthOf(0) - 1) === COLON ||
    words.charCodeAt(0) === EQUALS ||
    words.charCodeAt(0) === HYPHEN ||
    words.includes("=") ||
    words.includes(" dev ") ||
    words.includes(" encap:") ||
    words.includes(" mbuf") ||
    words.includes(" . .")
  );
}

function opens({ phrase, goesOnWith }: Opener, words: string): boolean {
  if (!words.startsWith(phrase)) return false;
  switch (goesOnWith) {
    case "anything":
      return true;
    case "nothing":
      return words.length === phrase.length;
    case "digit":
      return /\d/.test(words.charAt(phrase.length));
  }
}

/** Whether a line can belong to the section that was opened above it. A help text ends at a prompt or a table. */
export function continues(section: Section, line: LineFields, words: string): boolean {
  const isIndented = line.startOf(0) > line.start;
  switch (section) {
    case "routes":
    case "interfaces":
    case "multicast":
    case "usage":
    case "kernel":
      return true;
    case "unix":
      return UNIX_ROW.test(words);
    case "statistics":
      return isIndented || /\d|:$/.test(words);
  }
}

/** The columns' names; a row that begins with a kernel address; AIX's second line of a row, which is one alone. */
const UNIX_ROW =
  /^(?:(?:Address|SADR\/PCB) (?:Type|Flags) |(?:0x)?[\da-f]+ (?:stream|dgram|seqpac|raw|rdm|tickets)|(?:0x)?[\da-f]{6,16}$)/;

/** A blank line ends tables; statistics and help texts have blank lines inside. */
export function endsAtBlank(section: Section): boolean {
  return section !== "statistics" && section !== "usage";
}
