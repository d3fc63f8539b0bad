import { type PointerEvent, type ReactNode, useState } from "react";
import type { HeaderField, HeaderLayer } from "./header-fields.ts";
import { HexDump } from "./hex-dump.tsx";
import type { Handed, PacketFrame } from "./packet-details.model.ts";
import { RuleText } from "./rule-text.tsx";

/** What can be lit: a field, or the part of the packet that somebody is handed. */
type Part = Pick<HeaderField, "key" | "from" | "to">;

interface Lighting {
  readonly lit: Part | null;
  readonly point: (part: Part | null) => void;
  readonly pin: (part: Part) => void;
}

/** The packet's bytes and the fields they make up. Pointing at one lights the other; a click keeps it lit. */
export function PacketBytes({ frame }: { frame: PacketFrame }) {
  const [pointed, point] = useState<Part | null>(null);
  const [pinned, setPinned] = useState<Part | null>(null);
  const lighting: Lighting = {
    lit: pointed ?? pinned,
    point,
    pin: (part) => setPinned((before) => (before?.key === part.key ? null : part)),
  };
  const fields = frame.layers.flatMap((layer) => layer.fields);
  const fieldAt = (at: number) => fields.find(({ from, to }) => from <= at && at < to) ?? null;
  const lit = fields.find(({ key }) => key === lighting.lit?.key);
  const onByte = (at: number | null) => point(at === null ? null : fieldAt(at));
  return (
    <div className="mt-1 grid gap-x-6 gap-y-4 @min-[44rem]:grid-cols-2">
      <div className="min-w-0 self-start @min-[44rem]:sticky @min-[44rem]:top-24">
        <HexDump
          bytes={frame.bytes}
          lit={lighting.lit}
          onPoint={onByte}
          onPick={(at) => {
            const field = fieldAt(at);
            if (field !== null) lighting.pin(field);
          }}
        />
        <p className="mt-2 min-h-[4.2em] text-[0.95rem] leading-snug">
          {lit === undefined ? (
            <span className="text-soft">
              Point at a byte or at a field, or tap it, and its counterpart lights up.
            </span>
          ) : (
            <FieldWords field={lit} />
          )}
        </p>
        <HandedList handed={frame.handed} lighting={lighting} />
      </div>
      <div className="min-w-0 space-y-3">
        {frame.layers.map((layer) => (
          <Layer key={layer.key} layer={layer} lighting={lighting} />
        ))}
      </div>
    </div>
  );
}

function FieldWords({ field: { name, value, bits, meaning } }: { field: HeaderField }) {
  return (
    <>
      <span className="font-[650]">{name}</span> <code className="wrap-anywhere">{value}</code>{" "}
      <span className="text-soft">({bits} bits)</span>. {meaning}
    </>
  );
}

function Layer({ layer, lighting }: { layer: HeaderLayer; lighting: Lighting }) {
  return (
    <section aria-label={layer.name}>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-[650]">{layer.name}</span>
        <span className="text-[0.9rem] text-soft">
          <RuleText rule={layer.rule} />
        </span>
      </p>
      <ul className="border-t border-line">
        {layer.fields.map((field) => (
          <li key={field.key} className="border-b border-line">
            <PartButton part={field} lighting={lighting}>
              <span className="flex items-baseline gap-x-2">
                <span>{field.name}</span>
                <code className="min-w-0 flex-1 text-right wrap-anywhere">{field.value}</code>
              </span>
              <span className="sr-only">
                , {field.bits} bits. {field.meaning}
              </span>
            </PartButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function HandedList({ handed, lighting }: { handed: readonly Handed[]; lighting: Lighting }) {
  return (
    <section aria-label="Who is handed what" className="mt-3">
      <p className="font-[650]">Who is handed what</p>
      <ul className="border-t border-line">
        {handed.map((part) => (
          <li key={part.key} className="border-b border-line">
            <PartButton part={part} lighting={lighting}>
              <span className="block text-soft">{part.who}</span>
              <span className="block">{part.words}</span>
            </PartButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PartButton({
  part,
  lighting: { lit, point, pin },
  children,
}: {
  part: Part;
  lighting: Lighting;
  children: ReactNode;
}) {
  const isLit = lit?.key === part.key;
  const isMouse = (event: PointerEvent) => event.pointerType === "mouse";
  return (
    <button
      type="button"
      aria-pressed={isLit}
      data-lit={isLit ? "" : undefined}
      onPointerEnter={(event) => isMouse(event) && point(part)}
      onPointerLeave={() => point(null)}
      onClick={() => pin(part)}
      className="block min-h-8 w-full px-1 py-1 text-left text-[0.95rem] leading-snug hover:bg-paper data-lit:bg-lit data-lit:outline data-lit:outline-ink/60"
    >
      {children}
    </button>
  );
}
