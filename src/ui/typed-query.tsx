import { useEffect, useState } from "react";
import { useNavigate } from "react-router";

/** How long typing must rest before the address follows; browsers limit how often it may change. */
const REST_MS = 400;

/** A field's text. A query from outside (another address) replaces what was typed; the field's own echo does not. */
export function useTypedText(query: string): [text: string, setText: (text: string) => void] {
  const [text, setText] = useState(query);
  const [given, setGiven] = useState(query);
  if (given !== query) {
    setGiven(query);
    if (text.trim() !== query) setText(query);
  }
  return [text, setText];
}

/** To be told what is typed: the address that `addressOf` gives for it takes the place of the page's own, once typing rests. */
export function useAddressOfTyped(
  query: string,
  addressOf: (typed: string) => string,
): (typed: string) => void {
  const navigate = useNavigate();
  // What was typed before another address was opened is no longer asked for.
  const [typed, setTyped] = useState({ text: query, over: query });
  const text = typed.over === query ? typed.text.trim() : query;
  const address = addressOf(text);
  const isBehind = text !== query;
  useEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(() => void navigate(address, { replace: true }), REST_MS);
    return () => clearTimeout(timer);
  }, [isBehind, address, navigate]);
  return (text) => setTyped({ text, over: query });
}
