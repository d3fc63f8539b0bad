/**
 * The text of a file, when nobody says how it is encoded. A byte-order mark tells; zero bytes tell UTF-16;
 * what is valid UTF-8 is UTF-8. Else it is what a Windows console wrote in its old code page, and a small
 * score picks it: letters that stand as words do, and the headings netstat prints in each language.
 * CP850 where nothing tells. Kept simple: central European pages (CP852) are not known, and a text
 * without a known word may be taken for a neighbouring page. Its rows are ASCII and read right in any.
 */

/** As in the Encoding Standard. */
export type EncodingLabel =
  | "utf-8"
  | "utf-16le"
  | "utf-16be"
  | "ibm866"
  | "windows-1251"
  | "windows-1252"
  | "gbk"
  | "shift_jis"
  | "big5"
  | "euc-kr";

/** The bytes as text, without a byte-order mark; null where they are malformed and `strict` is asked for. */
export type DecodeAs = (label: EncodingLabel, bytes: Uint8Array, strict: boolean) => string | null;

/** Never throws, if `decodeAs` does not. Linear in the bytes. */
export function textOfBytes(bytes: Uint8Array, decodeAs: DecodeAs): string {
  const wide = utf16Of(bytes);
  if (wide !== null) return decodeAs(wide, bytes, false) ?? "";
  const text = decodeAs("utf-8", bytes, true);
  if (text !== null) return text;
  const page = isMostlyUtf8(bytes) ? "utf-8" : pageOf(sampleOf(bytes), decodeAs);
  return page === "cp850"
    ? textOfCp850(bytes)
    : (decodeAs(page, bytes, false) ?? textOfCp850(bytes));
}

/** How many bytes are looked at where a look must do. */
const SAMPLE = 8192;

function utf16Of(bytes: Uint8Array): EncodingLabel | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const end = Math.min(bytes.length, SAMPLE);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < end; at += 1) {
    if (bytes[at] === 0) {
      if (at % 2 === 0) even += 1;
      else odd += 1;
    }
  }
  // A third of the characters are ASCII in any listing, whatever its language.
  if (odd * 6 > end && even * 20 < end) return "utf-16le";
  return even * 6 > end && odd * 20 < end ? "utf-16be" : null;
}

/** UTF-8 that was cut inside a character, or has a broken byte or two. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    const follow = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    let isWhole = byte >= 0xc2 && byte < 0xf5;
    if (isWhole && at + follow >= bytes.length) break;
    for (let next = 1; isWhole && next <= follow; next += 1) {
      isWhole = ((bytes[at + next] ?? 0) & 0xc0) === 0x80;
    }
    if (isWhole) {
      whole += 1;
      at += follow;
    } else broken += 1;
  }
  return whole > broken * 4;
}

/** Lines that have more than ASCII, up to a few thousand bytes. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample: number[] = [];
  let start = 0;
  while (start < bytes.length && sample.length < SAMPLE) {
    const newLine = bytes.indexOf(10, start);
    const end = newLine < 0 ? bytes.length : newLine + 1;
    const line = bytes.subarray(start, Math.min(end, start + SAMPLE));
    if (line.some((byte) => byte >= 0x80)) sample.push(...line);
    start = end;
  }
  return Uint8Array.from(sample);
}

type Page = "cp850" | EncodingLabel;

interface Candidate {
  readonly page: Page;
  /** Headings of netstat that are not ASCII alone. */
  readonly words: readonly string[];
  readonly needsWord: boolean;
  scoreOf(code: number, before: number, after: number): number;
}

const isBetween = (code: number, from: number, to: number) => code >= from && code <= to;
const isAsciiLetter = (code: number) => isBetween(code | 32, 97, 122);
const isCyrillic = (code: number) =>
  isBetween(code, 0x410, 0x44f) || code === 0x401 || code === 0x451;
const isHan = (code: number) => isBetween(code, 0x4e00, 0x9fff);
const isKana = (code: number) => isBetween(code, 0x3040, 0x30ff);
const isHangul = (code: number) => isBetween(code, 0xac00, 0xd7a3);

const WESTERN = new Set(
  [..."äöüßÄÖÜéèêëàâçôûùîïÉÈÀÊÇñóíáúÑÓÍÁÚõãÕÃåøæÅØÆ¿¡ºª«»°’"].map((letter) => letter.charCodeAt(0)),
);
const WESTERN_CAPITALS = new Set([..."ÄÖÜÉÈÀÊÇÑÓÍÁÚÕÃÅØÆ"].map((letter) => letter.charCodeAt(0)));

