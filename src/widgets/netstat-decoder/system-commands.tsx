import { SYSTEM_COMMANDS } from "#netstat/commands";
import { CopyButton } from "#ui/copy-button";

/** How to get a listing on each system: where to type, what, and with which rights. */
export function SystemCommands() {
  return (
    <div className="grid gap-6">
      {SYSTEM_COMMANDS.map(({ system, terminal, commands: [first, ...others] }) => (
        <section key={system} aria-labelledby={`on-${system}`}>
          <h3 id={`on-${system}`} className="text-[1.1rem]">
            {system}
          </h3>
          <p className="mt-1 text-[1rem] leading-normal text-soft">{terminal}</p>
          <Command {...first} />
          {others.length > 0 && (
            <details className="mt-1 text-[1rem]">
              <summary className="inline-flex min-h-8 items-center text-soft underline underline-offset-4 hover:text-ink">
                Other commands on {system}
              </summary>
              {others.map((command) => (
                <Command key={command.command} {...command} />
              ))}
            </details>
          )}
        </section>
      ))}
    </div>
  );
}

function Command({ command, shows, rights }: { command: string; shows: string; rights: string }) {
  return (
    <div className="mt-2">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 rounded-box border border-line bg-panel py-1 pl-4 pr-1">
        <code className="py-1.5 text-[0.95rem] [overflow-wrap:anywhere]">{command}</code>
        <CopyButton text={command} name={command} />
      </div>
      <p className="mt-1.5 text-[1rem] leading-normal text-soft">
        {shows} {rights}
      </p>
    </div>
  );
}
