import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { TaskListAnswer } from "../../contract/task.ts";
import { targetWords } from "../../domain/language/web-targets.ts";
import { type TaskGroupWords, taskGroupWords } from "../../domain/language/web-task-groups.ts";
import { taskImportWords } from "../../domain/language/web-task-import.ts";
import { type TaskWords, taskWords } from "../../domain/language/web-tasks.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { MoreMenu } from "../components/MoreMenu.tsx";
import { Page } from "../components/Page.tsx";
import type { usePrintWhole } from "../components/use-printing.ts";
import { ViewTabs } from "../components/ViewTabs.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useNumber, useWords } from "../language.tsx";
import { useGo, useQueryOf } from "../navigation.tsx";
import { places, type Query, writeQuery } from "../places.ts";
import { useMay, useSession } from "../session.ts";
import { ChosenBar } from "./ChosenBar.tsx";
import { ColumnsDialog } from "./ColumnsDialog.tsx";
import {
  readColumns,
  rememberColumns,
  rememberedColumns,
  type TaskColumn,
  usualColumns,
  writeColumns,
} from "./column-choice.ts";
import { handSheet, isSheet } from "./handed-sheet.ts";
import { TaskFilters } from "./TaskFilters.tsx";
import { TaskPanel } from "./TaskPanel.tsx";
import styles from "./TasksPlace.module.css";
import { TaskTable } from "./TaskTable.tsx";
import {
  changed,
  groupingOf,
  listQuery,
  nextSort,
  type TaskSearch,
  taskSearchNames,
  viewQuery,
} from "./task-search.ts";
import { type TaskRows, useTaskRows } from "./use-task-rows.tsx";
import { WaysToSee } from "./WaysToSee.tsx";

/** The register of tasks: filters in words, saved views, one table, a panel beside it; the address holds it all. */
export default function TasksPlace() {
  const words = useWords(taskWords);
  const grouping = useWords(taskGroupWords);
  const say = useNumber();
  const go = useGo();
  const onPhone = useMediaQuery("(max-width: 720px)") ?? false;
  const asked = useQueryOf(taskSearchNames);
  const query = listQuery(asked);
  const by = groupingOf(asked);
  const set = (changes: TaskSearch) => go(places.tasks(changed(asked, changes)));
  const list = useTaskRows(query, asked, by, (open) =>
    go(places.tasks({ ...asked, open }), { replace: true }),
  );
  const { first, tasks } = list;
  const facets = useQuery({
    queryKey: ["tasks", "facets", query],
    queryFn: () =>
      fetchAnswer<TaskListAnswer>(apiPaths.tasks + writeQuery({ ...query, limit: "1", facets: "1" })),
    placeholderData: keepPreviousData,
    // Counting for every filter takes longer than the rows: it lets them go first.
    enabled: first !== null,
  });
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const columns = useColumns(asked);
  const show = useCallback(
    (task: string) =>
      go(onPhone ? places.task(task) : places.tasks({ ...asked, task }), { replace: !onPhone }),
    [go, onPhone, asked],
  );
  useDroppedSheet();
  const narrowed = Object.keys(query).some((name) => name !== "sort");
  const withPanel = asked.task !== undefined && !onPhone;
  if (first?.total === 0 && !narrowed) return <NoTasks />;
  return (
    <Page
      title={words.title}
      line={first && lineOf(first, words, grouping, say)}
      actions={<Actions query={query} onColumns={columns.open} printing={list.whole} />}
      fills
    >
      <ViewTabs place="tasks" query={viewQuery(asked)} address={places.tasks} />
      <TaskFilters asked={asked} facets={facets.data?.facets ?? null} set={set} narrowed={narrowed} />
      {list.error instanceof FailureError ? (
        <FailureNote failure={list.error.failure} onRetry={list.retry} />
      ) : !first ? (
        <Waiting />
      ) : (
        <div className={styles.halves} data-panel={withPanel || undefined}>
          <TaskTable
            rows={list.rows}
            total={first.total}
            today={first.today}
            shown={withPanel ? columns.besidePanel : columns.shown}
            sort={asked.sort}
            onSort={(column) => set({ sort: nextSort(asked.sort, column) })}
            chosen={asked.task ?? null}
            onChoose={show}
            marked={marked}
            onMark={setMarked}
            onEnd={list.more}
          />
          {asked.task && !onPhone && (
            <TaskPanel id={asked.task} onClose={() => go(places.tasks(viewQuery(asked)))} />
          )}
        </div>
      )}
      {list.loaders}
      {columns.dialog}
      {marked.size > 0 && <ChosenBar tasks={tasks} marked={marked} onOver={() => setMarked(new Set())} />}
    </Page>
  );
}