/** An accented letter stands among ASCII letters; a capital never after a small one. */
function scoreWestern(code: number, before: number, after: number): number {
  if (!WESTERN.has(code)) return -2;
  if (WESTERN_CAPITALS.has(code) && isBetween(before, 97, 122)) return -2;
  return isAsciiLetter(before) || isAsciiLetter(after) ? 2 : 0;
}

/** Russian words are Cyrillic throughout, and have capitals at their start alone or throughout. */
function scoreCyrillic(code: number, before: number, after: number): number {
  if (!isCyrillic(code) || isAsciiLetter(before) || isAsciiLetter(after)) return -3;
  const isCapital = code < 0x430;
  if (isCapital && isBetween(before, 0x430, 0x44f)) return -3;
  return isCyrillic(before) || isCyrillic(after) ? 2 : 0;
}

const scoreChinese = (code: number) => (isHan(code) ? 2 : isWidePunctuation(code) ? 0 : -3);
const scoreJapanese = (code: number) =>
  isKana(code) ? 3 : isHan(code) ? 2 : isWidePunctuation(code) ? 0 : -3;
const scoreKorean = (code: number) => (isHangul(code) ? 3 : -3);
const isWidePunctuation = (code: number) => isBetween(code, 0x3000, 0x303f) || code >= 0xff00;

/** In the order they are taken when scores are equal. */
const CANDIDATES: readonly Candidate[] = [
  {
    page: "cp850",
    words: ["ABHÖREN", "Dirección", "Endereço", "Conexões", "État", "Conexión"],
    needsWord: false,
    scoreOf: scoreWestern,
  },
  {
    page: "windows-1252",
    words: ["ABHÖREN", "Dirección", "Endereço", "Conexões", "État", "Conexión"],
    needsWord: false,
    scoreOf: scoreWestern,
  },
  {
    page: "ibm866",
    words: ["Активные", "Локальный", "Внешний", "Состояние"],
    needsWord: false,
    scoreOf: scoreCyrillic,
  },
  {
    page: "windows-1251",
    words: ["Активные", "Локальный", "Внешний", "Состояние"],
    needsWord: false,
    scoreOf: scoreCyrillic,
  },
  {
    page: "gbk",
    words: ["活动连接", "协议", "本地地址", "外部地址", "状态"],
    needsWord: false,
    scoreOf: scoreChinese,
  },
  {
    page: "shift_jis",
    words: ["アクティブな接続", "プロトコル", "ローカル", "外部アドレス", "状態"],
    needsWord: false,
    scoreOf: scoreJapanese,
  },
  {
    page: "big5",
    words: ["使用中連線", "協定", "本機位址", "外部位址", "狀態"],
    needsWord: true,
    scoreOf: scoreChinese,
  },
  {
    page: "euc-kr",
    words: ["활성", "프로토콜", "로컬", "외부", "상태"],
    needsWord: true,
    scoreOf: scoreKorean,
  },
];

const WORD_SCORE = 20;

function pageOf(sample: Uint8Array, decodeAs: DecodeAs): Page {
  let best: Page = "cp850";
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const candidate of CANDIDATES) {
    const text =
      candidate.page === "cp850"
        ? textOfCp850(sample)
        : decodeAs(candidate.page, sample, candidate.needsWord);
    const score = text === null ? Number.NEGATIVE_INFINITY : scoreOfText(text, candidate);
    if (score > bestScore) {
      best = candidate.page;
      bestScore = score;
    }
  }
  return best;
}

function scoreOfText(text: string, { words, needsWord, scoreOf }: Candidate): number {
  const known = words.filter((word) => text.includes(word)).length;
  if (needsWord && known === 0) return Number.NEGATIVE_INFINITY;
  let score = known * WORD_SCORE;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) score += scoreOf(code, text.charCodeAt(at - 1), text.charCodeAt(at + 1));
  }
  return score;
}

/** The characters of the bytes 0x80 to 0xFF in IBM's code page 850, which the Encoding Standard lacks. */
const CP850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ" +
  "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐" +
  "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀" +
  "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0";

const PIECE = 8192;

function textOfCp850(bytes: Uint8Array): string {
  const codes = new Uint16Array(PIECE);
  let text = "";
  for (let start = 0; start < bytes.length; start += PIECE) {
    const piece = bytes.subarray(start, start + PIECE);
    piece.forEach((byte, at) => {
      codes[at] = byte < 0x80 ? byte : CP850.charCodeAt(byte - 0x80);
    });
    text += String.fromCharCode(...codes.subarray(0, piece.length));
  }
  return text;
}
