import { memo, useEffect, useRef, useState } from "react";
import { readWords } from "../../domain/language/web-read.ts";
import { useWords } from "../language.tsx";
import { ShowsRestored, SourceParagraph } from "./SourceParagraph.tsx";
import styles from "./SourceView.module.css";
import type { LaidBlock, LaidRow, Light, SourceIndex } from "./source-index.ts";

/** How long a place that has just opened may still move, in milliseconds. */
const settling = 150;

/** The text of the document as it was laid out, with the place of the chosen finding lit. */
export function SourceView({ index, light }: { index: SourceIndex; light: Light | null }) {
  const words = useWords(readWords);
  const frame = useRef<HTMLElement>(null);
  const [restored, setRestored] = useState(true);
  const damaged = index.spots.some(({ paragraph }) => paragraph.restored !== undefined);
  const first = light ? firstOf(light) : null;
  useEffect(() => {
    if (first === null || !light) return;
    const bring = () => {
      const target = frame.current?.querySelector(`[data-spot="${first}"]`);
      if (frame.current && target) bringIntoView(frame.current, target);
    };
    bring();
    // A place that has just opened finds its height, and its letters arrive, after this: then every line moves.
    const frames = requestAnimationFrame(bring);
    const moment = setTimeout(bring, settling);
    void document.fonts.ready.then(bring);
    return () => {
      cancelAnimationFrame(frames);
      clearTimeout(moment);
    };
  }, [first, light]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
    <section ref={frame} className={styles.source} aria-label={words.sourceTitle} tabIndex={0}>
      {light && light.region.size === 0 && (
        <p className={styles.lost} role="status">
          {words.notLit}
        </p>
      )}
      {damaged && <RestoredChoice restored={restored} onChange={setRestored} />}
      <ShowsRestored value={restored}>
        {index.blocks.map((block, at) => (
          <SourceBlock
            key={block.kind === "paragraph" ? block.spot.id : `table ${block.rows[0]?.key ?? at}`}
            block={block}
            light={touches(block, light) ? light : null}
            newPage={startsPage(index, block)}
          />
        ))}
      </ShowsRestored>
    </section>
  );
}

/** Damaged text is shown restored, and as it stands in the file by one click. */
function RestoredChoice(props: {
  readonly restored: boolean;
  readonly onChange: (restored: boolean) => void;
}) {
  const words = useWords(readWords).restored;
  return (
    <fieldset className={styles.choice}>
      <legend className="unseen">{words.choice}</legend>
      {[false, true].map((restored) => (
        <button
          key={String(restored)}
          type="button"
          aria-pressed={props.restored === restored}
          onClick={() => props.onChange(restored)}
        >
          {restored ? words.restored : words.written}
        </button>
      ))}
    </fieldset>
  );
}

function firstOf(light: Light): number | null {
  const ids = light.words.size > 0 ? [...light.words.keys()] : [...light.region];
  return ids.length > 0 ? Math.min(...ids) : null;
}

function bringIntoView(frame: HTMLElement, target: Element) {
  const [outer, inner] = [frame.getBoundingClientRect(), target.getBoundingClientRect()];
  const isSeen = inner.top >= outer.top + 24 && inner.bottom <= outer.bottom - 24;
  if (isSeen) return;
  frame.scrollTop += inner.top - outer.top - Math.min(outer.height / 3, 160);
}

function touches(block: LaidBlock, light: Light | null): boolean {
  if (!light) return false;
  if (block.kind === "paragraph") return light.region.has(block.spot.id);
  return block.rows.some((row) => rowTouches(row, light));
}

function rowTouches(row: LaidRow, light: Light): boolean {
  return row.cells.some((cell) => cell.spots.some((spot) => light.region.has(spot.id)));
}

/** The page that begins with this block, or null. */
function startsPage(index: SourceIndex, block: LaidBlock): number | null {
  const spot = block.kind === "paragraph" ? block.spot : block.rows[0]?.cells[0]?.spots[0];
  if (!spot || spot.page === null) return null;
  return index.spots[spot.id - 1]?.page === spot.page ? null : spot.page;
}

const SourceBlock = memo(function SourceBlock(props: {
  readonly block: LaidBlock;
  readonly light: Light | null;
  readonly newPage: number | null;
}) {
  const words = useWords(readWords);
  const { block, light } = props;
  return (
    <>
      {props.newPage !== null && <p className={styles.page}>{words.page(props.newPage)}</p>}
      {block.kind === "paragraph" ? (
        <SourceParagraph spot={block.spot} light={light} />
      ) : (
        <div className={styles.table}>
          {block.rows.map((row) => (
            <SourceRow
              key={row.key}
              row={row}
              tracks={block.tracks}
              light={light && rowTouches(row, light) ? light : null}
            />
          ))}
        </div>
      )}
    </>
  );
});

const SourceRow = memo(function SourceRow(props: {
  readonly row: LaidRow;
  readonly tracks: string;
  readonly light: Light | null;
}) {
  return (
    <div
      className={styles.row}
      data-lit={props.light ? true : undefined}
      style={{ gridTemplateColumns: props.tracks }}
    >
      {props.row.cells.map((cell) => (
        <div
          key={cell.column}
          className={styles.cell}
          style={{ gridColumn: `${cell.column + 1} / span ${cell.columnSpan}` }}
        >
          {cell.spots.map((spot) => (
            <SourceParagraph key={spot.id} spot={spot} light={props.light} />
          ))}
        </div>
      ))}
    </div>
  );
});
