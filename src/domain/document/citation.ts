import type { Place } from "./place.ts";

export type CitationRelation = "basis" | "implements" | "replaces" | "amends" | "attaches" | "mentions";

/** One occurrence of another document in a text. */
export interface Citation {
  /** Normalised number and symbol: "59-NQ/TW"; for laws cited without a number, the name of the law. */
  readonly number: string;
  readonly kind: string | null;
  readonly issuer: string | null;
  readonly date: string | null;
  readonly relation: CitationRelation;
  readonly asWritten: string;
  readonly place: Place;
  readonly line: number | null;
  /** Every number it could be; one element when there is no doubt. */
  readonly candidates: readonly string[];
  readonly doubt: number;
}
