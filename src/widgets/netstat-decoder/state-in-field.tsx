import { StateDiagram } from "#figures/state-diagram";
import type { TcpState } from "#net/tcp-state";
import { spellingsOf, toolsWithout } from "#netstat/state-spellings";

const LIST = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** One state on the diagram, and how each tool spells it. */
export function StateInField({ state }: { state: TcpState }) {
  const silent = toolsWithout(state);
  return (
    <div className="mt-3">
      <StateDiagram state={state} />
      <p className="mt-4 text-soft">How the tools spell it:</p>
      <ul className="mt-1 list-none pl-0 grid gap-1">
        {spellingsOf(state).map(({ spelling, tools }) => (
          <li key={spelling}>
            <code className="font-[650]">{spelling}</code>: {LIST.format(tools)}
          </li>
        ))}
      </ul>
      {silent.length > 0 && (
        <p className="mt-2 text-soft">
          Never shown by {LIST.format(silent)}, whose rows leave out sockets in this state.
        </p>
      )}
    </div>
  );
}
