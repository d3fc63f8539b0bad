/** Where the recorded traces are served. Each is fetched when it is asked for: a failed fetch can be made again. */
const ADDRESSES: Readonly<Record<string, string>> = import.meta.glob<string>(
  "/src/simulator/kernel-traces/*.txt",
  { query: "?url", import: "default", eager: true },
);

/** Rejects where there is no such trace, or where it cannot be had. */
export async function recordedTrace(trace: string, afresh: boolean): Promise<string> {
  const address = ADDRESSES[`/src/simulator/kernel-traces/${trace}.txt`];
  if (address === undefined) throw new Error(`There is no trace ${trace}`);
  const response = await fetch(address, { cache: afresh ? "reload" : "default" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}
