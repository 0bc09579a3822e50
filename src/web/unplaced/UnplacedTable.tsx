import { Button } from "@mantine/core";
import { useMemo } from "react";
import type { UnplacedPartAnswer } from "../../contract/unplaced.ts";
import type { Language } from "../../domain/language/language.ts";
import { sayReason, sayWhere } from "../../domain/language/unplaced-reasons.ts";
import { unplacedWords } from "../../domain/language/web-unplaced.ts";
import listStyles from "../components/List.module.css";
import { Register, type RegisterColumn } from "../components/Register.tsx";
import { RowMark } from "../components/RowMark.tsx";
import type { Chosen } from "../components/register-row.ts";
import { DocumentName } from "../documents/document-name.tsx";
import { useSpeech, useWords } from "../language.tsx";
import { Link, useGo } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./UnplacedPlace.module.css";
import { partKey } from "./use-unplaced.ts";

export type UnplacedColumn = "label" | "content" | "where" | "why" | "document";

type Words = (typeof unplacedWords)["vi"];

/** Where a part is shown in its document, with its place lit. */
export function reviewOf(part: UnplacedPartAnswer): string {
  return places.review(part.document.id, { unplaced: String(part.position) });
}

/** The parts that readings left out: words, place, reason, document; below the chosen one what can be done. */
export function UnplacedTable(props: {
  readonly parts: readonly UnplacedPartAnswer[];
  readonly chosen: Chosen<UnplacedColumn> | null;
  readonly onChoose: (chosen: Chosen<UnplacedColumn>) => void;
  readonly marked: ReadonlySet<string>;
  readonly onMark: (key: string) => void;
  readonly onPlace: (part: UnplacedPartAnswer) => void;
  readonly onSkip: (part: UnplacedPartAnswer) => void;
  readonly onUndo: (part: UnplacedPartAnswer) => void;
  readonly onEnd: (() => void) | null;
}) {
  const words = useWords(unplacedWords);
  const { language } = useSpeech();
  const go = useGo();
  const { parts, marked, onMark } = props;
  const rows = useMemo(
    () => parts.map((item) => ({ kind: "item", key: partKey(item), item }) as const),
    [parts],
  );
  const columns = useMemo(
    () => columnsOf(words, language, marked, onMark),
    [words, language, marked, onMark],
  );
  return (
    <div className={`${listStyles.table} ${styles.table}`}>
      <Register<UnplacedPartAnswer, UnplacedColumn>
        label={words.title}
        columns={columns}
        rows={rows}
        chosen={props.chosen}
        onChoose={(chosen) => {
          if (chosen.column !== "label") props.onChoose(chosen);
        }}
        onOpen={(part) => go(reviewOf(part))}
        detail={(part) => <Below {...props} part={part} />}
        {...(props.onEnd && { onEnd: props.onEnd })}
      />
    </div>
  );
}

function Below(props: {
  readonly part: UnplacedPartAnswer;
  readonly onPlace: (part: UnplacedPartAnswer) => void;
  readonly onSkip: (part: UnplacedPartAnswer) => void;
  readonly onUndo: (part: UnplacedPartAnswer) => void;
}) {
  const words = useWords(unplacedWords);
  const { part } = props;
  const { marked } = part;
  return (
    <div className={styles.actions}>
      {marked === null ? (
        <>
          <Button size="compact-sm" onClick={() => props.onPlace(part)}>
            {words.place}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => props.onSkip(part)}>
            {words.skip}
          </Button>
        </>
      ) : (
        <>
          <span>
            {marked.mark === "seen" ? words.seenBy(marked.by, marked.reason ?? "") : words.taskBy(marked.by)}
          </span>
          <Button size="compact-sm" variant="default" onClick={() => props.onUndo(part)}>
            {words.undo}
          </Button>
          {marked.mark === "task" && <Link href={places.review(part.document.id)}>{words.review}</Link>}
        </>
      )}
      <Link href={reviewOf(part)}>{words.open}</Link>
    </div>
  );
}

function columnsOf(
  words: Words,
  language: Language,
  marked: ReadonlySet<string>,
  onMark: (key: string) => void,
): readonly RegisterColumn<UnplacedPartAnswer, UnplacedColumn>[] {
  return [
    {
      key: "label",
      title: words.columns.choose,
      track: "56px",
      cell: (part) => (
        <RowMark
          label={words.choose(part.what.slice(0, 60))}
          checked={marked.has(partKey(part))}
          onToggle={() => onMark(partKey(part))}
        />
      ),
    },
    {
      key: "content",
      title: words.columns.what,
      track: "minmax(0, 2.4fr)",
      cell: (part, selected) => <span className={selected ? undefined : listStyles.cut}>{part.what}</span>,
    },
    {
      key: "where",
      title: words.columns.where,
      track: "minmax(96px, 0.6fr)",
      cell: (part) => <span className="muted">{sayWhere(part.where, language)}</span>,
    },
    {
      key: "why",
      title: words.columns.why,
      track: "minmax(0, 1.2fr)",
      cell: (part) => sayReason(part.why, language),
    },
    {
      key: "document",
      title: words.columns.document,
      track: "minmax(130px, 0.9fr)",
      cell: ({ document }) => (
        <Link href={places.document(document.id)} title={document.subject ?? undefined}>
          <DocumentName of={document} short />
        </Link>
      ),
    },
  ];
}
