import {
  AlignmentType,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from "docx";
import { line } from "./paragraph.ts";
import {
  font,
  halfPoints,
  headerDistance,
  margins,
  type Orientation,
  paper,
  sizes,
  twips,
} from "./statutory-measures.ts";

export interface SectionShape {
  readonly orientation: Orientation;
  /** A line at the foot of every page, in small italics: "Bản mẫu". The statutory layout has none. */
  readonly footNote?: string;
}

/**
 * Pages with numbers of their own from 1, in the middle of the top margin, not shown on the first (Phụ lục I, I.7). The
 * text of a decision, the plan that comes with it and each annex are one section each.
 */
export function statutorySection(children: readonly FileChild[], shape: SectionShape): ISectionOptions {
  const landscape = shape.orientation === "landscape";
  const foot = shape.footNote === undefined ? null : footOf(shape.footNote);
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: {
          width: twips(paper.width),
          height: twips(paper.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(margins.top),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          right: twips(margins.right),
          header: twips(headerDistance),
          footer: twips(headerDistance),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      default: new Header({ children: [pageNumber()] }),
      first: new Header({ children: [empty()] }),
    },
    ...(foot ? { footers: { default: foot, first: foot } } : {}),
    children,
  };
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], font, size: halfPoints(sizes.pageNumber) })],
  });
}

function empty(): Paragraph {
  return new Paragraph({ children: [] });
}

function footOf(note: string): Footer {
  return new Footer({
    children: [line(note, { size: sizes.recipients, italic: true }, { align: "centre" })],
  });
}
