import { whyUnplaced } from "../../domain/language/unplaced-reasons.ts";
import type { Tally } from "./tally.ts";
import { childOf, childrenOf, descendantsOf, settingOf, type XmlElement } from "./xml.ts";

/** Told of content that the reader of the document does not see: what, and the reason. */
export type OnDropped = (text: string, why: string) => void;

const transparent: ReadonlySet<string> = new Set([
  "w:ins",
  "w:moveTo",
  "w:hyperlink",
  "w:smartTag",
  "w:customXml",
  "w:dir",
  "w:bdo",
  "w:sdtContent",
]);

/**
 * The children of an element in the final view of the document: insertions and moved text taken as they are, deletions
 * and the place text was moved from left out, wrappers (links, smart tags, content controls) opened, one branch of
 * alternatives.
 */
export function* contentOf(element: XmlElement, tally: Tally, dropped: OnDropped): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === "w:del" || child.name === "w:moveFrom") {
      tally.trackedChanges++;
      dropped(
        storedText(child),
        child.name === "w:del" ? whyUnplaced("trackedDeletion") : whyUnplaced("trackedMove"),
      );
    } else if (child.name === "w:sdt") {
      yield* controlContent(child, tally, dropped);
    } else if (child.name === "mc:AlternateContent") {
      const branch = chosenBranch(child);
      if (branch) yield* contentOf(branch, tally, dropped);
    } else if (transparent.has(child.name)) {
      if (child.name === "w:ins") tally.trackedChanges++;
      yield* contentOf(child, tally, dropped);
    } else yield child;
  }
}

function* controlContent(control: XmlElement, tally: Tally, dropped: OnDropped): Generator<XmlElement> {
  const properties = childOf(control, "w:sdtPr");
  const content = childOf(control, "w:sdtContent");
  if (!content) return;
  const isPrompt = childOf(properties, "w:showingPlcHdr") !== null && holdsPromptOnly(content);
  if (isPrompt) dropped(storedText(content), whyUnplaced("emptyField"));
  // The grey "click here to enter text" is no text of the document, but a cell or paragraph that holds it stays.
  yield* contentOf(isPrompt ? withoutRuns(content) : content, tally, dropped);
}

/** Programs that fill in forms leave the mark of a prompt on real text; the style of prompts they take away. */
function holdsPromptOnly(content: XmlElement): boolean {
  for (const node of descendantsOf(content))
    if (node.name === "w:r" && settingOf(childOf(node, "w:rPr"), "w:rStyle") !== "PlaceholderText")
      return false;
  return true;
}

function withoutRuns(element: XmlElement): XmlElement {
  const kept = element.children.filter((child) => child.name !== "w:r");
  return { ...element, children: kept.map(withoutRuns) };
}

/**
 * The branch that is read: the first choice, which is what programs of today show; the fallback repeats it for older
 * ones (ECMA-376 part 3 §7.6).
 */
export function chosenBranch(alternatives: XmlElement): XmlElement | null {
  return childrenOf(alternatives, "mc:Choice")[0] ?? childOf(alternatives, "mc:Fallback");
}

/** All text stored inside, deleted text too, for saying what was left out. */
export function storedText(element: XmlElement): string {
  let text = "";
  for (const child of descendantsOf(element)) {
    if (child.name === "w:t" || child.name === "w:delText") text += child.text;
    else if (child.name === "w:p") text += " ";
  }
  return text.replace(/\s+/g, " ").trim();
}
