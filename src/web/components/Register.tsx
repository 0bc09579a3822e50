import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import styles from "./Register.module.css";
import { FoldButton, focusFold, foldBeside, moveFromFold, WaitingRow } from "./RegisterFold.tsx";
import type { Chosen, RegisterRow } from "./register-row.ts";
import { usePrinting } from "./use-printing.ts";

/** A column: its heading, its share of the width (a grid track), and what stands in a row's cell. */
export interface RegisterColumn<Item, Key extends string> {
  readonly key: Key;
  readonly title: string;
  readonly track: string;
  readonly cell: (item: Item, selected: boolean) => ReactNode;
  /** How the rows stand by this column, and what asks for the other order; without it the column does not sort. */
  readonly sort?: { readonly order: "ascending" | "descending" | null; readonly onSort: () => void };
}

interface RegisterProps<Item, Key extends string> {
  readonly label: string;
  readonly columns: readonly RegisterColumn<Item, Key>[];
  readonly rows: readonly RegisterRow<Item>[];
  readonly chosen: Chosen<Key> | null;
  readonly onChoose: (chosen: Chosen<Key>) => void;
  /** What stands below the chosen row, if anything does. */
  readonly detail?: (item: Item) => ReactNode;
  /** Enter opens the chosen row's own page. */
  readonly onOpen?: (item: Item) => void;
  /** The last rows came into view: more may be asked for. */
  readonly onEnd?: () => void;
}

/** Below this many rows all are laid out: searching in the page then finds every word. */
const fewRows = 120;

/**
 * The register: one table with a head that stays, group rows, one chosen cell that the arrow keys move. Long lists lay
 * out only what is seen.
 */
export function Register<Item, Key extends string>(props: RegisterProps<Item, Key>) {
  const { rows, columns, chosen } = props;
  const printing = usePrinting();
  const body = useRef<HTMLDivElement>(null);
  // A list that goes on beyond what is loaded asks for more as its end comes into view.
  const everyRow = printing || (rows.length <= fewRows && !props.onEnd);
  const tracks = columns.map((column) => column.track).join(" ");
  const move = (event: KeyboardEvent) => {
    // What is typed into a form below a row belongs to the form.
    if (event.target instanceof Element && event.target.closest("input, select, textarea")) return;
    const first = columns[Math.min(1, columns.length - 1)];
    const enter = (row: string) => {
      if (!first) return;
      focusCell(body.current, { row, column: first.key });
      props.onChoose({ row, column: first.key });
    };
    if (moveFromFold(event, rows, enter)) return;
    const at = chosen ?? cellAt(event.target, columns);
    const open = event.key === "Enter" && rows.find((row) => row.key === at?.row);
    // A button or a link inside a cell answers Enter itself.
    if (open && open.kind === "item" && props.onOpen && !isControl(event.target)) {
      event.preventDefault();
      props.onOpen(open.item);
      return;
    }
    const next = at && cellFrom(at, event.key, columns, rows);
    if (!next || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const fold = foldBeside(rows, at.row, event.key);
    if (fold) focusFold(body.current, fold.key);
    else props.onChoose(next);
  };
  useFocusOnChosen(body, chosen);
  const row = (at: number) => {
    const shown = rows[at];
    return shown && <RegisterEntry {...props} key={shown.key} shown={shown} at={at} tracks={tracks} />;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are laid out only when seen cannot be a table element
    <div
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      tabIndex={chosen ? -1 : 0}
      className={styles.register}
      onKeyDown={move}
    >
      <div role="presentation" className={styles.headGroup}>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the head is read, not entered */}
        <div role="row" aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: tracks }}>
          {columns.map((column) => (
            // biome-ignore lint/a11y/useSemanticElements: see above
            // biome-ignore lint/a11y/useFocusableInteractive: the head is read, not entered
            <div role="columnheader" key={column.key} aria-sort={column.sort?.order ?? undefined}>
              {/* Paper has no buttons, and a browser does not repeat one on each page. */}
              {printing ? column.title : <ColumnTitle title={column.title} sort={column.sort} />}
            </div>
          ))}
        </div>
      </div>
      <div ref={body} role="presentation" className={styles.rows}>
        {everyRow ? (
          rows.map((_, at) => row(at))
        ) : (
          <SeenRows rows={rows} chosen={chosen} row={row} {...(props.onEnd && { onEnd: props.onEnd })} />
        )}
      </div>
    </div>
  );
}

