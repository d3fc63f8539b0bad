/** What a terminal showed: commands after `$ `, each with what it printed below it. */
export function Transcript({ system, children }: { system: string; children: string }) {
  return (
    <figure className="wide overflow-hidden rounded-box border border-line bg-panel">
      {children.split(/\n(?=\$ )/).map((step, index) => {
        const [prompt = "", ...printed] = step.split("\n");
        const command = prompt.replace(/^\$ /, "");
        return (
          <div key={index} className="border-b border-line last:border-b-0">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4 px-3 py-2 text-[0.95rem] text-soft sm:px-4">
              <code className="min-w-0 wrap-anywhere">
                <span aria-hidden="true">$ </span>
                {command}
              </code>
              {index === 0 && <span>{system}</span>}
            </p>
            {printed.length > 0 && (
              <pre
                tabIndex={0}
                aria-label={`Output of ${command}`}
                className="overflow-x-auto border-t border-line px-3 py-3 text-[0.8rem] leading-relaxed sm:px-4 sm:text-[0.9rem]"
              >
                {printed.join("\n")}
              </pre>
            )}
          </div>
        );
      })}
    </figure>
  );
}
