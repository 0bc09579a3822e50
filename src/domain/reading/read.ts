import { parseIsoDate } from "../basics/calendar-date.ts";
import { bookStep, type LedgerStep, type Rejection } from "../basics/ledger.ts";
import {
  type Block,
  inFile,
  placesOfBlocks,
  type Table,
  textOfBlocks,
  visibleText,
  withParagraphsCounted,
} from "../document/block.ts";
import { findCitations } from "../document/citation-find.ts";
import { damageOfBlocks } from "../document/damaged-blocks.ts";
import { documentExtent } from "../document/extent.ts";
import { type Extract, type FileFormat, isWorkbook, type TextLine } from "../document/extract.ts";
import { isAnnexTitle } from "../document/head-lines.ts";
import { layoutPages } from "../document/layout/layout.ts";
import { decodeLegacyBlocks } from "../document/legacy-blocks.ts";
import type { Page } from "../document/page.ts";
import { describePlace, nowhere } from "../document/place.ts";
import { withMarksRight } from "../document/recognised-words.ts";
import { respelledBlocks, writtenBlocks } from "../document/respelled-blocks.ts";
import { blocksOfLines } from "../document/text-lines.ts";
import { whyUnplaced } from "../language/unplaced-reasons.ts";
import type { Gazetteer } from "../organisation/gazetteer.ts";
import { isDamaged } from "../text/damage.ts";
import { remembering } from "../text/remember.ts";
import { respell } from "../text/respelling.ts";
import type { Column } from "./columns.ts";
import type { ReadingContext } from "./context.ts";
import type { DocumentFindings, DocumentHead, TaskFinding } from "./findings.ts";
import { restoreFlattenedTables } from "./flattened-table.ts";
import { withoutFrame } from "./frame.ts";
import { provinceOfHead, readHead } from "./head.ts";
import { looksLikeBodies } from "./only-bodies.ts";
import { outlineOf } from "./outline.ts";
import { findReferences } from "./references.ts";
import { References } from "./refs.ts";
import { respellingDoubts } from "./respelling-doubts.ts";
import { readSchedule } from "./schedule.ts";
import type { CellSense } from "./spread-cells.ts";
import { readTableTasks, type TableReading } from "./table-tasks.ts";
import { readTextTasks } from "./text-tasks.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** A file laid out in reading order, whatever form it came in. */
export interface LaidOut {
  readonly format: FileFormat;
  /** In reading order; where the file is damaged, with the words put right that reading knows. */
  readonly blocks: readonly Block[];
  /** How many of the blocks are damaged: text that an OCR model of another language read. */
  readonly damaged: number;
  /** Paragraphs in a font of before Unicode that did not say its name, turned by the text itself. */
  readonly decoded: number;
  readonly steps: readonly LedgerStep[];
}

/**
 * Brings what intake took from a file into blocks: lines are joined, pages laid out, and what is damaged is respelled
 * with the words of reading and the names of the gazetteer.
 */
export function layOut(extract: Extract, gazetteer: Gazetteer): LaidOut {
  const { content } = extract;
  const laid =
    content.kind === "lines"
      ? blocksOfLines(content.lines, meaningOfLines(content.lines, gazetteer))
      : content.kind === "pages"
        ? layoutPages(readPages(content.pages, gazetteer))
        : { blocks: withParagraphsCounted(content.blocks), steps: [] };
  const { blocks, decoded } = decodeLegacyBlocks(laid.blocks);
  const { damaged } = damageOfBlocks(blocks);
  return {
    format: extract.format,
    blocks: damaged.size > 0 ? respelledBlocks(blocks, damaged, vocabularyOf(gazetteer)) : blocks,
    damaged: damaged.size,
    decoded,
    steps: [...extract.steps, ...laid.steps],
  };
}

/** Pages with marks put right where they were recognised in pictures; other pages need no lexicon. */
function readPages(pages: readonly Page[], gazetteer: Gazetteer): readonly Page[] {
  const recognised = pages.some((page) => page.words.some((word) => word.origin === "recognised"));
  return recognised ? withMarksRight(pages, vocabularyOf(gazetteer)) : pages;
}

function meaningOfLines(lines: readonly TextLine[], gazetteer: Gazetteer): (text: string) => string {
  // Some pages say it for all.
  const damaged = isDamaged(
    lines
      .slice(0, 200)
      .map((line) => line.text)
      .join("\n"),
  );
  return damaged ? (text) => respell(text, vocabularyOf(gazetteer)).text : (text) => text;
}

export interface ReadResult {
  readonly findings: DocumentFindings;
  /** The document as it stands in the file, for showing findings in their place. */
  readonly blocks: readonly Block[];
  /** The same blocks as reading saw them: where the file is damaged, with the words put right that reading knows. */
  readonly respelled: readonly Block[];
}

/**
 * Reads one document, of one or several files (main text first): head, orders of tables and text, citations, and
 * the books of every step. Pure; the gazetteer is the only knowledge from outside, beside numbers of documents that are
 * `known`: a number that the file shows badly is rather one of them.
 */
