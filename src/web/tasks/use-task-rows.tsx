import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import type { TaskGrouping, TaskGroupsAnswer, TaskRowAnswer } from "../../contract/task.ts";
import { type TaskGroupWords, taskGroupWords } from "../../domain/language/web-task-groups.ts";
import { type TaskWords, taskWords } from "../../domain/language/web-tasks.ts";
import { fetchAnswer } from "../api.ts";
import { takeArrived } from "../begun.ts";
import type { RegisterRow } from "../components/register-row.ts";
import { usePrintWhole } from "../components/use-printing.ts";
import { useNumber, useWords } from "../language.tsx";
import type { Query } from "../places.ts";
import { groupMark, groupsAddress, openGroups, type TaskSearch, withGroup } from "./task-search.ts";
import { type TaskPages, useTaskList } from "./use-task-list.ts";

type Group = TaskGroupsAnswer["groups"][number];

/** What the register shows: the tasks one below the other, or their groups with the tasks of those that are open. */
export interface TaskRows {
  readonly rows: readonly RegisterRow<TaskRowAnswer>[];
  readonly tasks: readonly TaskRowAnswer[];
  /** Absent until the first answer has come. */
  readonly first: { readonly total: number; readonly today: string; readonly groups: number | null } | null;
  readonly error: Error | null;
  readonly retry: () => void;
  /** Asks for further tasks at the end of the list; null when all are there. */
  readonly more: (() => void) | null;
  readonly whole: ReturnType<typeof usePrintWhole>;
  /** Parts without a picture that ask for the tasks of open groups. */
  readonly loaders: ReactNode;
}

/** The rows of the register in the order and grouping that its address asks for. */
export function useTaskRows(
  query: Query,
  asked: TaskSearch,
  by: TaskGrouping | null,
  setOpen: (open: string) => void,
): TaskRows {
  const list = useTaskList(query, by === null);
  const grouped = useGroups(query, asked, by, setOpen);
  const whole = usePrintWhole(by === null ? [list] : grouped.lists);
  const pages = list.data?.pages;
  const plain = useMemo(() => {
    const tasks = (pages ?? []).flatMap((page) => page.tasks);
    return { tasks, rows: tasks.map((item) => ({ kind: "item", key: item.id, item }) as const) };
  }, [pages]);
  if (by !== null) return { ...grouped, whole };
  const [first] = pages ?? [];
  return {
    ...plain,
    first: first ? { total: first.total, today: first.today, groups: null } : null,
    ...{ error: list.error, retry: () => void list.refetch(), whole, loaders: null },
    more: first && plain.tasks.length < first.total ? list.more : null,
  };
}

function useGroups(
  query: Query,
  asked: TaskSearch,
  by: TaskGrouping | null,
  setOpen: (open: string) => void,
): Omit<TaskRows, "whole"> & { readonly lists: readonly TaskPages[] } {
  const words = { ...useWords(taskWords), ...useWords(taskGroupWords) };
  const say = useNumber();
  const address = groupsAddress(query, by ?? "group");
  const answer = useQuery({
    queryKey: ["tasks", "groups", by, query],
    queryFn: () => fetchAnswer<TaskGroupsAnswer>(address),
    initialData: () => (by === null ? undefined : takeArrived<TaskGroupsAnswer>(address)),
    placeholderData: keepPreviousData,
    staleTime: 1000,
    enabled: by !== null,
  });
  const [loaded, setLoaded] = useState<ReadonlyMap<string, TaskPages>>(new Map());
  const take = useCallback(
    (value: string, pages: TaskPages | null) =>
      setLoaded((known) => {
        const next = new Map(known);
        if (pages) next.set(value, pages);
        else next.delete(value);
        return next;
      }),
    [],
  );
  const groups = by === null ? [] : (answer.data?.groups ?? []);
  const open = openGroups(asked);
  const opened = groups.filter(({ value }) => open.has(groupMark(value)));
  const rows = groups.flatMap((group): readonly RegisterRow<TaskRowAnswer>[] => {
    const mark = groupMark(group.value);
    const isOpen = open.has(mark);
    const toggle = () => {
      const next = new Set(open);
      if (!next.delete(mark)) next.add(mark);
      setOpen([...next].join(","));
    };
    const fold = { isOpen, count: say(group.count), onToggle: toggle };
    const head = { kind: "group", key: mark, text: nameOf(group, by, words), level: 0, fold } as const;
    return isOpen ? [head, ...rowsOf(mark, loaded.get(group.value))] : [head];
  });
  const lists = opened.flatMap(({ value }) => loaded.get(value) ?? []);
  const { data } = answer;
  return {
    ...{ rows, lists, tasks: lists.flatMap(tasksOf) },
    first: data ? { total: data.total, today: data.today, groups: data.groups.length } : null,
    error: answer.error ?? lists.find(({ error }) => error)?.error ?? null,
    retry: () => {
      void answer.refetch();
      for (const list of lists) void list.refetch();
    },
    more: null,
    loaders: opened.map(({ value }) => (
      <GroupLoader
        key={`${by} ${value}`}
        value={value}
        query={withGroup(query, by ?? "group", value)}
        onPages={take}
      />
    )),
  };
}

/** Asks for the tasks of one open group and hands them on. */
function GroupLoader(props: {
  readonly value: string;
  readonly query: Query;
  readonly onPages: (value: string, pages: TaskPages | null) => void;
}) {
  const { value, query, onPages } = props;
  const pages = useTaskList(query);
  const { data, error, isFetchingNextPage, hasNextPage } = pages;
  // The answer of the query is a new object at every turn; these are what changes in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => onPages(value, pages), [value, onPages, data, error, isFetchingNextPage, hasNextPage]);
  useEffect(() => () => onPages(value, null), [value, onPages]);
  return null;
}

function tasksOf({ data }: TaskPages): readonly TaskRowAnswer[] {
  return data?.pages.flatMap((page) => page.tasks) ?? [];
}

/** The tasks of an open group; a task that is led by two stands in two groups, so the group is part of its key. */
function rowsOf(mark: string, pages: TaskPages | undefined): readonly RegisterRow<TaskRowAnswer>[] {
  const items = (pages ? tasksOf(pages) : []).map(
    (item) => ({ kind: "item", key: `${mark} ${item.id}`, item }) as const,
  );
  const isWhole = pages?.data !== undefined && !pages.hasNextPage;
  const wait = { kind: "wait", key: `${mark} more`, onSeen: pages?.more ?? null } as const;
  return isWhole ? items : [...items, wait];
}

/** What a group is called: by a name of its own, or by a word of the program. */
function nameOf({ value, label }: Group, by: TaskGrouping | null, words: TaskWords & TaskGroupWords): string {
  if (by === "schedule") return words.schedules[value as keyof typeof words.schedules] ?? value;
  if (by === "state") return words.states[value as keyof typeof words.states] ?? value;
  if (value === "none")
    return by === "lead" ? words.noLeadGroup : by === "year" ? words.noYear : words.noGroup;
  return label ?? value;
}
