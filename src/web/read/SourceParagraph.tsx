import { createContext, memo, type ReactNode, useContext } from "react";
import type { SourceParagraph as Paragraph } from "../../contract/source.ts";
import { restoredOffset } from "../../domain/document/restored-text.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { surelyBelow } from "../../domain/text/repaired-word.ts";
import { Doubt } from "../components/Doubt.tsx";
import { useWords } from "../language.tsx";
import styles from "./SourceView.module.css";
import type { Light, Spot, Stretch } from "./source-index.ts";

/** Whether damaged paragraphs are shown restored. */
export const ShowsRestored = createContext(true);

/** One paragraph of the source, with its lit stretches marked. */
export const SourceParagraph = memo(function SourceParagraph(props: {
  readonly spot: Spot;
  readonly light: Light | null;
}) {
  const { spot, light } = props;
  const { paragraph } = spot;
  const restored = useContext(ShowsRestored) && paragraph.restored;
  const lit = light?.words.get(spot.id) ?? [];
  return (
    <p
      data-spot={spot.id}
      data-lit={light?.region.has(spot.id) || undefined}
      data-align={paragraph.align ?? undefined}
      data-bold={paragraph.bold || undefined}
      data-italic={paragraph.italic || undefined}
      data-role={paragraph.role}
      className={styles.paragraph}
    >
      {paragraph.label && <span>{paragraph.label} </span>}
      {restored ? <Restored restored={restored} lit={lit} /> : marked(paragraph.text, lit)}
    </p>
  );
});

/** The restored text; a doubtful word says what stands in the file and what else it may be. */
function Restored(props: {
  readonly restored: NonNullable<Paragraph["restored"]>;
  readonly lit: readonly Stretch[];
}) {
  const words = useWords(readWords).restored;
  const { text, words: found } = props.restored;
  const lit = props.lit.map(
    ([from, to]): Stretch => [restoredOffset(props.restored, from), restoredOffset(props.restored, to)],
  );
  const parts: ReactNode[] = [];
  let done = 0;
  for (const run of runsOfDoubt(text, found)) {
    const [start, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
    const reasons = run.map(({ start, end, written, candidates }) => {
      const chosen = text.slice(start, end);
      const others = candidates.filter((candidate) => candidate !== chosen && candidate !== written);
      return words.word(written, others.join(", "));
    });
    parts.push(
      ...pieces(text, lit, done, start),
      <Doubt key={`d${start}`} reason={reasons.join("\n")}>
        {pieces(text, lit, start, end)}
      </Doubt>,
    );
    done = end;
  }
  return [...parts, ...pieces(text, lit, done, text.length)];
}

type RestoredWord = NonNullable<Paragraph["restored"]>["words"][number];

/** The doubtful words, neighbours together: a mark behind every second word could not be read. */
function runsOfDoubt(text: string, found: readonly RestoredWord[]): readonly (readonly RestoredWord[])[] {
  const runs: RestoredWord[][] = [];
  for (const word of found) {
    if (word.doubt < surelyBelow) continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && text.slice(last.end, word.start) === " ") run.push(word);
    else runs.push([word]);
  }
  return runs;
}

/** The text from…to with what of it is lit marked. */
function pieces(text: string, lit: readonly Stretch[], from: number, to: number): readonly ReactNode[] {
  const inside = lit.map(([a, b]): Stretch => [Math.max(a, from) - from, Math.min(b, to) - from]);
  return marked(
    text.slice(from, to),
    inside.filter(([a, b]) => a < b),
    from,
  );
}

/** The text with its lit stretches marked. */
function marked(text: string, stretches: readonly Stretch[], offset = 0): readonly ReactNode[] {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0])) {
    if (from < done) continue;
    parts.push(text.slice(done, from), <mark key={offset + from}>{text.slice(from, to)}</mark>);
    done = to;
  }
  return [...parts, text.slice(done)];
}
