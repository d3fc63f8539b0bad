import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { type DecodeAs, textOfBytes } from "./text-of-bytes.ts";

const decodeAs: DecodeAs = (label, bytes, strict) => {
  try {
    return new TextDecoder(label, { fatal: strict }).decode(bytes);
  } catch {
    return null;
  }
};

const read = (bytes: Iterable<number>) => textOfBytes(Uint8Array.from(bytes), decodeAs);

/** Text with `\xNN` for a byte. */
const bytesOf = (written: string) => Buffer.from(written, "latin1");

const ROW = "  TCP    0.0.0.0:135   0.0.0.0:0   ";

describe("the text of bytes", () => {
  test.each([
    ["UTF-8", bytesOf("ABH\xc3\x96REN"), "ABHÖREN"],
    ["UTF-8 with a mark", bytesOf("\xef\xbb\xbfTCP"), "TCP"],
    ["UTF-8 cut inside its last character", bytesOf("ABH\xc3\x96REN \xc3"), "ABHÖREN \ufffd"],
    ["UTF-16LE with a mark", bytesOf("\xff\xfeT\0C\0P\0"), "TCP"],
    ["UTF-16BE with a mark", bytesOf("\xfe\xff\0T\0C\0P"), "TCP"],
    ["UTF-16LE without a mark", Buffer.from(`${ROW}ABHÖREN\r\n`, "utf16le"), `${ROW}ABHÖREN\r\n`],
    [
      "UTF-16BE without a mark",
      Buffer.from(`${ROW}ABHÖREN\r\n`, "utf16le").swap16(),
      `${ROW}ABHÖREN\r\n`,
    ],
  ])("is read from %s", (_, bytes, text) => {
    expect(read(bytes)).toBe(text);
  });

  test.each([
    ["CP850, German", `${ROW}ABH\x99REN`, `${ROW}ABHÖREN`],
    ["Windows-1252, German", `${ROW}ABH\xd6REN`, `${ROW}ABHÖREN`],
    ["CP850, French", "Adresse distante       \x90tat", "Adresse distante       État"],
    ["Windows-1252, French", "Adresse distante       \xc9tat", "Adresse distante       État"],
    ["CP850, Spanish", "Proto  Direcci\xa2n local", "Proto  Dirección local"],
    ["Windows-1252, Spanish", "Proto  Direcci\xf3n local", "Proto  Dirección local"],
    [
      "CP850, Portuguese",
      "Conex\xe4es ativas\nEndere\x87o local",
      "Conexões ativas\nEndereço local",
    ],
    [
      "Windows-1252, Portuguese",
      "Conex\xf5es ativas\nEndere\xe7o local",
      "Conexões ativas\nEndereço local",
    ],
    [
      "CP866, Russian",
      "\x80\xaa\xe2\xa8\xa2\xad\xeb\xa5 \xaf\xae\xa4\xaa\xab\xee\xe7\xa5\xad\xa8\xef",
      "Активные подключения",
    ],
    [
      "Windows-1251, Russian",
      "\xc0\xea\xf2\xe8\xe2\xed\xfb\xe5 \xef\xee\xe4\xea\xeb\xfe\xf7\xe5\xed\xe8\xff",
      "Активные подключения",
    ],
    [
      "GBK, Chinese",
      "\xbb\xee\xb6\xaf\xc1\xac\xbd\xd3\n  \xd0\xad\xd2\xe9  ",
      "活动连接\n  协议  ",
    ],
    [
      "Shift_JIS, Japanese",
      "\x83A\x83N\x83e\x83B\x83u\x82\xc8\x90\xda\x91\xb1\n  \x83v\x83\x8d\x83g\x83R\x83\x8b",
      "アクティブな接続\n  プロトコル",
    ],
    ["Big5, Chinese", "\xa8\xcf\xa5\xce\xa4\xa4\xb3s\xbdu", "使用中連線"],
    ["EUC-KR, Korean", "\xc7\xc1\xb7\xce\xc5\xe4\xc4\xdd", "프로토콜"],
  ])("is found to be %s", (_, written, text) => {
    expect(read(bytesOf(written))).toBe(text);
  });

  test("is CP850 where nothing tells, or where the reader knows no other page", () => {
    expect(read([0x99])).toBe("Ö");
    expect(textOfBytes(bytesOf(`${ROW}ABH\x99REN`), () => null)).toBe(`${ROW}ABHÖREN`);
  });

  test("is the text that was written, whatever its characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!text.startsWith("\ufeff") && !text.includes("\0"));
        expect(read(Buffer.from(text, "utf8"))).toBe(text);
        expect(read([0xff, 0xfe, ...Buffer.from(text, "utf16le")])).toBe(text);
      }),
    );
  });

  test("keeps every line, whatever the bytes of a code page", () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 1 }), (bytes) => {
        fc.pre(bytes.length === 0 || (bytes[0]! < 0xfe && !bytes.includes(0)));
        const lines = (text: string) => text.split("\n").length;
        expect(lines(read(bytes))).toBe(lines(Buffer.from(bytes).toString("latin1")));
      }),
    );
  });
});