function ColumnTitle(props: {
  readonly title: string;
  readonly sort: RegisterColumn<unknown, string>["sort"] | undefined;
}) {
  const { title, sort } = props;
  if (!sort) return title;
  return (
    <button type="button" className={styles.sort} onClick={sort.onSort}>
      {title}
      {sort.order && <span aria-hidden="true">{sort.order === "ascending" ? " ↑" : " ↓"}</span>}
    </button>
  );
}

/** The cell that has the focus before any was chosen, as Tab leads to it; null outside of the rows. */
function cellAt<Item, Key extends string>(
  target: EventTarget,
  columns: readonly RegisterColumn<Item, Key>[],
): Chosen<Key> | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  const row = cell?.closest<HTMLElement>("[data-row]")?.dataset.row;
  const column = columns.find(({ key }) => key === cell?.dataset.column);
  return row === undefined || !column ? null : { row, column: column.key };
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest("button, a, input, select, textarea") !== null;
}

/** The rows of a long list that are seen, at their heights. */
function SeenRows<Item>(props: {
  readonly onEnd?: () => void;
  readonly rows: readonly RegisterRow<Item>[];
  readonly chosen: { readonly row: string } | null;
  readonly row: (at: number) => ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [scroller, setScroller] = useState<{ element: Element; margin: number } | null>(null);
  // The rows that are seen come first, those beyond the edges a moment later.
  const [settled, setSettled] = useState(false);
  useLayoutEffect(() => {
    const element = frame.current && scrollerOf(frame.current);
    if (!element || !frame.current) return;
    const margin =
      frame.current.getBoundingClientRect().top - element.getBoundingClientRect().top + element.scrollTop;
    setScroller({ element, margin });
  }, []);
  const virtualizer = useVirtualizer({
    count: props.rows.length,
    getScrollElement: () => scroller?.element ?? null,
    estimateSize: (at) => (props.rows[at]?.kind === "item" ? 76 : 36),
    getItemKey: (at) => props.rows[at]?.key ?? at,
    scrollMargin: scroller?.margin ?? 0,
    scrollPaddingStart: 40,
    overscan: settled ? 10 : 1,
  });
  useEffect(() => {
    const turn = requestAnimationFrame(() => setSettled(true));
    return () => cancelAnimationFrame(turn);
  }, []);
  const chosenAt = props.chosen ? props.rows.findIndex((row) => row.key === props.chosen?.row) : -1;
  useEffect(() => {
    if (chosenAt >= 0) virtualizer.scrollToIndex(chosenAt, { align: "auto" });
  }, [chosenAt, virtualizer]);
  const { onEnd } = props;
  const lastSeen = virtualizer.getVirtualItems().at(-1)?.index ?? 0;
  const atEnd = lastSeen >= props.rows.length - 20;
  useEffect(() => {
    if (atEnd) onEnd?.();
  }, [atEnd, onEnd]);
  return (
    <div
      ref={frame}
      className={styles.seen}
      role="presentation"
      style={{ height: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map((item) => (
        <div
          key={item.key}
          ref={virtualizer.measureElement}
          data-index={item.index}
          role="presentation"
          className={styles.placed}
          style={{ transform: `translateY(${item.start - virtualizer.options.scrollMargin}px)` }}
        >
          {props.row(item.index)}
        </div>
      ))}
    </div>
  );
}

function RegisterEntry<Item, Key extends string>(
  props: RegisterProps<Item, Key> & {
    readonly shown: RegisterRow<Item>;
    readonly at: number;
    readonly tracks: string;
  },
) {
  const { shown, at, columns, chosen } = props;
  if (shown.kind === "wait") return <WaitingRow onSeen={shown.onSeen} />;
  if (shown.kind === "group")
    return (
      // biome-ignore lint/a11y/useSemanticElements: see Register
      // biome-ignore lint/a11y/useFocusableInteractive: a heading of the document is read, not entered
      <div role="row" aria-rowindex={at + 2} className={styles.group} data-level={shown.level}>
        {/* biome-ignore lint/a11y/useSemanticElements: see Register */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: a heading of the document is read, not entered */}
        <div role="gridcell" aria-colspan={columns.length}>
          <FoldButton group={shown} isFirst={at === 0} />
        </div>
      </div>
    );
  const selected = chosen?.row === shown.key;
  return (
    <div
      role="presentation"
      className={styles.entry}
      data-chosen={selected || undefined}
      data-row={shown.key}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see Register */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its cells are entered */}
      <div
        role="row"
        aria-rowindex={at + 2}
        aria-selected={selected}
        className={styles.row}
        style={{ gridTemplateColumns: props.tracks }}
      >
        {columns.map((column, columnAt) => (
          // biome-ignore lint/a11y/useSemanticElements: see Register
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid moves between cells by the arrow keys
          <div
            role="gridcell"
            key={column.key}
            data-column={column.key}
            data-chosen={(selected && chosen.column === column.key) || undefined}
            tabIndex={
              (
                selected
                  ? chosen.column === column.key
                  : !chosen && columnAt === Math.min(1, columns.length - 1) && at < 2
              )
                ? 0
                : -1
            }
            className={styles.cell}
            onClick={({ target }) => {
              // A link inside a cell leads where it says; choosing the row would lead away from there.
              if (target instanceof Element && target.closest("a[href]")) return;
              props.onChoose({ row: shown.key, column: column.key });
            }}
          >
            {column.cell(shown.item, selected)}
          </div>
        ))}
      </div>
      {selected && props.detail && (
        // biome-ignore lint/a11y/useSemanticElements: see Register
        // biome-ignore lint/a11y/useFocusableInteractive: what stands below a row is read, not entered
        <div role="row" className={styles.detail}>
          {/* biome-ignore lint/a11y/useSemanticElements: see Register */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
          <div role="gridcell" aria-colspan={columns.length}>
            {props.detail(shown.item)}
          </div>
        </div>
      )}
    </div>
  );
}

/** The cell that a key leads to from the chosen one, or null for keys that lead nowhere. */
function cellFrom<Item, Key extends string>(
  chosen: Chosen<Key>,
  key: string,
  columns: readonly RegisterColumn<Item, Key>[],
  rows: readonly RegisterRow<Item>[],
): Chosen<Key> | null {
  const sideways = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  if (sideways !== 0) {
    const column = columns[columns.findIndex((one) => one.key === chosen.column) + sideways];
    return column ? { row: chosen.row, column: column.key } : null;
  }
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  const step = steps[key];
  return step === undefined ? null : rowFrom(chosen, step, rows);
}

/** The chosen cell so many items further down (negative: up), no further than the ends; null when nothing is there. */
export function rowFrom<Item, Key extends string>(
  chosen: Chosen<Key>,
  step: number,
  rows: readonly RegisterRow<Item>[],
): Chosen<Key> | null {
  const items = rows.filter((row) => row.kind === "item");
  const at = items.findIndex((row) => row.key === chosen.row);
  const row = items[Math.min(Math.max(at + step, 0), items.length - 1)];
  return row ? { row: row.key, column: chosen.column } : null;
}

/** Brings the chosen cell into view, and the focus to it when the focus was in the register already. */
function useFocusOnChosen(body: RefObject<HTMLDivElement | null>, chosen: Chosen<string> | null) {
  useEffect(() => {
    if (!chosen || !body.current) return;
    body.current
      .querySelector(`[data-row="${CSS.escape(chosen.row)}"]`)
      ?.scrollIntoView({ block: "nearest" });
    if (body.current.parentElement?.contains(document.activeElement)) focusCell(body.current, chosen);
  }, [body, chosen]);
}

function focusCell(body: Element | null, { row, column }: Chosen<string>): void {
  const cell = `[data-row="${CSS.escape(row)}"] [data-column="${CSS.escape(column)}"]`;
  body?.querySelector<HTMLElement>(cell)?.focus({ preventScroll: true });
}

/** What scrolls the register: the panel on a wide screen, the whole place on a phone. */
function scrollerOf(element: Element): Element | null {
  for (let at = element.parentElement; at; at = at.parentElement)
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return null;
}
