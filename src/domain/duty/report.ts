import type { CalendarDate } from "../basics/calendar-date.ts";
import { type Failure, fail, type Result, succeed } from "../basics/result.ts";
import { readMeasured } from "./measured-value.ts";

/** What proves a report. `reference`: a document's number, a link's address, a record's id, a file's name. */
export interface Proof {
  readonly kind: "document" | "file" | "link" | "record";
  readonly reference: string;
  readonly title: string | null;
  /** The day of a document. */
  readonly issuedOn: CalendarDate | null;
  /** Of a file: its SHA-256 and its bytes. */
  readonly sha256: string | null;
  readonly size: number | null;
}

/**
 * A measured result of a report: the measure in the words of its target, and the value as somebody typed it, reached so
 * far in a period ("2026", "2026-03"; without one, in that of the occurrence).
 */
export interface TypedMeasure {
  readonly measure: string;
  readonly typed: string;
  readonly period?: string | null | undefined;
}

/** What a unit says of its duty. */
export interface GivenReport {
  readonly text: string;
  /** The product is there. */
  readonly claimsDone: boolean;
  /** "Không phát sinh": nothing happened that there is to report. */
  readonly nothing: boolean;
  readonly measured: readonly TypedMeasure[];
  readonly proofs: readonly Proof[];
}

/**
 * A report as it may be kept. Done means a product: who claims it names a document, a file, a link, a record or a
 * measured value. Fails with `duty.report-empty`, `duty.product-missing`, `duty.nothing-and-something` and
 * `duty.link-wrong` (only addresses of http and https); for a figure that is not understood as `readMeasured` does.
 */
export function checkedReport(given: GivenReport): Result<GivenReport> {
  const text = given.text.trim();
  const measured = given.measured.filter(({ typed }) => typed.trim() !== "");
  const { claimsDone, nothing, proofs } = given;
  if (nothing && (claimsDone || measured.length > 0)) return fail("duty.nothing-and-something");
  if (claimsDone && proofs.length === 0 && measured.length === 0) return fail("duty.product-missing");
  for (const { typed, measure } of measured) {
    const read = readMeasured(typed, measure);
    if (!read.ok) return read;
  }
  if (!nothing && text === "" && proofs.length === 0 && measured.length === 0)
    return fail("duty.report-empty");
  const fault = faultOfProofs(proofs);
  if (fault) return { ok: false, failure: fault };
  return succeed({ ...given, text, measured });
}

/** What is wrong with proofs: links have to be addresses of http or https (`duty.link-wrong`). */
export function faultOfProofs(proofs: readonly Proof[]): Failure | null {
  const wrong = proofs.find(({ kind, reference }) => kind === "link" && !isAddress(reference));
  return wrong ? { code: "duty.link-wrong", detail: { link: wrong.reference } } : null;
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+/i.test(text);
}

/** A report as it was kept. */
export interface Report extends GivenReport {
  readonly id: string;
  /** Counts within its duty, from 1. */
  readonly number: number;
  readonly writtenAt: Date;
  readonly writtenBy: string;
  readonly approvedOn: CalendarDate | null;
  readonly approvedBy: string | null;
  /** The signed document that came back and stands for the approval. */
  readonly signedNumber: string | null;
  readonly signedOn: CalendarDate | null;
  readonly proofs: readonly (Proof & { readonly id: string })[];
}
