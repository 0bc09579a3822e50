import { Button } from "@mantine/core";
import { useCallback, useState } from "react";
import type { UnplacedAnswer, UnplacedPartAnswer } from "../../contract/unplaced.ts";
import { unplacedWords } from "../../domain/language/web-unplaced.ts";
import { FailureError } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import type { Chosen } from "../components/register-row.ts";
import { UndoBar } from "../components/UndoBar.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useNumber, useWords } from "../language.tsx";
import { useGo, useQueryOf } from "../navigation.tsx";
import { places } from "../places.ts";
import { useKeys } from "../read/use-keys.ts";
import { SkipDialog } from "./SkipDialog.tsx";
import { KindTabs, UnplacedFilters, type UnplacedSearch, unplacedSearchNames } from "./UnplacedFilters.tsx";
import styles from "./UnplacedPlace.module.css";
import { type UnplacedColumn, UnplacedTable } from "./UnplacedTable.tsx";
import { partKey, type Unplaced, useUnplaced } from "./use-unplaced.ts";

/** What readings left out: to be looked at, left with a reason, or made a task. The address holds the filters. */
export default function UnplacedPlace() {
  const words = useWords(unplacedWords);
  const go = useGo();
  const asked = useQueryOf(unplacedSearchNames);
  const unplaced = useUnplaced(asked);
  const [first] = unplaced.data?.pages ?? [];
  const set = (changes: UnplacedSearch) => go(places.unplaced({ ...asked, ...changes }));
  return (
    <Page title={words.title} line={first && <Line asked={asked} first={first} />} fills>
      <KindTabs asked={asked} first={first} />
      <UnplacedFilters asked={asked} first={first} set={set} />
      {unplaced.error instanceof FailureError ? (
        <FailureNote failure={unplaced.error.failure} onRetry={() => void unplaced.refetch()} />
      ) : !first ? (
        <Waiting />
      ) : (
        <Parts unplaced={unplaced} first={first} narrowed={Object.keys(asked).length > 0} />
      )}
    </Page>
  );
}

function Line({ asked, first }: { asked: UnplacedSearch; first: UnplacedAnswer }) {
  const words = useWords(unplacedWords);
  const say = useNumber();
  const kind = (asked.kind ?? "look") as keyof typeof words.kindLines;
  const counted =
    asked.mark === "seen" ? words.lineSeen : asked.mark === "task" ? words.lineTask : words.line;
  return (
    <>
      {counted(say(first.total))}. {words.kindLines[kind]}
    </>
  );
}

function Parts(props: {
  readonly unplaced: Unplaced;
  readonly first: UnplacedAnswer;
  readonly narrowed: boolean;
}) {
  const { unplaced, first } = props;
  const words = useWords(unplacedWords);
  const say = useNumber();
  const parts = unplaced.data?.pages.flatMap((page) => page.parts) ?? [];
  const desk = useDesk(unplaced, parts);
  return (
    <>
      {unplaced.failure && <FailureNote failure={unplaced.failure} onRetry={unplaced.forget} />}
      {unplaced.said && <SaidBar unplaced={unplaced} />}
      {parts.length === 0 ? (
        props.narrowed ? (
          <p className="muted">{words.noneFound}</p>
        ) : (
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        )
      ) : (
        <>
          <ManyAtOnce parts={parts} desk={desk} />
          <UnplacedTable
            parts={parts}
            chosen={desk.chosen}
            onChoose={desk.setChosen}
            marked={desk.marked}
            onMark={desk.mark}
            onPlace={desk.place}
            onSkip={(part) => desk.askWhy([part])}
            onUndo={desk.undo}
            onEnd={parts.length < first.total ? unplaced.more : null}
          />
          <p className="small muted">
            {parts.length < first.total && words.partly(say(parts.length), say(first.total))} {words.keys}
          </p>
        </>
      )}
      {desk.skipping.length > 0 && (
        <SkipDialog count={desk.skipping.length} onSkip={desk.skip} onClose={() => desk.askWhy([])} />
      )}
    </>
  );
}

/** Which part is chosen, which are marked, and what the keys and buttons do. */
function useDesk(unplaced: Unplaced, parts: readonly UnplacedPartAnswer[]) {
  const [chosen, setChosen] = useState<Chosen<UnplacedColumn> | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [skipping, setSkipping] = useState<readonly UnplacedPartAnswer[]>([]);
  const at = parts.findIndex((part) => partKey(part) === chosen?.row);
  const current = parts[at] ?? null;
  const mark = useCallback((key: string) => {
    setMarked((now) => {
      const next = new Set(now);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  /** The part behind the chosen one is chosen when that leaves the list. */
  const onward = (gone: readonly UnplacedPartAnswer[]) => {
    const left = new Set(gone.map(partKey));
    const next = parts.slice(Math.max(at, 0)).find((part) => !left.has(partKey(part)));
    setChosen(next && chosen ? { row: partKey(next), column: "content" } : null);
    setMarked(new Set());
  };
  const open = (part: UnplacedPartAnswer | null) => part !== null && part.marked === null;
  const place = (part: UnplacedPartAnswer) => {
    onward([part]);
    void unplaced.place(part);
  };
  const chosenParts = () => parts.filter((part) => marked.has(partKey(part)) && part.marked === null);
  useKeys({
    l: () => current && open(current) && place(current),
    x: () => setSkipping(marked.size > 0 ? chosenParts() : current && open(current) ? [current] : []),
    " ": () => current && mark(partKey(current)),
    u: () => (current?.marked ? void unplaced.undo(current) : unplaced.undoSaid()),
  });
  return {
    ...{ chosen, setChosen, marked, mark, place, skipping, chosenParts },
    markAll: () => setMarked(new Set(parts.map(partKey))),
    unmark: () => setMarked(new Set()),
    askWhy: setSkipping,
    skip: (reason: string) => {
      setSkipping([]);
      onward(skipping);
      void unplaced.skip(skipping, reason);
    },
    undo: (part: UnplacedPartAnswer) => void unplaced.undo(part),
  };
}

function SaidBar({ unplaced }: { unplaced: Unplaced }) {
  const words = useWords(unplacedWords);
  const say = useNumber();
  const { said } = unplaced;
  if (!said) return null;
  const count = say(said.parts.length);
  if (said.what === "undone")
    return (
      <p role="status" className="muted">
        {words.saidUndone(count)}
      </p>
    );
  return (
    <UndoBar
      said={said.what === "placed" ? words.saidPlaced : words.saidSkipped(count)}
      undo={words.undo}
      onUndo={unplaced.undoSaid}
      onOver={unplaced.forget}
    />
  );
}

/** What can be done with all marked parts at once. */
function ManyAtOnce(props: {
  readonly parts: readonly UnplacedPartAnswer[];
  readonly desk: ReturnType<typeof useDesk>;
}) {
  const words = useWords(unplacedWords);
  const say = useNumber();
  const { desk } = props;
  return (
    <div className={styles.actions} data-screen-only>
      {desk.marked.size === 0 ? (
        <button type="button" className="link-button" onClick={desk.markAll}>
          {words.chooseAll(say(props.parts.length))}
        </button>
      ) : (
        <>
          <span role="status">{words.chosen(say(desk.marked.size))}</span>
          {desk.chosenParts().length > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => desk.askWhy(desk.chosenParts())}>
              {words.skip}
            </Button>
          )}
          <button type="button" className="link-button" onClick={desk.unmark}>
            {words.unchoose}
          </button>
        </>
      )}
    </div>
  );
}
