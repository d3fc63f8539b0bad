import { type RefObject, useEffect, useState } from "react";

/** From this width on a row is a line; below, a card. The same as Tailwind's @3xl, in rem. */
const WIDE = 48;

/** Whether the element is wide enough for rows as lines; true until it is known. */
export function useIsWide(element: RefObject<HTMLElement | null>): boolean {
  const [isWide, setIsWide] = useState(true);
  useEffect(() => {
    const measured = element.current;
    if (measured === null) return;
    const observer = new ResizeObserver(() => {
      // The container query asks the nearest container, which is wider than the grid by nothing on a narrow page.
      const container = measured.closest<HTMLElement>("[data-container]") ?? measured;
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setIsWide(container.clientWidth >= WIDE * rem);
    });
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return isWide;
}
