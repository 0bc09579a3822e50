import { bookStep, type LedgerStep, type Rejection } from "../basics/ledger.ts";
import { placesWithin, type Table } from "../document/block.ts";
import { describePlace, nowhere, unitePlaces } from "../document/place.ts";
import type { Addressee } from "../organisation/addressee.ts";
import { fold, singleSpaced } from "../text/fold.ts";
import { unclearOf } from "./clears.ts";
import type { ColumnKind } from "./columns.ts";
import type { ReadingContext } from "./context.ts";
import { type Field, fieldsOf } from "./fielded-item.ts";
import type { TaskFinding } from "./findings.ts";
import { addressedHeading, type OrderPiece, readOrders, withoutTopic } from "./order-sentence.ts";
import { beginsWithAction, formulaReason, tellsThePast } from "./order-words.ts";
import type { OutlineItem, OutlineNode } from "./outline.ts";
import type { References } from "./refs.ts";
import { alsoStandsAt, RowMatcher } from "./repeats.ts";
import { type SectionKind, sectionKindOf, silentSections } from "./section.ts";
import { doubtsOf, taskOfRow } from "./table-tasks.ts";
import { readTargets } from "./target.ts";

/** What an item inherits from the headings and opening sentences above it. */
interface Standing {
  readonly section: SectionKind;
  readonly part: string | null;
  readonly groups: readonly string[];
  readonly path: string;
  readonly leads: readonly Addressee[];
}

export interface TextReading {
  /** Orders of the text and rows of the annexes, in document order; rows that the body repeats say where. */
  readonly tasks: readonly TaskFinding[];
  readonly step: LedgerStep;
}

/**
 * The orders of the running text: one task for each lowest item that orders something, with the lead it names or
 * inherits. Items that an annex row repeats are linked to the row; everything else is booked with its reason.
 */
export function readTextTasks(
  outline: readonly OutlineNode[],
  tables: ReadonlyMap<Table, readonly TaskFinding[]>,
  references: References,
  context: ReadingContext,
): TextReading {
  const reader = new TextReader(tables, references, context);
  reader.walk(outline, { section: "neutral", part: null, groups: [], path: "", leads: [] });
  return {
    tasks: reader.inOrder(),
    step: bookStep("textItems", reader.items, reader.items - reader.rejected.length, reader.rejected),
  };
}

class TextReader {
  readonly rejected: Rejection[] = [];
  items = 0;
  private readonly found: (TaskFinding | Table)[] = [];
  private readonly tables: ReadonlyMap<Table, readonly TaskFinding[]>;
  /** Items of the body that say the same as a row, by the row's reference. */
  private readonly repeats = new Map<string, OutlineItem[]>();
  private readonly references: References;
  private readonly context: ReadingContext;
  private readonly matcher: RowMatcher;

  constructor(
    tables: ReadonlyMap<Table, readonly TaskFinding[]>,
    references: References,
    context: ReadingContext,
  ) {
    this.tables = tables;
    this.references = references;
    this.context = context;
    this.matcher = new RowMatcher([...tables.values()].flat());
  }

  inOrder(): readonly TaskFinding[] {
    return this.found
      .flatMap((found) => ("kind" in found ? (this.tables.get(found) ?? []) : [found]))
      .map((task) => (this.repeats.get(task.ref) ?? []).reduce(alsoStandsAt, task));
  }

  walk(nodes: readonly OutlineNode[], standing: Standing): void {
    let bullets = 0;
    for (const node of nodes) {
      if (node.kind === "table") {
        this.found.push(node.table);
        continue;
      }
      const numbered = node.marker !== null && node.marker.label !== "";
      if (!numbered) bullets++;
      const path = pathOf(standing.path, node, bullets);
      this.item(node, { ...standing, path });
    }
  }

  /** Reads one item with all under it. */
  private item(item: OutlineItem, standing: Standing): void {
    if (item.children.length === 0) {
      this.leaf(item, standing);
      return;
    }
    const fields = fieldsOf(item);
    if (fields) {
      this.fielded(item, fields, standing);
      return;
    }
    this.items++;
    const section = isSectionHeading(item) ? sectionKindOf(item.text) : standing.section;
    const inner: Standing = {
      ...standing,
      section: section === "neutral" ? standing.section : section,
      groups: [...standing.groups, headingText(item)],
      part: standing.part ?? headingText(item),
    };
    const heading =
      silentSections[inner.section] === undefined ? addressedHeading(item.text, this.context) : null;
    const leads = heading?.leads ?? this.openingLeads(item);
    const ordered = this.orderOfParent(item, inner, heading);
    if (!ordered && !isSectionHeading(item) && heading === null)
      this.exhort(item, { ...standing, leads: leads ?? [] });
    this.walk(item.children, { ...inner, leads: leads ?? inner.leads });
  }

