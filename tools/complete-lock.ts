/**
 * Adds to package-lock.json the optional packages of other platforms that the registry did not serve
 * while it was written. npm leaves those out, `npm ci` then refuses the lock, and on the platform
 * itself the binary would be missing. Run after a change of dependencies: `npm run lock`.
 */
import { readFileSync, writeFileSync } from "node:fs";

interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  packages: Record<string, LockEntry>;
}

const OS = /android|darwin|freebsd|linux|openharmony|win32|openbsd|netbsd|sunos|aix/;
const CPU = /arm64|x64|ia32|arm|ppc64|riscv64|s390x|loong64|mips64el|wasm32/;

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
const added: string[] = [];
for (const [path, { dev, optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isLocked(name, path) || !/^\d/.test(version)) continue;
    lock.packages[`node_modules/${name}`] = missingEntry(name, version, dev === true);
    added.push(`${name}@${version}`);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")),
);
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} packages of other platforms added.`);

/** Beside the package that names it, or in any folder above. */
function isLocked(name: string, path: string): boolean {
  const folders = path
    .split("/node_modules/")
    .map((_, index, parts) => parts.slice(0, parts.length - index).join("/node_modules/"));
  return [...folders, ""].some(
    (folder) => lock.packages[`${folder === "" ? "" : `${folder}/`}node_modules/${name}`],
  );
}

/** Without a hash, which only the registry knows: npm checks it when it fetches the package. */
function missingEntry(name: string, version: string, dev: boolean): LockEntry {
  const target = name.slice(name.indexOf("/") + 1);
  const os = OS.exec(target)?.[0];
  const cpu = CPU.exec(target)?.[0];
  return {
    version,
    ...(dev && { dev: true }),
    optional: true,
    ...(cpu !== undefined && { cpu: [cpu] }),
    ...(target.includes("musl") && { libc: ["musl"] }),
    ...(target.includes("gnu") && os === "linux" && { libc: ["glibc"] }),
    ...(os !== undefined && { os: [os] }),
  } as LockEntry;
}
