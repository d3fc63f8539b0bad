import { memo } from "react";
import type { Host } from "#simulator/world";
import { hostRules } from "./host-rules.model.ts";
import { useMarking } from "./quotes.tsx";

/** What is set on the host, and what its filter does, where that is otherwise than on a plain one. */
export const HostRules = memo(function HostRules({ host }: { host: Host }) {
  const rules = hostRules(host);
  const marked = useMarking();
  if (rules.length === 0) return null;
  return (
    <ul className="-mt-3 text-[0.85rem] leading-snug text-soft">
      {rules.map((rule) => (
        <li key={rule}>{marked(rule)}</li>
      ))}
    </ul>
  );
});
