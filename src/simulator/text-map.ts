/**
 * A map from texts to values, never changed in place, that shares what did not change with the map it came from.
 * Model: up to 8 keys lie in one bucket, sorted; more are spread by their hash (FNV-1a, 32 bits) over 32 smaller
 * nodes. It is plain data: equal content is equal data whatever came before, and survives JSON.
 */
const BITS = 5;
const MASK = 31;
const BUCKET = 8;

type Bucket<T> = readonly (readonly [key: string, value: T])[];

interface Branch<T> {
  readonly size: number;
  /** By five bits of the hash, cut after the last used one. */
  readonly nodes: readonly (TextMap<T> | null)[];
}

export type TextMap<T> = Bucket<T> | Branch<T>;

const NOTHING: Bucket<never> = [];

/** A map of nothing. Values may be anything JSON carries. */
export function empty<T>(): TextMap<T> {
  return NOTHING;
}

export function size(map: TextMap<unknown>): number {
  return isBucket(map) ? map.length : map.size;
}

/** O(log32 n). */
export function has(map: TextMap<unknown>, key: string): boolean {
  return find(map, key) !== undefined;
}

/** O(log32 n). Undefined where there is none. */
export function get<T>(map: TextMap<T>, key: string): T | undefined {
  return find(map, key)?.[1];
}

/** O(log32 n): copies one array of at most 32 a level. */
export function set<T>(map: TextMap<T>, key: string, value: T): TextMap<T> {
  return placed(map, 0, hash(key), key, value);
}

/** O(log32 n). The same map where there was no such key. */
export function remove<T>(map: TextMap<T>, key: string): TextMap<T> {
  return has(map, key) ? without(map, 0, hash(key), key) : map;
}

/** Every key with its value. The order depends on the keys alone, not on what came before. O(n) for all of them. */
export function* entries<T>(map: TextMap<T>): Generator<readonly [key: string, value: T]> {
  if (isBucket(map)) {
    yield* map;
    return;
  }
  for (const node of map.nodes) {
    if (node !== null) {
      yield* entries(node);
    }
  }
}

function isBucket<T>(map: TextMap<T>): map is Bucket<T> {
  return Array.isArray(map);
}

/** FNV-1a over the text's UTF-16 units, mixed once more: its low bits alone are uneven for texts that are alike. */
function hash(text: string): number {
  let value = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85_eb_ca_6b);
  return (value ^ (value >>> 13)) >>> 0;
}

/** A hash has 32 bits: below the seventh level nothing more can be told apart. */
function isExhausted(shift: number): boolean {
  return shift >= 32;
}

function find<T>(map: TextMap<T>, key: string): readonly [string, T] | undefined {
  if (isBucket(map)) {
    return map.find((entry) => entry[0] === key);
  }
  let node: TextMap<T> | null | undefined = map;
  for (let rest = hash(key); node && !isBucket(node); rest >>>= BITS) {
    node = node.nodes[rest & MASK];
  }
  return node?.find((entry) => entry[0] === key);
}

function placed<T>(
  map: TextMap<T>,
  shift: number,
  hashed: number,
  key: string,
  value: T,
): TextMap<T> {
  if (isBucket(map)) {
    const at = map.findIndex((entry) => entry[0] >= key);
    const place = at === -1 ? map.length : at;
    const bucket = map.toSpliced(place, map[place]?.[0] === key ? 1 : 0, [key, value]);
    return bucket.length <= BUCKET || isExhausted(shift) ? bucket : spread(bucket, shift);
  }
  const index = (hashed >>> shift) & MASK;
  const before = map.nodes[index] ?? NOTHING;
  const after = placed(before, shift + BITS, hashed, key, value);
  const nodes = map.nodes.slice();
  while (nodes.length < index) {
    nodes.push(null);
  }
  nodes[index] = after;
  return { size: map.size + size(after) - size(before), nodes };
}

function spread<T>(bucket: Bucket<T>, shift: number): Branch<T> {
  let branch: TextMap<T> = { size: 0, nodes: [] };
  for (const [key, value] of bucket) {
    branch = placed<T>(branch, shift, hash(key), key, value);
  }
  return branch as Branch<T>;
}

function without<T>(map: TextMap<T>, shift: number, hashed: number, key: string): TextMap<T> {
  if (isBucket(map)) {
    return map.filter((entry) => entry[0] !== key);
  }
  const index = (hashed >>> shift) & MASK;
  const after = without(map.nodes[index] ?? NOTHING, shift + BITS, hashed, key);
  const nodes = map.nodes.slice();
  nodes[index] = size(after) === 0 ? null : after;
  while (nodes.length > 0 && nodes.at(-1) === null) {
    nodes.pop();
  }
  const smaller = { size: map.size - 1, nodes };
  return smaller.size > BUCKET ? smaller : gathered(smaller);
}

function gathered<T>(branch: Branch<T>): Bucket<T> {
  return [...entries(branch)].toSorted((one, other) => (one[0] < other[0] ? -1 : 1));
}