  /** An item whose lines are labelled like the columns of a table is read like a row of one. */
  private fielded(item: OutlineItem, fields: readonly Field[], standing: Standing): void {
    this.items++;
    const content = {
      column: { kind: "content" as const, heading: "" },
      text: item.text,
      places: placesOfItem(item),
    };
    const cells = fields.map((field) => ({
      column: { kind: field.kind, heading: field.heading },
      text: field.text,
      places: placesOfItem(field.item),
    }));
    const row = {
      label: item.marker?.label || null,
      groups: standing.groups,
      parent: null,
      cells: [content, ...cells],
      places: [...content.places, ...cells.flatMap((cell) => cell.places)],
      inherited: new Set<ColumnKind>(),
    };
    const task = taskOfRow(
      row,
      { ref: this.references.take(standing.path), parent: null, part: standing.part },
      this.context,
    );
    this.found.push({ ...task, origin: "text" });
    const others = item.children.filter(
      (child) => child.kind === "table" || !fields.some((field) => field.item === child),
    );
    this.walk(
      others.filter((child) => child.kind === "table" || child.children.length > 0),
      standing,
    );
    for (const child of others) {
      if (child.kind === "table" || child.children.length > 0) continue;
      this.items++;
      this.reject(child, `chi tiết của ${task.ref}`);
    }
  }

  /** The bodies told to act by a sentence that opens a list. */
  private openingLeads(item: OutlineItem): readonly Addressee[] | null {
    const leads = readOrders(item.text, this.context).flatMap((piece) => piece.leads);
    return leads.length > 0 ? leads : null;
  }

  /** An item with items under it may itself order something: "Sở Tài chính: Tổng hợp …" with a sentence after it. */
  private orderOfParent(
    item: OutlineItem,
    standing: Standing,
    heading: ReturnType<typeof addressedHeading>,
  ): boolean {
    const opens = /:\s*$/.test(item.text) || isSectionHeading(item);
    const listed = item.children.some((child) => child.kind === "item" && child.marker !== null);
    if (heading?.rest === null || opens || (listed && item.text.length < 90)) return false;
    const before = this.found.length;
    this.items--;
    this.leaf(item, standing);
    return this.found.length > before;
  }

  /** A sentence that opens a list and tells somebody to do well in general is kept as a general exhortation. */
  private exhort(item: OutlineItem, standing: Standing): void {
    const told =
      standing.leads.length > 0 &&
      /:\s*$/.test(item.text) &&
      item.text.length > 160 &&
      silentSections[standing.section] === undefined;
    if (told && !tellsThePast(item.text)) this.push(item, wholePiece(item.text), standing, true);
  }

  private leaf(item: OutlineItem, standing: Standing): void {
    this.items++;
    const why = this.reasonAgainst(item, standing);
    if (why !== null) {
      this.reject(item, why);
      return;
    }
    const heading = addressedHeading(item.text, this.context);
    const leads = heading?.leads ?? standing.leads;
    const pieces = readOrders(item.text, this.context).filter(
      (piece) =>
        heading !== null ||
        piece.leads.length > 0 ||
        beginsWithAction(withoutTopic(item.text.slice(piece.start, piece.end))) ||
        leads.length > 0,
    );
    const named = heading !== null || pieces.some((piece) => piece.leads.length > 0);
    if (pieces.length === 0) this.reject(item, "không giao việc cho cơ quan nào");
    else if (this.linksToRow(item, named)) return;
    else
      for (const piece of pieces)
        this.push(
          item,
          { ...piece, leads: piece.leads.length > 0 ? piece.leads : leads },
          standing,
          this.isGeneral(item, piece, named ? leads : standing.leads, named),
        );
  }

