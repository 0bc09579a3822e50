import type { Ledger } from "../basics/ledger.ts";
import type { Schedule } from "../calendar/schedule.ts";
import type { Citation } from "../document/citation.ts";
import type { Place } from "../document/place.ts";
import type { Addressee } from "../organisation/addressee.ts";
import type { DocumentReference } from "./references.ts";

/** Doubt by field name, 0…1; only those above 0 are kept. */
export type Doubts = Readonly<Record<string, number>>;

/** A measurable result. `per` is the period it is counted in, `each` the unit that each must reach it, `by` the year. */
export interface Target {
  readonly scope?: "each" | "joint" | "share";
  /** "~" about, "~range" between, "~avg" on average, "external" set by another act. */
  readonly op: "=" | ">=" | "<=" | "~" | "~range" | "~avg" | "external";
  readonly value: number | readonly [number, number] | null;
  readonly measure: string;
  readonly per?: string;
  readonly each?: string;
  readonly by?: string;
}

/** The six clears ("6 rõ"): who, what, when, who answers, who is empowered, which product. */
export type Clear = "who" | "what" | "when" | "responsible" | "empowered" | "product";

/** A fault of the text: one of the six is missing or vague. */
export interface UnclearFinding {
  readonly clear: Clear;
  readonly reason: string;
  readonly words: string | null;
}

/** A column of a task's row as written, known or not. */
export interface CellFinding {
  readonly heading: string;
  readonly text: string;
  readonly places: readonly Place[];
}

/** One order that a document gives. */
export interface TaskFinding {
  readonly ref: string;
  readonly origin: "table" | "text";
  readonly part: string | null;
  readonly groups: readonly string[];
  readonly group: string | null;
  readonly parent: string | null;
  readonly label: string | null;
  readonly number: number | null;
  readonly content: string;
  readonly leads: readonly Addressee[];
  readonly coordinators: readonly Addressee[];
  readonly leadText: string | null;
  readonly coordinatingText: string | null;
  readonly time: string | null;
  readonly schedule: Schedule | null;
  readonly result: string | null;
  readonly targets: readonly Target[];
  readonly approver: string | null;
  readonly cells: readonly CellFinding[];
  readonly unclear: readonly UnclearFinding[];
  readonly sources: readonly Place[];
  readonly alsoAt: readonly Place[];
  readonly general: boolean;
  readonly doubts: Doubts;
  /** By field, the words of a damaged document as they stand in the file, where the field holds them restored. */
  readonly asWritten?: Readonly<Record<string, string>>;
  /** By field, all that badly read digits may have been ("time": two days); absent when there is one reading. */
  readonly candidates?: Readonly<Record<string, readonly string[]>>;
}

export interface Signer {
  readonly name: string;
  readonly title: string | null;
  /** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", …; null when the signer signs in his own capacity. */
  readonly capacity: string | null;
}

/** Who issued the document, when, about what, and who signed it. */
export interface DocumentHead {
  readonly number: string | null;
  /** Abbreviation: "QĐ", "TB", "KH", "CV". */
  readonly kind: string | null;
  readonly kindName: string | null;
  readonly issuer: string | null;
  readonly issuerSuperior: string | null;
  readonly place: string | null;
  readonly date: string | null;
  readonly subject: string | null;
  readonly signer: Signer | null;
  readonly recipients: readonly string[];
  readonly attachedTo: string | null;
  readonly doubts: Doubts;
  /** All that a doubtful field may be, what was taken first; absent when nothing else may be meant. */
  readonly candidates?: Readonly<Record<string, readonly string[]>>;
}

/** Everything read from one document. */
export interface DocumentFindings {
  readonly document: DocumentHead;
  readonly tasks: readonly TaskFinding[];
  readonly citations: readonly Citation[];
  /** Laws cited by name, and "Nghị quyết nêu trên": documents meant without their number. */
  readonly references: readonly DocumentReference[];
  readonly ledger: Ledger;
}
