/**
 * A table from small whole numbers (ids given in order: 0, 1, 2, …) to values, never changed in place, that shares
 * what did not change with the table it came from. Model: a trie of 32-way arrays, each cut after its last used
 * place. It is plain data: equal content is equal data whatever came before, and survives JSON.
 */
const BITS = 5;
const MASK = 31;

/** Each place holds a value (at the lowest level), a node of the level below, or null for nothing. */
type Node<T> = readonly (Node<T> | T | null)[];

export interface IntTable<T> {
  readonly size: number;
  /** Levels above the lowest: 0 for ids up to 31, 1 up to 1023, … */
  readonly height: number;
  readonly root: Node<T>;
}

/** A table of nothing. Values may be anything JSON carries but null. */
export function empty<T extends {}>(): IntTable<T> {
  return { size: 0, height: 0, root: [] };
}

export function size(table: IntTable<unknown>): number {
  return table.size;
}

/** O(log32 n). Undefined where there is none. */
export function get<T extends {}>({ height, root }: IntTable<T>, id: number): T | undefined {
  if (!isId(id) || id > highest(height)) {
    return undefined;
  }
  let place: Node<T> | T | null | undefined = root;
  for (let level = height; level >= 0 && place != null; level -= 1) {
    place = (place as Node<T>)[indexAt(id, level)];
  }
  return (place ?? undefined) as T | undefined;
}

/** O(log32 n): copies one array of at most 32 a level. A RangeError for an id outside 0..2^31-1. */
export function set<T extends {}>(table: IntTable<T>, id: number, value: T): IntTable<T> {
  if (!isId(id)) {
    throw new RangeError(`${id} is no id`);
  }
  let { height, root } = table;
  while (id > highest(height)) {
    root = root.length === 0 ? root : [root];
    height += 1;
  }
  const known = get(table, id) !== undefined;
  return { size: table.size + (known ? 0 : 1), height, root: placed(root, height, id, value) };
}

/** O(log32 n). The same table where there was no such id. */
export function remove<T extends {}>(table: IntTable<T>, id: number): IntTable<T> {
  if (get(table, id) === undefined) {
    return table;
  }
  let { height } = table;
  let root = without(table.root, height, id);
  while (height > 0 && root.length <= 1) {
    root = (root[0] as Node<T> | undefined) ?? [];
    height -= 1;
  }
  return { size: table.size - 1, height: root.length === 0 ? 0 : height, root };
}

/** Every id with its value, by growing ids. O(n) for all of them. */
export function* entries<T extends {}>(table: IntTable<T>): Generator<[id: number, value: T]> {
  yield* under(table.root, table.height, 0);
}

function isId(id: number): boolean {
  return Number.isInteger(id) && id >= 0 && id <= 0x7f_ff_ff_ff;
}

function highest(height: number): number {
  return 2 ** (BITS * (height + 1)) - 1;
}

function indexAt(id: number, level: number): number {
  return (id >>> (BITS * level)) & MASK;
}

function placed<T>(node: Node<T>, level: number, id: number, value: T): Node<T> {
  const index = indexAt(id, level);
  const copy = node.slice();
  while (copy.length < index) {
    copy.push(null);
  }
  copy[index] =
    level === 0 ? value : placed((node[index] as Node<T> | undefined) ?? [], level - 1, id, value);
  return copy;
}

function without<T>(node: Node<T>, level: number, id: number): Node<T> {
  const index = indexAt(id, level);
  const below = level === 0 ? [] : without(node[index] as Node<T>, level - 1, id);
  const copy = node.slice();
  copy[index] = below.length === 0 ? null : below;
  while (copy.length > 0 && copy.at(-1) === null) {
    copy.pop();
  }
  return copy;
}

function* under<T extends {}>(node: Node<T>, level: number, from: number): Generator<[number, T]> {
  for (const [index, place] of node.entries()) {
    const id = from + index * 2 ** (BITS * level);
    if (place === null) {
      continue;
    }
    if (level === 0) {
      yield [id, place as T];
    } else {
      yield* under(place as Node<T>, level - 1, id);
    }
  }
}