  private reasonAgainst(item: OutlineItem, standing: Standing): string | null {
    const silent = silentSections[standing.section];
    if (silent !== undefined) return silent;
    const words = item.text;
    if (words.length < 12 || !/\p{L}/u.test(words)) return "quá ngắn để là một việc";
    if (isSectionHeading(item) && addressedHeading(words, this.context) === null)
      return "đề mục không có nội dung";
    if (/^\((?:Kèm|kèm|Ban hành|Một số|Chi tiết|Đính kèm)/u.test(words)) return "dòng dẫn đến phụ lục";
    const formula = formulaReason(words);
    if (formula !== null) return formula;
    const pieces = readOrders(words, this.context);
    if (pieces.some((piece) => piece.leads.length > 0))
      return tellsThePast(words) &&
        !pieces.some((piece) => piece.time) &&
        !beginsWithAction(withoutTopic(words))
        ? "kể việc đã làm"
        : null;
    if (addressedHeading(words, this.context)) return null;
    if (tellsThePast(words)) return "kể việc đã làm";
    if (!beginsWithAction(withoutTopic(words)) && !beginsWithAction(words))
      return "không giao việc cho cơ quan nào";
    if (standing.section === "neutral" && standing.leads.length === 0)
      return "không giao việc cho cơ quan nào";
    return standing.section === "funding" && standing.leads.length === 0
      ? "quy định chung về kinh phí"
      : null;
  }

  /** Links an item without a body of its own to the annex row that says the same. */
  private linksToRow(item: OutlineItem, named: boolean): boolean {
    const row = this.matcher.match(item.text, named ? 0.72 : 0.5);
    if (!row) return false;
    this.repeats.set(row.ref, [...(this.repeats.get(row.ref) ?? []), item]);
    this.reject(item, `trùng với ${row.ref} của phụ lục, đã gắn vào đó`);
    return true;
  }

  /** Exhortations without a body in a document whose annex gives out the work, and calls to co-operate with no end. */
  private isGeneral(
    item: OutlineItem,
    piece: OrderPiece,
    leads: readonly Addressee[],
    named: boolean,
  ): boolean {
    const effective = piece.leads.length > 0 ? piece.leads : leads;
    if (effective.length === 0) return true;
    const collective = effective.every((lead) => "collective" in lead);
    if (!named && collective && this.matcher.size > 0) return true;
    const words = fold(item.text.slice(piece.start, piece.end));
    return (
      collective &&
      piece.time === null &&
      piece.product === null &&
      /\b(?:chu dong )?phoi hop(?: chat che)? voi\b/.test(words) &&
      words.length < 260
    );
  }

  private push(item: OutlineItem, piece: OrderPiece, standing: Standing, general: boolean): void {
    const content = singleSpaced(item.text.slice(piece.start, piece.end));
    const many = piece.start > 0 || piece.end < item.text.trimEnd().length;
    const base = {
      content,
      leads: piece.leads,
      leadText: null,
      time: piece.time?.words ?? null,
      schedule: piece.time?.schedule ?? null,
      result: piece.product,
      approver: piece.approver,
      origin: "text" as const,
    };
    this.found.push({
      ref: this.references.take(many ? `${standing.path}.${partNumber(item.text, piece)}` : standing.path),
      ...base,
      part: standing.part,
      groups: standing.groups,
      group: standing.groups.at(-1) ?? null,
      parent: null,
      label: item.marker?.label || null,
      number: item.marker && /^\d+$/.test(item.marker.label) ? Number(item.marker.label) : null,
      coordinators: piece.coordinators,
      coordinatingText: null,
      targets: general ? [] : readTargets(content, { leads: piece.leads }),
      cells: [],
      unclear: general ? [] : unclearOf(base),
      sources: placesOfPiece(item, piece),
      alsoAt: [],
      general,
      doubts: doubtsOf({ leads: piece.leads === standing.leads ? 0.1 : 0, schedule: piece.time?.doubt ?? 0 }),
    });
  }

  private reject(item: OutlineItem, why: string): void {
    const place = item.paragraphs[0] ? (placesWithin(item.paragraphs[0])[0] ?? nowhere) : nowhere;
    this.rejected.push({ what: item.text.slice(0, 120) || "(trống)", where: describePlace(place), why });
  }
}

/** "(2)" → 2; a later sentence counts on from the first. */
function partNumber(text: string, piece: OrderPiece): string {
  const label = /^\s*\(?(\d{1,2}|[a-zđ])\)/u.exec(text.slice(piece.start))?.[1];
  return label ?? (piece.start === 0 ? "1" : "2");
}

function wholePiece(text: string): OrderPiece {
  return {
    start: 0,
    end: text.length,
    leads: [],
    coordinators: [],
    approver: null,
    time: null,
    product: null,
  };
}

function placesOfItem(item: OutlineItem): TaskFinding["sources"] {
  return unitePlaces(item.paragraphs.flatMap((paragraph) => placesWithin(paragraph)));
}

function placesOfPiece(item: OutlineItem, piece: OrderPiece): TaskFinding["sources"] {
  const [first, ...more] = item.paragraphs;
  if (!first) return [];
  const own = placesWithin(first, item.offset + piece.start, item.offset + piece.end);
  return unitePlaces([...own, ...more.flatMap((paragraph) => placesWithin(paragraph))]);
}

/** "III.2-1", "2-1", "3.h": numbers joined by dots, bullets counted behind a hyphen. */
function pathOf(parent: string, item: OutlineItem, bullet: number): string {
  if (item.marker === null) return parent === "" ? `0-${bullet}` : `${parent}-${bullet}`;
  if (item.marker.label === "") return `${parent}-${bullet}`;
  const label = item.marker.kind === "article" ? `Đ${item.marker.label}` : item.marker.label;
  return parent === "" || parent.startsWith("0-") ? label : `${parent}.${label}`;
}

function isSectionHeading(item: OutlineItem): boolean {
  const letters = item.text.replace(/[^\p{L}]/gu, "");
  const capitals = letters.length > 4 && letters === letters.toUpperCase();
  return (
    capitals ||
    item.marker?.kind === "roman" ||
    item.marker?.kind === "part" ||
    item.marker?.kind === "capital" ||
    (item.children.length > 0 &&
      item.text.length < 90 &&
      sectionKindOf(item.text) !== "neutral" &&
      !/:\s*$/.test(item.text))
  );
}

function headingText(item: OutlineItem): string {
  return singleSpaced(`${item.marker?.written ?? ""} ${item.text}`).slice(0, 300);
}
