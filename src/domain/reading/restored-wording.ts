import { type Block, type Paragraph, paragraphsOf } from "../document/block.ts";
import { meets, type Place } from "../document/place.ts";
import { writtenOffset, writtenWithin } from "../document/respelled-blocks.ts";
import { restoredOffset } from "../document/restored-text.ts";
import type { TaskFinding } from "./findings.ts";

/** A damaged paragraph as reading saw it, and as it was restored afterwards. */
interface Wording {
  readonly read: Paragraph;
  readonly restored: Paragraph;
}

/** What people see and search of a task; bodies and times were read from it before. */
const shown = ["content", "result", "leadText", "coordinatingText"] as const;

/**
 * Tasks of a damaged document in the wording that was restored; what stands in the file is kept beside it, and what of the
 * restored words is doubtful makes the field doubtful. `read` and `restored` are the same blocks, as reading saw them and
 * as they were restored. What is not found in them as it was read stays as it is.
 */
export function inRestoredWording(
  tasks: readonly TaskFinding[],
  read: readonly Block[],
  restored: readonly Block[],
): readonly TaskFinding[] {
  const others = paragraphsOf(restored);
  const wordings: Wording[] = [];
  for (const paragraph of paragraphsOf(read)) {
    const other = others.next().value;
    if (other?.restored) wordings.push({ read: paragraph, restored: other });
  }
  return wordings.length === 0 ? tasks : tasks.map((task) => restoredTask(task, wordings));
}

function restoredTask(task: TaskFinding, all: readonly Wording[]): TaskFinding {
  const near = all.filter(({ read }) => standsAt(read, task.sources));
  const changed: Partial<Record<(typeof shown)[number], string>> = {};
  const asWritten: Record<string, string> = {};
  const doubts: Record<string, number> = { ...task.doubts };
  for (const field of shown) {
    const text = task[field];
    const found = text === null ? null : restoredLines(text, near);
    if (found === null) continue;
    changed[field] = found.text;
    if (found.written !== found.text) asWritten[field] = found.written;
    if (found.doubt > (doubts[field] ?? 0)) doubts[field] = found.doubt;
  }
  return Object.keys(changed).length === 0
    ? task
    : { ...task, ...changed, doubts, ...(Object.keys(asWritten).length > 0 ? { asWritten } : {}) };
}

function standsAt({ spans }: Paragraph, places: readonly Place[]): boolean {
  return spans.some(({ place }) => places.some((other) => meets(place, other)));
}

interface RestoredPart {
  readonly text: string;
  readonly written: string;
  readonly doubt: number;
}

/** Line by line, each from the paragraph that holds it; null when no line was found. */
function restoredLines(text: string, wordings: readonly Wording[]): RestoredPart | null {
  const lines = text.split("\n").map((line) => ({ line, found: restoredLine(line, wordings) }));
  if (lines.every(({ found }) => found === null)) return null;
  const parts = lines.map(({ line, found }) => found ?? { text: line, written: line, doubt: 0 });
  return {
    text: parts.map((part) => part.text).join("\n"),
    written: parts.map((part) => part.written).join("\n"),
    doubt: Math.max(...parts.map((part) => part.doubt)),
  };
}

function restoredLine(line: string, wordings: readonly Wording[]): RestoredPart | null {
  for (const { read, restored } of wordings) {
    const start = read.text.indexOf(line);
    if (start < 0 || !restored.restored || line === "") continue;
    const respellings = read.respellings ?? [];
    const [from, to] = [start, start + line.length].map((offset) =>
      restoredOffset(restored.restored ?? { text: "", words: [] }, writtenOffset(offset, respellings)),
    );
    if (from === undefined || to === undefined) continue;
    const within = restored.restored.words.filter((word) => word.start < to && word.end > from);
    return {
      text: restored.restored.text.slice(from, to),
      written: writtenWithin(read, start, start + line.length),
      doubt: Math.max(0, ...within.map(({ doubt }) => Math.round(doubt * 100) / 100)),
    };
  }
  return null;
}
