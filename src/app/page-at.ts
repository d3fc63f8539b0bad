/** The page that an address leads to, as `data-page` names it: without the base, and in whatever way a host writes it. */
export function pageAt(pathname: string, base: string): string {
  const below = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  const inner = below.replace(/(^|\/)index\.html$/, "").replaceAll(/^\/+|\/+$/g, "");
  return `/${inner}`;
}