function lineOf(
  { total, groups }: NonNullable<TaskRows["first"]>,
  words: TaskWords,
  grouping: TaskGroupWords,
  say: (value: number) => string,
): string {
  const count = words.count(say(total));
  return groups === null ? count : grouping.inGroups(count, say(groups));
}

/** Beside the panel, which shows the rest of the chosen task, the table keeps what one needs to go on. */
const kept: readonly TaskColumn[] = ["content", "lead", "due", "state"];

/** The columns of the address, else those that the person chose last in this browser, else the usual ones. */
function useColumns(asked: TaskSearch) {
  const go = useGo();
  const person = useSession().data?.user?.email ?? "";
  const [isOpen, setIsOpen] = useState(false);
  const word = asked.columns;
  const [chosen, setChosen] = useState<readonly TaskColumn[] | null>(null);
  const shown = useMemo(
    () => readColumns(word) ?? chosen ?? rememberedColumns(person) ?? usualColumns,
    [word, chosen, person],
  );
  const besidePanel = useMemo(() => {
    const few = shown.filter((column) => kept.includes(column));
    return few.length === 0 ? shown.slice(0, 2) : few;
  }, [shown]);
  const change = (columns: readonly TaskColumn[]) => {
    rememberColumns(person, columns);
    setChosen(columns);
    const isUsual = writeColumns(columns) === writeColumns(usualColumns);
    go(places.tasks({ ...asked, columns: isUsual ? "" : writeColumns(columns) }), { replace: true });
  };
  return {
    ...{ shown, besidePanel, open: () => setIsOpen(true) },
    dialog: isOpen && <ColumnsDialog columns={shown} onChange={change} onClose={() => setIsOpen(false)} />,
  };
}

/** A sheet dropped anywhere on the register goes where it is compared; nothing is written by the drop. */
function useDroppedSheet() {
  const go = useGo();
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const sheet = [...(event.dataTransfer?.files ?? [])].find(isSheet);
      event.preventDefault();
      if (!sheet) return;
      handSheet(sheet);
      go(places.importTasks);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, [go]);
}

function NoTasks() {
  const words = useWords(taskWords);
  const go = useGo();
  return (
    <Page title={words.title}>
      <EmptyState
        title={words.none}
        action={
          <Button size="xs" onClick={() => go(places.importing)}>
            {words.noneAction}
          </Button>
        }
      >
        <p>{words.noneText}</p>
      </EmptyState>
    </Page>
  );
}

function Actions(props: {
  readonly query: Query;
  readonly onColumns: () => void;
  readonly printing: ReturnType<typeof usePrintWhole>;
}) {
  const { query, onColumns, printing } = props;
  const words = useWords(taskWords);
  const bringing = useWords(taskImportWords);
  const targets = useWords(targetWords);
  const mayPlan = useMay("set-plans");
  const go = useGo();
  const address = (format: string) => pathTo(apiPaths.tasksExport, { format }) + writeQuery(query);
  return (
    <>
      {printing.loading && <Waiting for={words.printLoading} />}
      <WaysToSee here="list" />
      <MoreMenu
        label={words.moreActions}
        items={[
          { label: words.columnsTitle, onSelect: onColumns },
          { label: words.exportXlsx, download: address("xlsx") },
          { label: words.exportCsv, download: address("csv") },
          { label: bringing.open, onSelect: () => go(places.importTasks) },
          { label: targets.sheet.export, download: apiPaths.plansExport },
          ...(mayPlan ? [{ label: targets.sheet.open, onSelect: () => go(places.importPlans) }] : []),
          { label: words.printList, onSelect: () => void printing.print() },
        ]}
      />
    </>
  );
}
