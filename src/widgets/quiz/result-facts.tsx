export type Fact = readonly [name: string, value: string, kind?: "code"];

/** What a result tells, a line each. */
export function ResultFacts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="mt-4 grid gap-x-6 border-y border-line py-3 sm:grid-cols-[auto_1fr]">
      {facts.map(([name, value, kind]) => (
        <div key={name} className="py-1 sm:contents">
          <dt className="text-[1rem] text-soft sm:py-0.5">{name}</dt>
          <dd className="min-w-0 sm:py-0.5">
            {kind === "code" ? <code className="break-words">{value}</code> : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
