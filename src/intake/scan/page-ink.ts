import type { Ruling } from "../../domain/document/page.ts";
import type { Box } from "../../domain/document/place.ts";
import { type Component, componentsOf } from "./components.ts";
import { inkOf } from "./ink.ts";
import type { Picture } from "./picture.ts";
import { eraseLines, rulingLines } from "./ruling-lines.ts";

/** The ink of a straightened page, sorted into what may be text and what is not. */
export interface PageInk {
  /** The picture without ruling lines and without what is no text. */
  readonly picture: Picture;
  readonly rulings: readonly Ruling[];
  /** Pieces of ink that may be letters, marks and points. */
  readonly letters: readonly Component[];
  /** Places (points of the page) of strokes and drawings too large for text. */
  readonly drawings: readonly Box[];
}

/** Ink that hangs together and is larger than this both ways (inches) is no letter: a signature, a seal, a picture. */
const largeLetter = 0.42;
/** Larger than this either way, whatever the other. */
const longestLetter = 1.1;
/** Smaller than this (inches) both ways it is dust; points and marks are larger. */
const dust = 0.011;
/** Ink this near (inches) to the edge of the picture and larger than a letter is the shadow of the sheet's own edge. */
const edge = 0.03;

/** Sorts the ink of a page. The picture's own greys are changed: what is no text becomes paper. */
export function sortInk(picture: Picture): PageInk {
  const { dotsPerInch: dpi, width, height } = picture;
  const ink = inkOf(picture);
  const gray = picture.gray.slice();
  const lines = rulingLines(ink, dpi);
  eraseLines(gray, ink, lines, dpi);
  const components = componentsOf(ink);
  const letters: Component[] = [];
  const drawings: Box[] = [];
  components.all.forEach((component, index) => {
    const across = component.right - component.left;
    const down = component.bottom - component.top;
    const larger = Math.max(across, down);
    if (larger < Math.max(2, dust * dpi)) return;
    const atEdge =
      component.left < edge * dpi ||
      component.top < edge * dpi ||
      component.right > width - edge * dpi ||
      component.bottom > height - edge * dpi;
    const isLarge = (across > largeLetter * dpi && down > largeLetter * dpi) || larger > longestLetter * dpi;
    if (!isLarge && !(atEdge && larger > 0.15 * dpi)) {
      letters.push(component);
      return;
    }
    components.paint(index, gray, 255);
    if (!atEdge) drawings.push(boxOf(component, dpi));
  });
  return {
    picture: { ...picture, gray },
    rulings: lines.map((line) => ({ direction: line.direction, box: boxOf(line, dpi) })),
    letters,
    drawings,
  };
}

/** A box in points of the page (1/72 inch). */
export function boxOf(
  area: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
  dotsPerInch: number,
): Box {
  const scale = 72 / dotsPerInch;
  return [area.left * scale, area.top * scale, area.right * scale, area.bottom * scale];
}
