import { useEffect, useRef } from "react";
import { useLocation, useNavigationType } from "react-router";

/**
 * After a change of page, moves the focus to the new page's heading and the view to its top, as a
 * full page load would. Going back leaves the scroll position to the browser.
 */
export function RouteFocus() {
  const { pathname, hash } = useLocation();
  const how = useNavigationType();
  const shown = useRef(pathname);

  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    // The address follows what is typed in a field: the person is still there.
    if (how === "REPLACE") return;
    const target = hash === "" ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
    if (target !== null) {
      target.scrollIntoView();
      return;
    }
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
    if (how !== "POP") window.scrollTo(0, 0);
  }, [pathname, hash, how]);

  return null;
}
