import { type ReactNode, useState } from "react";

/** Something below the main things: made when it is first opened, and kept from then on. */
export function Unfolding({ title, children }: { title: string; children: ReactNode }) {
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details onToggle={(event) => event.currentTarget.open && setWasOpened(true)}>
      <summary className="min-h-11 py-2">
        <h3 className="inline text-[1.1rem]">{title}</h3>
      </summary>
      {wasOpened && <div className="mt-2 mb-6">{children}</div>}
    </details>
  );
}
