/** Texts as small numbers: the rows of a listing share few, so a million rows keep a number each. */
export class InternedTexts {
  readonly texts: string[] = [];
  readonly #ids = new Map<string, number>();

  /** The text's number, counted from 0 in the order of first appearance. */
  idOf(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.texts.length;
    this.#ids.set(text, id);
    this.texts.push(text);
    return id;
  }

  /** -1 for a text that did not appear. */
  find(text: string): number {
    return this.#ids.get(text) ?? -1;
  }
}
