import { TRANSPORTS } from "#net/transport";
import type { RegistrationRow } from "./port-frame.model.ts";

/** What the registry says for each transport. Null while it is on its way: the rows keep their place. */
export function Registrations({ rows }: { rows: readonly RegistrationRow[] | null }) {
  return (
    <dl className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-4 gap-y-2">
      {rows === null
        ? TRANSPORTS.map((transport) => (
            <div key={transport} className="contents">
              <dt className="font-mono uppercase text-soft">{transport}</dt>
              <dd className="text-soft">…</dd>
            </div>
          ))
        : rows.map((row) => (
            <div key={row.transport} className="contents">
              <dt className={`font-mono uppercase ${row.asked ? "text-accent" : "text-soft"}`}>
                {row.transport}
              </dt>
              <dd>
                {row.status}
                {row.serviceName !== null && (
                  <>
                    {" as "}
                    <code className="font-[650]">{row.serviceName}</code>
                  </>
                )}
                .{row.note !== null && <span className="text-soft"> {withStop(row.note)}</span>}
              </dd>
            </div>
          ))}
    </dl>
  );
}

/** IANA's descriptions end without a full stop, our remarks with one. */
function withStop(note: string): string {
  return /[.!?]$/.test(note) ? note : `${note}.`;
}
