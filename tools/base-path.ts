/** The folder a host serves the site below, and where a request lies against it. Pure. */

/** "/" or "/folder/", whatever slashes were given. */
export function basePath(given: string | undefined): string {
  const inner = (given ?? "").replace(/^\/+|\/+$/g, "");
  return inner === "" ? "/" : `/${inner}/`;
}

type Place =
  /** `url` begins with "/", without the base. */
  | { readonly kind: "inside"; readonly url: string }
  /** The folder without its slash, which hosts redirect. `query` is "" or begins with "?". */
  | { readonly kind: "folder-itself"; readonly query: string }
  | { readonly kind: "outside" };

/** `url` is a request's own: path and query. */
export function below(base: string, url: string): Place {
  if (url.startsWith(base)) return { kind: "inside", url: url.slice(base.length - 1) };
  const [path = "", ...query] = url.split("?");
  if (path === base.slice(0, -1))
    return { kind: "folder-itself", query: query.length === 0 ? "" : `?${query.join("?")}` };
  return { kind: "outside" };
}
