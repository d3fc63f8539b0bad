import {
  type ComponentType,
  type RefObject,
  Suspense,
  lazy,
  memo,
  useEffect,
  useRef,
  useState,
} from "react";

/**
 * Loads a component's script only once its place nears the view. The prerendered markup stands there
 * until then (the Suspense boundary stays unhydrated), so nothing moves when the script arrives. A button
 * that is pressed before that answers then: the press is kept, and made again.
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
    const pressed = useEarlyPress(place);
    return (
      <div ref={place}>
        <Suspense fallback={<p className="min-h-40 text-soft">Loading…</p>}>
          <Loaded {...props} />
          <Answering pressed={pressed} />
        </Suspense>
      </div>
    );
  }) as unknown as ComponentType<Props>;
}

type Press = "answered" | { readonly button: HTMLElement | null };

/** The last button that was pressed in markup which no script answers for yet. */
function useEarlyPress(place: RefObject<HTMLElement | null>): RefObject<Press> {
  const pressed = useRef<Press>({ button: null });
  useEffect(() => {
    const listening = new AbortController();
    // React lets no click through to markup that it has not taken over: it is seen above the root, on its way down.
    const keep = ({ target }: Event) => {
      if (pressed.current === "answered") return listening.abort();
      if (!(target instanceof Element) || place.current?.contains(target) !== true) return;
      pressed.current = { button: target.closest("button") };
    };
    // One that comes up again was answered.
    const forget = () => {
      if (pressed.current !== "answered") pressed.current = { button: null };
    };
    const { signal } = listening;
    document.addEventListener("click", keep, { capture: true, signal });
    document.addEventListener("click", forget, { signal });
    return () => listening.abort();
  }, [place]);
  return pressed;
}

/** Stands beside what was loaded, and so tells when it answers. */
function Answering({ pressed }: { pressed: RefObject<Press> }) {
  useEffect(() => {
    // A click may have brought this about, and be on its way still.
    const timer = setTimeout(() => {
      const { current } = pressed;
      pressed.current = "answered";
      if (current !== "answered") current.button?.click();
    });
    return () => clearTimeout(timer);
  }, [pressed]);
  return null;
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