export function readFindings(
  files: readonly LaidOut[],
  gazetteer: Gazetteer,
  { known }: { readonly known?: ReadonlySet<string> } = {},
): ReadResult {
  const extents = files.map((file, index) => ({
    ...documentExtent(file.blocks),
    blocks: index === 0 ? file.blocks : inFile(file.blocks, index),
  }));
  const own = extents.flatMap(({ blocks, from, to }) => blocks.slice(from, to));
  const head = readHead(own, { gazetteer });
  const context: ReadingContext = {
    gazetteer,
    addressing: {
      province: provinceOfHead(head, gazetteer),
      issuer: head.issuer,
      date: head.date === null ? null : parseIsoDate(head.date),
    },
  };
  const blocks = restoreFlattenedTables(own, senseOf(context));
  const refs = new References();
  // A list kept as a spreadsheet is a register of tasks whatever it calls itself.
  const listed = files.some((file) => isWorkbook(file.format));
  const tables = readTables(blocks, listed || givesDuties(head), refs, context);
  const body = withoutFrame(blocks);
  const onlyLists = files.every((file) => isWorkbook(file.format));
  const text =
    givesDuties(head) && !onlyLists
      ? readTextTasks(outlineOf(body.blocks), tables.tasks, refs, context)
      : { tasks: [...tables.tasks.values()].flat(), step: silentText(onlyLists ? body.blocks : []) };
  // A title on the wrapper of a web page cites too: every occurrence in the files counts.
  const everything = extents.flatMap((extent) => extent.blocks);
  const surroundings = {
    ...{ gazetteer, own: head.number, issuer: head.issuer, date: head.date },
    ...(known ? { known } : {}),
  };
  const citations = findCitations(everything, surroundings);
  const references = findReferences(everything, surroundings);
  const steps = [
    ...files.flatMap((file) => file.steps),
    bookStep(
      "blocks",
      extents.reduce((sum, { blocks }) => sum + blocks.length, 0),
      own.length,
      extents.flatMap(({ rejected }) => rejected),
    ),
    tables.step,
    ...tables.rowSteps,
    body.step,
    text.step,
  ];
  const doubts = respellingDoubts(everything);
  return {
    findings: {
      document: doubts.ofHead(head),
      tasks: text.tasks.map(doubts.ofTask),
      citations: citations.map(doubts.ofCitation),
      references,
      ledger: { steps },
    },
    blocks: writtenBlocks(blocks),
    respelled: blocks,
  };
}

/** Kinds of documents that tell, ask or invite, and order nothing whatever their words (Nghị định 30/2020/NĐ-CP, Điều 7). */
const tellingKinds = new Set(["BC", "TTr", "GM", "GGT", "GNP", "PG", "PC", "PB", "BB", "HĐ"]);

function givesDuties(head: DocumentHead): boolean {
  return head.kind === null || !tellingKinds.has(head.kind);
}

/** The letterhead, titles and legends around the tables of a spreadsheet order nothing: each is booked as such. */
function silentText(blocks: readonly Block[]): LedgerStep {
  const paragraphs = blocks.filter((block) => block.kind === "paragraph");
  const rejected = paragraphs.map((paragraph) => ({
    what: visibleText(paragraph).slice(0, 120) || "(trống)",
    where: describePlace(placesOfBlocks([paragraph])[0] ?? nowhere),
    why: whyUnplaced("besideSheet"),
  }));
  return bookStep("textItems", paragraphs.length, 0, rejected);
}

/** Each paragraph is asked about once for every column and neighbour that it may have. */
function senseOf(context: ReadingContext): CellSense {
  return {
    isTime: remembering((text) => {
      if (text.length > 240) return false;
      const reading = readSchedule(text, { documentDate: context.addressing.date });
      return reading !== null && reading.words.length * 2 >= text.length;
    }),
    isBodies: remembering((text) => looksLikeBodies(text, context)),
  };
}

interface TablesReading {
  readonly tasks: ReadonlyMap<Table, readonly TaskFinding[]>;
  readonly step: LedgerStep;
  readonly rowSteps: readonly LedgerStep[];
}

/** Reads the tables in document order; a table without a heading goes on with the columns of the one before it. */
function readTables(
  blocks: readonly Block[],
  allowed: boolean,
  references: References,
  context: ReadingContext,
): TablesReading {
  const tasks = new Map<Table, readonly TaskFinding[]>();
  const rowSteps: LedgerStep[] = [];
  const rejected: Rejection[] = [];
  let columns: readonly Column[] | null = null;
  const annexes = annexesOf(blocks);
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "paragraph") {
      if (visibleText(block).length > 3) columns = null;
      continue;
    }
    const reading: TableReading | null = allowed
      ? readTableTasks(block, columns, annexes(index), references, context)
      : null;
    if (reading) {
      tasks.set(block, reading.tasks);
      rowSteps.push(reading.table.step);
      columns = reading.table.columns;
    } else
      rejected.push({
        what: textOfBlocks([block]).replaceAll("\n", " | ").slice(0, 120) || "(bảng trống)",
        where: describePlace(placesOfBlocks([block])[0] ?? nowhere),
        why: whyNoOrders(block, allowed),
      });
  }
  return { tasks, rowSteps, step: bookStep("tables", tasks.size + rejected.length, tasks.size, rejected) };
}

function whyNoOrders(table: Table, allowed: boolean): string {
  if (!allowed) return whyUnplaced("tellingKind");
  if (table.rows.length <= 2 && table.columnCount <= 3) return whyUnplaced("frameTable");
  return whyUnplaced("plainTable");
}

/** The annex a block stands in, with the prefix of its references: "PL" for the only one, "PL2" for the second. */
function annexesOf(blocks: readonly Block[]): (index: number) => { part: string | null; prefix: string } {
  const titles = blocks.flatMap((block, index) =>
    block.kind === "paragraph" && isAnnexTitle(visibleText(block))
      ? [{ index, title: visibleText(block) }]
      : [],
  );
  return (index) => {
    const at = titles.findLastIndex((title) => title.index < index);
    const found = titles[at];
    return found
      ? { part: found.title, prefix: titles.length > 1 ? `PL${at + 1}` : "PL" }
      : { part: null, prefix: "B" };
  };
}
