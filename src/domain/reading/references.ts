import { type Block, paragraphsOf, placesWithin } from "../document/block.ts";
import { type CitationSurroundings, findBackReferences } from "../document/citation-find.ts";
import { findNamedLaws } from "../document/citation-law.ts";
import { atLines, nowhere, type Place } from "../document/place.ts";

/** Another document that the text names without writing its number there. */
export interface DocumentReference {
  readonly text: string;
  /** The number that is meant, where the document gives it elsewhere. */
  readonly number: string | null;
  /** Year or day of adoption of a law, as far as said: "2020", "2025-06-16". */
  readonly date: string | null;
  readonly place: Place;
  readonly doubt: number;
}

/**
 * Laws cited by name, as the bases of decisions must be (Nghị định 30/2020/NĐ-CP, Phụ lục I), and words such as "Nghị
 * quyết nêu trên" where one document alone can be meant. They are kept apart from citations, which hold a number.
 */
export function findReferences(
  blocks: readonly Block[],
  surroundings: CitationSurroundings,
): readonly DocumentReference[] {
  const laws = [...paragraphsOf(blocks)].flatMap((paragraph) =>
    findNamedLaws(paragraph.text).map(
      (law): DocumentReference => ({
        text: paragraph.text.slice(law.start, law.end),
        number: null,
        date: law.date ?? (law.year === null ? null : String(law.year)),
        place: placesWithin(paragraph, law.start, law.end)[0] ?? nowhere,
        doubt: 0,
      }),
    ),
  );
  const back = findBackReferences(blocks, surroundings).map(
    ({ text, number, line, doubt }): DocumentReference => ({
      text,
      number,
      date: null,
      place: line === null ? nowhere : atLines(line),
      doubt,
    }),
  );
  return [...laws, ...back];
}
