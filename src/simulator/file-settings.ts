/** A host's settings in a file, by their sysctl names: each is one that is known, and of its kind. */
import { type Fields, fault } from "./file-fields.ts";
import { LINUX_SETTINGS } from "./world-defaults.ts";
import type { HostSettings } from "./world.ts";

/** Whole numbers that a setting may be, where it is not any from 0 to 2^31 - 1. */
const RANGES: Readonly<Partial<Record<string, readonly [least: number, most: number]>>> = {
  ip_unprivileged_port_start: [0, 65_535],
  tcp_syn_retries: [0, 255],
  tcp_synack_retries: [0, 255],
  tcp_syn_linear_timeouts: [0, 255],
  tcp_retries2: [0, 255],
  tcp_orphan_retries: [0, 255],
  tcp_keepalive_intvl: [1, 32_767],
  tcp_keepalive_time: [1, 32_767],
  tcp_syncookies: [0, 2],
  tcp_tw_reuse: [0, 2],
  rmem_default: [256, 2 ** 31 - 1],
  wmem_default: [2048, 2 ** 31 - 1],
  tcp_rmem: [256, 2 ** 31 - 1],
  tcp_wmem: [2048, 2 ** 31 - 1],
};

export function parseSettings(settings: Fields): Partial<HostSettings> {
  return Object.fromEntries(settings.names.map((name) => [name, settingOf(settings, name)]));
}

function settingOf(settings: Fields, name: string): unknown {
  const value = settings.raw(name);
  if (name === "iss") {
    if (!isNumbers(value, 0, 2 ** 32 - 1))
      throw fault(settings.where, `needs "iss", a list of numbers from 0 to ${2 ** 32 - 1}`);
    return value;
  }
  if (name === "ip_local_port_range") {
    if (!isNumbers(value, 1, 65_535) || value.length !== 2 || value[0]! > value[1]!)
      throw fault(settings.where, `needs "${name}", the first port and the last`);
    return value;
  }
  if (!Object.hasOwn(LINUX_SETTINGS, name))
    throw fault(
      settings.where,
      `has the setting ${JSON.stringify(name)}; there are ${Object.keys(LINUX_SETTINGS).join(", ")}`,
    );
  if (name === "tcp_abort_on_overflow") {
    if (typeof value !== "boolean") throw fault(settings.where, `needs "${name}", true or false`);
    return value;
  }
  const [least, most] = RANGES[name] ?? [0, 2 ** 31 - 1];
  return settings.whole(name, { least, most });
}

const isNumbers = (value: unknown, least: number, most: number): value is readonly number[] =>
  Array.isArray(value) &&
  value.every((each) => Number.isInteger(each) && each >= least && each <= most);
