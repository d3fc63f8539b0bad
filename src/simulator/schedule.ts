/**
 * What is to happen when: a queue by time, and for one time in the order of asking. Never changed in place, shares
 * what did not change. Model: a treap, a search tree by (time, id) that is at once a heap by a number drawn from the
 * id; so its shape, and its data, depend on nothing but what is in it. An index by id finds the time of what is
 * taken out early.
 */
import * as intTable from "./int-table.ts";
import type { IntTable } from "./int-table.ts";

export interface Planned<T> {
  /** Whole microseconds. */
  readonly at: number;
  /** Counts what was ever added; never used twice. */
  readonly id: number;
  readonly item: T;
}

interface Tree<T> extends Planned<T> {
  readonly left: Tree<T> | null;
  readonly right: Tree<T> | null;
}

export interface Schedule<T> {
  readonly nextId: number;
  readonly times: IntTable<number>;
  readonly tree: Tree<T> | null;
}

export function empty<T>(): Schedule<T> {
  return { nextId: 0, times: intTable.empty(), tree: null };
}

export function size(schedule: Schedule<unknown>): number {
  return schedule.times.size;
}

/** Expected O(log n). A RangeError for a time that is not a whole number. The id is for `remove`. */
export function add<T>(
  { nextId, times, tree }: Schedule<T>,
  at: number,
  item: T,
): { readonly schedule: Schedule<T>; readonly id: number } {
  if (!Number.isSafeInteger(at)) {
    throw new RangeError(`${at} is no time in whole microseconds`);
  }
  const planned = { at, id: nextId, item };
  return {
    schedule: {
      nextId: nextId + 1,
      times: intTable.set(times, nextId, at),
      tree: inserted(tree, planned, rank(planned.id)),
    },
    id: nextId,
  };
}

/** Expected O(log n). What comes next; undefined where nothing is planned. */
export function first<T>({ tree }: Schedule<T>): Planned<T> | undefined {
  let next = tree;
  while (next?.left) {
    next = next.left;
  }
  return next === null ? undefined : { at: next.at, id: next.id, item: next.item };
}

/** Expected O(log n). The same schedule where nothing is planned. */
export function removeFirst<T>(schedule: Schedule<T>): Schedule<T> {
  const next = first(schedule);
  return next === undefined ? schedule : remove(schedule, next.id);
}

/** Expected O(log n). The same schedule where that is over, or never was. */
export function remove<T>(schedule: Schedule<T>, id: number): Schedule<T> {
  const at = intTable.get(schedule.times, id);
  if (at === undefined) {
    return schedule;
  }
  return {
    nextId: schedule.nextId,
    times: intTable.remove(schedule.times, id),
    tree: without(schedule.tree, { at, id }),
  };
}

/** Everything planned, in the order it will happen. O(n) for all of it. */
export function* entries<T>({ tree }: Schedule<T>): Generator<Planned<T>> {
  yield* inOrder(tree);
}

type Moment = Pick<Planned<unknown>, "at" | "id">;

function isBefore(one: Moment, other: Moment): boolean {
  return one.at < other.at || (one.at === other.at && one.id < other.id);
}

/** The id's bits, mixed so that ids in order come out in no order (the finalizer of MurmurHash3, one to one). */
function rank(id: number): number {
  let value = Math.imul(id ^ (id >>> 16), 0x85_eb_ca_6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2_b2_ae_35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Written out, for spreading an object takes several times as long. */
function planted<T>(
  { at, id, item }: Planned<T>,
  left: Tree<T> | null,
  right: Tree<T> | null,
): Tree<T> {
  return { at, id, item, left, right };
}

function inserted<T>(tree: Tree<T> | null, planned: Planned<T>, ranked: number): Tree<T> {
  if (tree === null || ranked > rank(tree.id)) {
    return planted(planned, before(tree, planned), after(tree, planned));
  }
  return isBefore(planned, tree)
    ? planted(tree, inserted(tree.left, planned, ranked), tree.right)
    : planted(tree, tree.left, inserted(tree.right, planned, ranked));
}

function before<T>(tree: Tree<T> | null, moment: Moment): Tree<T> | null {
  if (tree === null) {
    return null;
  }
  return isBefore(tree, moment)
    ? planted(tree, tree.left, before(tree.right, moment))
    : before(tree.left, moment);
}

function after<T>(tree: Tree<T> | null, moment: Moment): Tree<T> | null {
  if (tree === null) {
    return null;
  }
  return isBefore(tree, moment)
    ? after(tree.right, moment)
    : planted(tree, after(tree.left, moment), tree.right);
}

function without<T>(tree: Tree<T> | null, moment: Moment): Tree<T> | null {
  if (tree === null || tree.id === moment.id) {
    return tree === null ? null : joined(tree.left, tree.right);
  }
  return isBefore(moment, tree)
    ? planted(tree, without(tree.left, moment), tree.right)
    : planted(tree, tree.left, without(tree.right, moment));
}

function joined<T>(left: Tree<T> | null, right: Tree<T> | null): Tree<T> | null {
  if (left === null || right === null) {
    return left ?? right;
  }
  return rank(left.id) > rank(right.id)
    ? planted(left, left.left, joined(left.right, right))
    : planted(right, joined(left, right.left), right.right);
}

function* inOrder<T>(tree: Tree<T> | null): Generator<Planned<T>> {
  if (tree !== null) {
    yield* inOrder(tree.left);
    yield { at: tree.at, id: tree.id, item: tree.item };
    yield* inOrder(tree.right);
  }
}
