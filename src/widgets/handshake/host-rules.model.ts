/** What a host does otherwise than a plain one: settings that differ from Linux's own, and its filter's rules. */
import type { Host, HostSettings } from "#simulator/world";
import { LINUX_SETTINGS } from "#simulator/world-defaults";
import { ruleText } from "./event-words.model.ts";

/** "tcp_fin_timeout = 10", as sysctl prints it but for the names before it; then "Filter: drops TCP packets to port 81". */
export function hostRules({ settings, filters }: Host): readonly string[] {
  const names = Object.keys(LINUX_SETTINGS) as (keyof typeof LINUX_SETTINGS)[];
  const other = names.filter(
    (name) => valueText(settings[name]) !== valueText(LINUX_SETTINGS[name]),
  );
  return [
    ...other.map((name) => `${name} = ${valueText(settings[name])}`),
    ...filters.map((rule) => `Filter: ${ruleText(rule)}`),
  ];
}

const valueText = (value: HostSettings[keyof HostSettings]): string =>
  Array.isArray(value) ? value.join(" ") : String(Number(value));
