import { bookStep, type LedgerStep, type Rejection } from "../basics/ledger.ts";
import type { Table } from "../document/block.ts";
import { describePlace, nowhere, unitePlaces } from "../document/place.ts";
import { whyUnplaced } from "../language/unplaced-reasons.ts";
import type { Addressee } from "../organisation/addressee.ts";
import { readAddressees } from "../organisation/addressees.ts";
import { findAddressees } from "../organisation/mentions.ts";
import { fold, singleSpaced } from "../text/fold.ts";
import { actsBehindBody, beginsWithAction } from "./action-verbs.ts";
import { unclearOf } from "./clears.ts";
import { columnKindOf } from "./columns.ts";
import type { ReadingContext } from "./context.ts";
import { type Field, fieldsOf, rowOfFields } from "./fielded-item.ts";
import type { TaskFinding } from "./findings.ts";
import { isSectionHeading, reasonAgainst } from "./item-reason.ts";
import { addressedHeading, type OrderPiece, readOrders, withoutTopic } from "./order-sentence.ts";
import { tellsThePast } from "./order-words.ts";
import { type OutlineItem, type OutlineNode, placesOfItem } from "./outline.ts";
import type { References } from "./refs.ts";
import { alsoStandsAt, RowMatcher } from "./repeats.ts";
import { readSchedule } from "./schedule.ts";
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
  /** The leads stand in a heading of their own ("1. Sở Ngoại vụ"), not in a sentence to everybody. */
  readonly addressed: boolean;
}

/** A heading of one body with a colon: companies, schools, associations, whose names no list holds. */
const opensWithBody =
  /^(?:Tập đoàn|Tổng công ty|Tổng Công ty|Công ty|Ngân hàng|Hiệp hội|Liên hiệp|Liên đoàn|Học viện|Viện \p{Lu}|Trường \p{Lu}|Bệnh viện|Trung tâm|Ban Quản lý|Hợp tác xã|Quỹ|Chi nhánh|Bưu điện|Chủ đầu tư|Nhà đầu tư)[^:]*:\s*$/u;

/** The paragraph before, with those whom it told something. */
interface Told {
  readonly node: OutlineItem;
  readonly leads: readonly Addressee[];
  /** It went on itself with what the one before it said. */
  readonly goesOn: boolean;
}

/** What a sentence begins with that goes on with what was said: "at the same time", "in doing so", "for now". */
const goingOn =
  /^(?:dong thoi|trong qua trinh|qua trinh|truoc mat|ben canh do|ngoai ra|cung voi do|theo do|tren co so do)\b/;

/**
 * Whether a paragraph without a mark goes on with the one before it, and so tells those whom that one told: it stands
 * under a marked item, begins with words that join it, or follows one that did.
 */
