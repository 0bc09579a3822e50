import { childOf, childrenOf, integer, settingOf, switchOf, type XmlElement } from "./xml.ts";

interface Field {
  instruction: string;
  inResult: boolean;
  dropped: boolean;
}

const pageNumber = /^\s*(PAGE|NUMPAGES|SECTIONPAGES)\b/i;

/** True for fields that show the number of a page. */
export function isPageNumber(instruction: string): boolean {
  return pageNumber.test(instruction);
}

/**
 * The fields that are open while a story is read (ECMA-376 part 1 §17.16.18): instructions are not shown, results are.
 * Fields run over paragraphs and hold other fields.
 */
export class OpenFields {
  private readonly open: Field[] = [];
  private readonly dropsPageNumbers: boolean;

  constructor(dropsPageNumbers: boolean) {
    this.dropsPageNumbers = dropsPageNumbers;
  }

  /** Takes a `w:fldChar`; true when it ends the instruction of a page number that is dropped. */
  mark(type: string | undefined): boolean {
    if (type === "begin") this.open.push({ instruction: "", inResult: false, dropped: false });
    const field = this.open.at(-1);
    if (!field || type === "begin") return false;
    const isDropped = !field.inResult && this.dropsPageNumbers && isPageNumber(field.instruction);
    if (type === "end") this.open.pop();
    else {
      field.inResult = true;
      field.dropped = isDropped;
    }
    return isDropped;
  }

  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field) field.instruction += text;
  }

  /**
   * Whether text read now is shown. Text straight in an instruction is a field whose end was lost: it is shown,
   * since it would be lost otherwise.
   */
  get shown(): boolean {
    const last = this.open.length - 1;
    return this.open.every((field, i) => !field.dropped && (field.inResult || i === last));
  }
}

/** What a form field shows that holds its value in its data: a box to tick, a list to choose from. Empty otherwise. */
export function formFieldText(fieldMark: XmlElement): string {
  const data = childOf(fieldMark, "w:ffData");
  const box = childOf(data, "w:checkBox");
  if (box) return (switchOf(box, "w:checked") ?? switchOf(box, "w:default")) ? "☒" : "☐";
  const list = childOf(data, "w:ddList");
  const choice = integer(settingOf(list, "w:result") ?? settingOf(list, "w:default")) ?? 0;
  return childrenOf(list, "w:listEntry")[choice]?.attributes["w:val"] ?? "";
}
