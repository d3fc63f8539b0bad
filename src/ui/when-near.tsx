import { type ComponentType, Suspense, lazy, memo, useEffect, useRef, useState } from "react";

/**
 * Loads a component's script only once its place nears the view. The prerendered markup stands there
 * until then (the Suspense boundary stays unhydrated), so nothing moves when the script arrives.
 */
export function whenNear<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  // Once the script is here, further places show it at once.
  let here: ComponentType<Props> | null = null;

  // Memoised, because an update that reaches unhydrated markup throws it away for the fallback.
  return memo(function WhenNear(props: Props) {
    const place = useRef<HTMLDivElement>(null);
    const [{ Loaded, mounted }] = useState(() => {
      let mounted!: (element: HTMLElement) => void;
      const mount = new Promise<HTMLElement>((resolve) => (mounted = resolve));
      const whenNear = lazy(async () => {
        if (!import.meta.env.SSR) await nearView(await mount);
        here = await load();
        return { default: here };
      });
      return { mounted, Loaded: here ?? whenNear };
    });
    useEffect(() => {
      if (place.current !== null) mounted(place.current);
    }, [mounted]);
    return (
      <div ref={place}>
        <Suspense fallback={<p className="min-h-40 text-soft">Loading…</p>}>
          <Loaded {...props} />
        </Suspense>
      </div>
    );
  }) as unknown as ComponentType<Props>;
}

function nearView(element: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: "600px" },
    );
    observer.observe(element);
  });
}