function continues({ marker, text }: OutlineItem, before: Told): boolean {
  return marker === null && (before.node.marker !== null || before.goesOn || goingOn.test(fold(text)));
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
  reader.walk(outline, { section: "neutral", part: null, groups: [], path: "", leads: [], addressed: false });
  const { items, rejected } = reader;
  return { tasks: reader.inOrder(), step: bookStep("textItems", items, items - rejected.length, rejected) };
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
  /** The issuer under the name by which addressees are known: it does not order itself. */
  private readonly issuer: string | null;

  constructor(
    tables: ReadonlyMap<Table, readonly TaskFinding[]>,
    references: References,
    context: ReadingContext,
  ) {
    this.tables = tables;
    this.references = references;
    this.context = context;
    this.matcher = new RowMatcher([...tables.values()].flat());
    const { gazetteer, addressing } = context;
    const [issuer] =
      addressing.issuer === null ? [] : readAddressees(addressing.issuer, gazetteer, addressing).addressees;
    this.issuer = issuer && "unit" in issuer ? issuer.unit : null;
  }

  inOrder(): readonly TaskFinding[] {
    return this.found
      .flatMap((found) => ("kind" in found ? (this.tables.get(found) ?? []) : [found]))
      .map((task) => (this.repeats.get(task.ref) ?? []).reduce(alsoStandsAt, task));
  }

  walk(nodes: readonly OutlineNode[], standing: Standing): void {
    let bullets = 0;
    let before: Told | null = null;
    for (const node of nodes) {
      if (node.kind === "table") {
        this.found.push(node.table);
        before = null;
        continue;
      }
      if (node.marker?.label === "" || (node.marker === null && node.children.length === 0)) bullets++;
      const goesOn: boolean = before !== null && !standing.addressed && continues(node, before);
      const leads: readonly Addressee[] = goesOn && before ? before.leads : standing.leads;
      const from = this.found.length;
      this.item(node, { ...standing, leads, path: pathOf(standing.path, node, bullets) });
      const last = this.found.slice(from).at(-1);
      const told = last && !("kind" in last) && last.leads !== standing.leads ? last.leads : [];
      before = told.length > 0 ? { node, leads: told, goesOn } : null;
    }
  }

  /** Reads one item with all under it. */
  private item(item: OutlineItem, standing: Standing): void {
    const fields = isSectionHeading(item) ? null : fieldsOf(item);
    if (fields) this.fielded(item, fields, standing);
    else if (item.children.length === 0) this.leaf(item, standing);
    else this.branch(item, standing);
  }

  /** An item with items under it: a heading, a sentence that opens a list, or an order with more behind it. */
  private branch(item: OutlineItem, standing: Standing): void {
    const isHeading = isSectionHeading(item);
    const section = isHeading ? sectionKindOf(item.text) : "neutral";
    const inner: Standing = {
      ...standing,
      section: section === "neutral" ? standing.section : section,
      groups: [...standing.groups, headingText(item)],
      part: standing.part ?? headingText(item),
    };
    const silent = silentSections[inner.section] !== undefined;
    const heading = silent ? null : this.addressed(item, inner.section);
    const opening =
      silent || heading
        ? []
        : this.besidesIssuer(readOrders(item.text, this.context).flatMap((piece) => piece.leads));
    if (ordersItself(item, heading)) this.leaf(item, { ...inner, groups: standing.groups });
    else {
      this.items++;
      if (!isHeading && heading === null && opening.length > 0)
        this.opener(item, { ...inner, groups: standing.groups });
    }
    const leads = heading?.leads ?? (opening.length > 0 ? opening : null);
    this.walk(item.children, leads === null ? inner : { ...inner, leads, addressed: heading !== null });
  }

  /**
   * The bodies that a heading addresses. Where the organisation of the work is laid down, a short heading over other
   * items is a body even when nobody knows its name ("13. Tổng Công ty Điện lực …"); elsewhere when it begins like one.
   */
  private addressed(item: OutlineItem, section: SectionKind): ReturnType<typeof addressedHeading> {
    const known = addressedHeading(item.text, this.context) ?? this.tailedHeading(item);
    const alone = section === "organisation" ? !/[.;]$/.test(item.text) : opensWithBody.test(item.text);
    const short = alone && item.marker !== null && item.text.length < 120;
    if (known || !short || beginsWithAction(item.text) || isSectionHeading(item)) return known;
    const { addressees } = readAddressees(
      item.text.replace(/[:\s]+$/, ""),
      this.context.gazetteer,
      this.context.addressing,
    );
    return addressees.length > 0 ? { leads: addressees, rest: null } : null;
  }

  /** "4. Chủ tịch UBND các xã có làng nghề:": bodies, with what sets them apart behind their name. */
  private tailedHeading(item: OutlineItem): ReturnType<typeof addressedHeading> {
    const words = item.text.replace(/[:\s]+$/, "");
    if (!/:\s*$/.test(item.text) || words.length > 140) return null;
    const { gazetteer, addressing } = this.context;
    const [first, ...others] = findAddressees(words, gazetteer, addressing);
    if (first?.start !== 0 || others.length > 0 || actsBehindBody(words.slice(first.end))) return null;
    const [body] = first.addressees;
    const whole: Addressee = { collective: words, text: words, role: "lead", share: null };
    return { leads: body && "unit" in body ? first.addressees : [whole], rest: null };
  }

  /** An item whose lines are labelled like the columns of a table is read like a row of one. */
  private fielded(item: OutlineItem, fields: readonly Field[], standing: Standing): void {
    this.items++;
    const ref = this.references.take(standing.path);
    const row = rowOfFields(item, fields, standing.groups);
    const task = taskOfRow(row, { ref, parent: null, part: standing.part }, this.context);
    this.found.push({ ...task, origin: "text" });
    const others = item.children.filter((child) => !fields.some((field) => field.item === child));
    const branches = others.filter((child) => child.kind === "table" || child.children.length > 0);
    this.walk(branches, standing);
    for (const child of others) {
      if (child.kind === "table" || child.children.length > 0) continue;
      this.items++;
      this.reject(child, whyUnplaced("detailOf", ref));
    }
  }

  /** A sentence that opens a list: an order when it sets a date, else a general exhortation if it says more than that. */
  private opener(item: OutlineItem, standing: Standing): void {
    const pieces = readOrders(item.text, this.context).filter((piece) => piece.leads.length > 0);
    const [first] = pieces;
    if (!first || tellsThePast(item.text)) return;
    const dated = pieces.find((piece) => piece.time !== null);
    if (dated) this.push(item, dated, standing, false);
    else if (item.text.length > 160 && /:\s*$/.test(item.text))
      this.push(item, { ...first, start: 0, end: item.text.length }, standing, true);
  }

  private leaf(item: OutlineItem, standing: Standing): void {
    this.items++;
    if (this.datesTaskAbove(item, standing)) return;
    const silent = silentSections[standing.section] !== undefined;
    const heading = silent ? null : addressedHeading(item.text, this.context);
    const pieces = silent ? [] : readOrders(item.text, this.context);
    const why = reasonAgainst({
      item,
      section: standing.section,
      told: standing.leads.length > 0,
      addressed: standing.addressed,
      heading: heading === null ? null : heading.rest === null ? "whole" : "beginning",
      pieces,
    });
    if (why !== null) this.reject(item, why);
    else this.orders(item, pieces, heading?.leads ?? null, standing);
  }

  /** "Thời gian hoàn thành: …" on a line of its own dates the task before it. */
  private datesTaskAbove(item: OutlineItem, standing: Standing): boolean {
    const above = this.found.at(-1);
    const colon = item.text.indexOf(":");
    if (!above || "kind" in above || above.time !== null) return false;
    if (above.groups.some((group, i) => standing.groups[i] !== group)) return false;
    if (colon < 3 || colon > 45 || columnKindOf(item.text.slice(0, colon)) !== "time") return false;
    const time = singleSpaced(item.text.slice(colon + 1));
    const reading = readSchedule(time, { documentDate: this.context.addressing.date });
    if (!reading) return false;
    const dated = {
      ...above,
      time,
      schedule: reading.schedule,
      sources: unitePlaces([...above.sources, ...placesOfItem(item)]),
    };
    this.found[this.found.length - 1] = { ...dated, unclear: dated.general ? [] : unclearOf(dated) };
    this.reject(item, whyUnplaced("timeOf", above.ref));
    return true;
  }

  private orders(
    item: OutlineItem,
    pieces: readonly OrderPiece[],
    headed: readonly Addressee[] | null,
    standing: Standing,
  ): void {
    const leads = headed ?? standing.leads;
    const named = headed !== null || standing.addressed || pieces.some((piece) => piece.leads.length > 0);
    if (this.linksToRow(item, named)) return;
    const real = pieces.filter(
      (piece) =>
        headed !== null ||
        piece.leads.length > 0 ||
        leads.length > 0 ||
        beginsWithAction(withoutTopic(item.text.slice(piece.start, piece.end))),
    );
    const others = real.map((piece) => ({ ...piece, leads: this.besidesIssuer(piece.leads) }));
    const own = others.filter((piece, i) => piece.leads.length === 0 && (real[i]?.leads.length ?? 0) > 0);
    if (real.length === own.length) {
      this.reject(item, real.length === 0 ? whyUnplaced("notOrdering") : whyUnplaced("ofIssuer"));
      return;
    }
    for (const piece of others) {
      const told: OrderPiece = {
        ...piece,
        leads: piece.leads.length > 0 && !(headed && piece.start === 0) ? piece.leads : leads,
      };
      this.push(item, told, standing, this.isGeneral(item, told, named));
    }
  }

  private besidesIssuer(leads: readonly Addressee[]): readonly Addressee[] {
    return leads.filter((lead) => !("unit" in lead && lead.unit === this.issuer));
  }

  /** Links an item to the annex row that says the same; one that names its own lead must say it more nearly. */
  private linksToRow(item: OutlineItem, named: boolean): boolean {
    const row = this.matcher.match(item.text, named ? 0.72 : 0.5);
    if (!row) return false;
    this.repeats.set(row.ref, [...(this.repeats.get(row.ref) ?? []), item]);
    this.reject(item, whyUnplaced("repeated", row.ref));
    return true;
  }

  /** Exhortations without a body in a document whose annex gives out the work, and calls to co-operate with no end. */
  private isGeneral(item: OutlineItem, piece: OrderPiece, named: boolean): boolean {
    if (piece.leads.length === 0) return piece.time === null || this.matcher.size > 0;
    const collective = piece.leads.every((lead) => "collective" in lead);
    if (!collective) return false;
    if (!named && this.matcher.size > 0) return true;
    const words = fold(item.text.slice(piece.start, piece.end));
    const open = piece.time === null && piece.product === null && words.length < 260;
    return open && /\b(?:chu dong )?phoi hop(?: chat che)? voi\b/.test(words);
  }

  private push(item: OutlineItem, piece: OrderPiece, standing: Standing, general: boolean): void {
    const content = singleSpaced(item.text.slice(piece.start, piece.end));
    const whole = piece.start === 0 && piece.end >= item.text.trimEnd().length;
    const judged = {
      content,
      leads: piece.leads,
      leadText: null,
      time: piece.time?.words ?? null,
      schedule: piece.time?.schedule ?? null,
      result: piece.product,
      approver: piece.approver,
      origin: "text" as const,
    };
    const inherited = piece.leads === standing.leads && !standing.addressed;
    this.found.push({
      ref: this.references.take(whole ? standing.path : `${standing.path}.${partNumber(item.text, piece)}`),
      ...judged,
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
      unclear: general ? [] : unclearOf(judged),
      sources: placesOfItem(item, piece.start, piece.end),
      alsoAt: [],
      general,
      doubts: doubtsOf({ leads: inherited ? 0.1 : 0, schedule: piece.time?.doubt ?? 0 }),
    });
  }

  private reject(item: OutlineItem, why: string): void {
    const where = describePlace(placesOfItem(item)[0] ?? nowhere);
    this.rejected.push({ what: item.text.slice(0, 120) || "(trống)", where, why });
  }
}

