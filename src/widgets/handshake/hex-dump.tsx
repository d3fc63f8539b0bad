import type { PointerEvent, MouseEvent } from "react";
import { printable } from "./header-fields.ts";

interface HexDumpProps {
  readonly bytes: Uint8Array;
  /** Bytes from the first to before the last; null for none. */
  readonly lit: { readonly from: number; readonly to: number } | null;
  readonly onPoint: (at: number | null) => void;
  readonly onPick: (at: number) => void;
}

/** The headers of any packet and the beginning of its data. */
const MOST_SHOWN = 192;
const IN_A_GROUP = 8;

/** Bytes as hexadecimal, eight to a group, with what can be printed beside. Fields say the same to those who hear it. */
export function HexDump({ bytes, lit, onPoint, onPick }: HexDumpProps) {
  const shown = bytes.subarray(0, MOST_SHOWN);
  const groups = Array.from({ length: Math.ceil(shown.length / IN_A_GROUP) }, (_, group) =>
    shown.subarray(group * IN_A_GROUP, (group + 1) * IN_A_GROUP),
  );
  const isLit = (at: number) => lit !== null && lit.from <= at && at < lit.to;
  return (
    <div
      aria-hidden="true"
      onPointerOver={(event) => event.pointerType === "mouse" && onPoint(placeOf(event))}
      onPointerLeave={() => onPoint(null)}
      onClick={(event) => {
        const at = placeOf(event);
        if (at !== null) onPick(at);
      }}
      className="@container rounded-lg border border-line bg-paper px-2.5 py-2 font-mono text-[0.85rem] leading-[1.75]"
    >
      {groups.map((group, index) => (
        <div key={index} className="flex gap-x-3 whitespace-nowrap">
          <span className="text-soft">{(index * IN_A_GROUP).toString(16).padStart(4, "0")}</span>
          <span>
            {Array.from(group, (byte, place) => {
              const at = index * IN_A_GROUP + place;
              return (
                <span
                  key={place}
                  data-at={at}
                  data-lit={isLit(at) ? "" : undefined}
                  className="inline-block w-[3ch] cursor-pointer rounded-sm text-center data-lit:bg-lit data-lit:font-[650] data-lit:underline data-lit:underline-offset-2"
                >
                  {byte.toString(16).padStart(2, "0")}
                </span>
              );
            })}
          </span>
          <span className="ml-auto hidden w-[8ch] whitespace-pre text-soft @min-[19.5rem]:inline">
            {Array.from(printable(group), (character, place) => (
              <span
                key={place}
                data-at={index * IN_A_GROUP + place}
                data-lit={isLit(index * IN_A_GROUP + place) ? "" : undefined}
                className="cursor-pointer data-lit:bg-lit data-lit:font-[650] data-lit:text-ink data-lit:underline data-lit:underline-offset-2"
              >
                {character}
              </span>
            ))}
          </span>
        </div>
      ))}
      {bytes.length > shown.length && (
        <p className="font-sans text-soft">… and {bytes.length - shown.length} bytes more</p>
      )}
    </div>
  );
}

function placeOf({ target }: PointerEvent | MouseEvent): number | null {
  const at = target instanceof HTMLElement ? target.dataset["at"] : undefined;
  return at === undefined ? null : Number(at);
}
