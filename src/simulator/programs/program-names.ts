/** Names in a program that plays all hosts: of sockets, each its own, and of the addresses that stand for theirs. */
import type { SocketAddress } from "../calls.ts";
import type { FileStep, SimulationFile } from "../simulation-file.ts";
import { NEW_PROGRAM } from "./code-context.ts";
import { identifier } from "./identifiers.ts";
import { addressText } from "./literals.ts";

type CallStep = Extract<FileStep, { kind: "call" }>;

interface AddressConstant {
  readonly name: string;
  readonly value: string;
  readonly address: string;
}

export class ProgramNames {
  readonly #constants: readonly AddressConstant[];
  readonly #taken = new Set<string>();
  /** By host, program and the file's name. */
  readonly #sockets = new Map<string, string>();
  readonly #sixes = new Set<string>();
  readonly #closed = new Set<string>();
  /** Names that more than one program gives. */
  readonly #shared: ReadonlySet<string>;

  constructor(file: SimulationFile, addresses: ReadonlyMap<string, string>) {
    this.#constants = Object.entries(file.hosts).flatMap(([host, { addresses: own }]) =>
      own.map((address, at) => ({
        name: this.#free(
          `${host.replaceAll("-", "_").toUpperCase()}${at === 0 ? "" : `_${at + 1}`}`,
        ),
        value: addresses.get(address) ?? address,
        address,
      })),
    );
    this.#shared = sharedNames(file.steps);
  }

  /** Null where the name was given no socket. */
  socket({ host, process }: CallStep, name: string): string | null {
    return this.#sockets.get(`${host} ${process} ${name}`) ?? null;
  }

  give({ host, process, call }: CallStep, name: string): string {
    const whose = process === "main" ? host.toLowerCase() : process;
    const plain = identifier(
      "python",
      this.#shared.has(name) ? `${whose}_${name}` : name,
      NEW_PROGRAM,
    );
    const free = this.#free(plain);
    this.#sockets.set(`${host} ${process} ${name}`, free);
    if (call.name === "socket" && call.domain === 6) this.#sixes.add(free);
    return free;
  }

  close(socket: string): void {
    this.#closed.add(socket);
  }

  isClosed(socket: string): boolean {
    return this.#closed.has(socket);
  }

  isOfFamily({ address }: SocketAddress, socket: string): boolean {
    return address === "*" || address.includes(":") === this.#sixes.has(socket);
  }

  /** (B, 8080), ("0.0.0.0", 8080). */
  address({ address, port }: SocketAddress, socket: string | null): string {
    const constant = this.#constants.find((each) => each.address === address);
    const text =
      constant?.name ?? `"${addressText(address, this.#sixes.has(socket ?? "") ? 6 : 4)}"`;
    return `(${text}, ${port})`;
  }

  addressLines(body: readonly string[]): readonly string[] {
    const lines = this.#used(body).map(
      ({ name, value, address }) => `${name} = "${value}"  # stands for ${address}`,
    );
    return lines.length === 0 ? [] : [...lines, ""];
  }

  usedAddresses(body: readonly string[]): readonly string[] {
    return [...new Set(this.#used(body).map(({ value }) => value))];
  }

  #used(body: readonly string[]): readonly AddressConstant[] {
    return this.#constants.filter(({ name }) => body.some((line) => line.includes(`(${name}, `)));
  }

  #free(plain: string): string {
    let free = plain;
    for (let number = 2; this.#taken.has(free); number += 1) free = `${plain}_${number}`;
    this.#taken.add(free);
    return free;
  }
}

function sharedNames(steps: readonly FileStep[]): ReadonlySet<string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const step of steps) {
    if (step.kind !== "call" || step.as === null) continue;
    const owner = `${step.host} ${step.process}`;
    if ((owners.get(step.as) ?? owner) !== owner) shared.add(step.as);
    owners.set(step.as, owner);
  }
  return shared;
}