/** Whether an item with items under it also orders something by its own words: a whole sentence, not a title. */
function ordersItself(item: OutlineItem, heading: ReturnType<typeof addressedHeading>): boolean {
  if (heading) return heading.rest !== null;
  if (item.text === "" || isSectionHeading(item) || /:\s*$/.test(item.text)) return false;
  const listed = item.children.some((child) => child.kind === "item" && child.marker !== null);
  return !listed || /[.;]\s*$/.test(item.text);
}

/** "(2)" → 2; a later sentence counts on from the first. */
function partNumber(text: string, piece: OrderPiece): string {
  const label = /^\s*\(?(\d{1,2}|[a-zđ])\)/u.exec(text.slice(piece.start))?.[1];
  return label ?? (piece.start === 0 ? "1" : "2");
}

/** "III.2-1", "2-1", "3.h": numbers joined by dots, bullets counted behind a hyphen; headings without a number add nothing. */
function pathOf(parent: string, item: OutlineItem, bullet: number): string {
  if (item.marker === null && item.children.length > 0) return parent;
  if (item.marker === null || item.marker.label === "") return `${parent === "" ? "0" : parent}-${bullet}`;
  const { kind, label } = item.marker;
  // "2.1" under "III.2" is III.2.1: a nested number says its parents again.
  const [, above, last] = /^(.*?)\.?([^.]*)$/.exec(parent) ?? [];
  if (kind === "decimal" && last !== undefined && label.startsWith(`${last}.`))
    return above ? `${above}.${label}` : label;
  const own = kind === "article" ? `Đ${label}` : label;
  return parent === "" ? own : `${parent}.${own}`;
}

function headingText(item: OutlineItem): string {
  return singleSpaced(`${item.marker?.written ?? ""} ${item.text}`);
}
