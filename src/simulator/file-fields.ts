/** Reading JSON of unknown shape, with messages that say where. Inside the parser a fault is thrown; it never leaves it. */
import { parseAddress } from "#net/address";

export class FileFault extends Error {}

export function fault(where: string, what: string): FileFault {
  return new FileFault(`${where} ${what}.`);
}

interface NumberRange {
  readonly least: number;
  readonly most: number;
  /** What an absent field stands for; none where the field must be there. */
  readonly otherwise?: number;
}

/** An object's fields. */
export class Fields {
  readonly where: string;
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>, where: string) {
    this.#values = values;
    this.where = where;
  }

  get names(): readonly string[] {
    return Object.keys(this.#values);
  }

  has(name: string): boolean {
    return this.raw(name) !== undefined && this.raw(name) !== null;
  }

  raw(name: string): unknown {
    return Object.hasOwn(this.#values, name) ? this.#values[name] : undefined;
  }

  text(name: string): string {
    const value = this.raw(name);
    if (typeof value !== "string") throw fault(this.where, `needs "${name}", a text`);
    return value;
  }

  number(name: string, { least, most, otherwise }: NumberRange): number {
    const value = this.raw(name) ?? otherwise;
    if (typeof value !== "number" || !(value >= least && value <= most))
      throw fault(this.where, `needs "${name}", a number from ${least} to ${most}`);
    return value;
  }

  whole(name: string, range: NumberRange): number {
    const value = this.number(name, range);
    if (!Number.isInteger(value)) throw fault(this.where, `needs "${name}", a whole number`);
    return value;
  }

  oneOf<Choice extends string>(
    name: string,
    choices: readonly Choice[],
    otherwise?: Choice,
  ): Choice {
    const value = this.raw(name) ?? otherwise;
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined)
      throw fault(this.where, `needs "${name}", one of ${choices.join(", ")}`);
    return chosen;
  }

  record(name: string): Fields {
    return fieldsOf(this.raw(name), `${this.where}, "${name}",`);
  }

  list(name: string): readonly unknown[] {
    const value = this.raw(name);
    if (!Array.isArray(value)) throw fault(this.where, `needs "${name}", a list`);
    return value;
  }

  texts(name: string): readonly string[] {
    return this.list(name).map((value) => {
      if (typeof value !== "string") throw fault(this.where, `needs "${name}", a list of texts`);
      return value;
    });
  }
}

/** In the form in which packets and tables have it: "2001:DB8:0::1" is 2001:db8::1. */
export function addressOf(text: string, where: string): string {
  const address = parseAddress(text);
  if (address.type !== "error") return address.text;
  throw fault(
    where,
    `has ${JSON.stringify(text)} for an address. ${address.message.replace(/\.$/, "")}`,
  );
}

export function fieldsOf(value: unknown, where: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw fault(where, "is to be an object, in braces");
  return new Fields(value as Readonly<Record<string, unknown>>, where);
}
