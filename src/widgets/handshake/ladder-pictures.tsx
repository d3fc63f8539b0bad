import { useState } from "react";
import { type PictureWish, ladderAsPainting, ladderAsSvg } from "#figures/ladder-picture";
import type { Ladder } from "#simulator/ladder";
import { ladderOf } from "#simulator/ladder-of";
import { Button } from "#ui/button";
import { inTurns } from "#ui/in-turns";
import { saveFile } from "#ui/out-of-page";
import type { Session } from "./session.model.ts";
import type { Numbering } from "./settings.model.ts";

interface LadderPicturesProps {
  readonly session: Session;
  readonly numbers: Numbering;
  readonly title: string;
  /** Of the file, without what follows the dot. */
  readonly name: string;
}

const WIDTH = 900;
/** Pixels of the picture for one of the drawing. */
const SCALE = 2;
/** Shapes that are painted before the canvas is read. */
const AT_ONCE = 20;

/** The whole ladder as a file, in the colours of the page. */
export function LadderPictures({ session, numbers, title, name }: LadderPicturesProps) {
  const [trouble, setTrouble] = useState("");
  const ladder = () => ladderOf(session.timeline, session.ghost);
  const wish = (): PictureWish => ({ width: WIDTH, numbers, theme: themeNow(), title });

  async function saveAsPng() {
    setTrouble("");
    try {
      saveFile(await painted(ladder, wish()), `${name}.png`);
    } catch {
      setTrouble("This browser could not paint the picture. The SVG holds the same.");
    }
  }

  return (
    <>
      <Button
        onClick={() =>
          saveFile(
            new Blob([ladderAsSvg(ladder(), wish())], { type: "image/svg+xml" }),
            `${name}.svg`,
          )
        }
      >
        {`${name}.svg`}
      </Button>
      <Button onClick={() => void saveAsPng()}>{`${name}.png`}</Button>
      <span role="status" className="text-[0.95rem]">
        {trouble}
      </span>
    </>
  );
}

const themeNow = (): PictureWish["theme"] =>
  getComputedStyle(document.documentElement).colorScheme === "dark" ||
  (document.documentElement.dataset["theme"] === undefined &&
    window.matchMedia("(prefers-color-scheme: dark)").matches)
    ? "dark"
    : "light";

/** On a canvas: the policy lets no picture be loaded that the page made itself. */
async function painted(ladder: () => Ladder, wish: PictureWish): Promise<Blob> {
  await document.fonts.ready;
  const canvas = await inTurns(onCanvas(ladder, wish));
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("No picture")) : resolve(blob)));
  });
}

function* onCanvas(ladder: () => Ladder, wish: PictureWish): Generator<void, HTMLCanvasElement> {
  const drawn = ladder();
  yield;
  const { width, height, paint } = ladderAsPainting(drawn, wish, SCALE);
  yield;
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("No canvas");
  let shapes = 0;
  for (const _ of paint(context)) {
    shapes += 1;
    // A canvas puts off painting until it is read, and would do all of it at once in the end.
    if (shapes % AT_ONCE === 0) context.getImageData(0, 0, 1, 1);
    yield;
  }
  return canvas;
}
