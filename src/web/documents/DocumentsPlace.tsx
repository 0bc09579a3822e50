import { Button } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { DocumentLine, DocumentSort, DocumentsAnswer } from "../../contract/document.ts";
import { apiPaths } from "../../contract/paths.ts";
import { documentWords } from "../../domain/language/web-documents.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { FilterChip } from "../components/FilterChip.tsx";
import { Icon } from "../components/Icon.tsx";
import listStyles from "../components/List.module.css";
import { Page } from "../components/Page.tsx";
import { Register, type RegisterColumn } from "../components/Register.tsx";
import type { Chosen } from "../components/register-row.ts";
import { SearchBox } from "../components/SearchBox.tsx";
import { State } from "../components/State.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link, useGo, useQueryOf } from "../navigation.tsx";
import { places, writeQuery } from "../places.ts";
import styles from "./DocumentsPlace.module.css";
import { DocumentName } from "./document-name.tsx";

const names = ["q", "kind", "year", "state", "record", "sort"] as const;
type Asked = Partial<Record<(typeof names)[number], string>>;
type Column = "label" | "content" | "issued" | "tasks" | "review";

/** The documents of the province: filters in words, newest first. */
export default function DocumentsPlace() {
  const words = useWords(documentWords);
  const say = useNumber();
  const go = useGo();
  const asked = useQueryOf(names);
  const list = useInfiniteQuery({
    queryKey: ["documents", asked],
    queryFn: ({ pageParam }) =>
      fetchAnswer<DocumentsAnswer>(apiPaths.documents + writeQuery({ ...asked, after: pageParam })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const set = (changes: Asked) => go(places.documents({ ...asked, ...changes }));
  const [first] = list.data?.pages ?? [];
  const action = (
    <Button size="xs" onClick={() => go(places.importing)} leftSection={<Icon name="upload" size={14} />}>
      {words.importAction}
    </Button>
  );
  const filtered = names.some((name) => name !== "sort" && asked[name]);
  if (first && first.total === 0 && !filtered)
    return (
      <Page title={words.title}>
        <EmptyState title={words.none} action={action}>
          <p>{words.noneText}</p>
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title={words.title}
      actions={action}
      fills
      line={
        first &&
        [
          words.count(say(first.total)),
          ...(first.toReview > 0 ? [words.toReviewCount(say(first.toReview))] : []),
        ].join(" · ")
      }
    >
      <Filters asked={asked} first={first} filtered={!!filtered} set={set} />
      {list.error instanceof FailureError ? (
        <FailureNote failure={list.error.failure} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Waiting />
      ) : (
        <DocumentTable
          documents={list.data.pages.flatMap((page) => page.documents)}
          sort={(asked.sort as DocumentSort | undefined) ?? "-issued"}
          onSort={(sort) => set({ sort })}
          onEnd={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
        />
      )}
      {list.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </Page>
  );
}

function Filters(props: {
  readonly asked: Asked;
  readonly first: DocumentsAnswer | undefined;
  readonly filtered: boolean;
  readonly set: (changes: Asked) => void;
}) {
  const words = useWords(documentWords);
  const say = useNumber();
  const go = useGo();
  const { asked, first, filtered, set } = props;
  return (
    <search className={listStyles.filters} data-screen-only>
      <SearchBox label={words.search} value={asked.q ?? ""} onSearch={(q) => set({ q })} />
      <FilterChip
        label={words.state}
        all={words.all}
        value={asked.state ?? ""}
        choices={(["toReview", "reviewed"] as const).map((value) => ({
          value,
          label: words.states[value],
        }))}
        onChange={(state) => set({ state })}
      />
      <FilterChip
        label={words.kind}
        all={words.all}
        value={asked.kind ?? ""}
        choices={(first?.kinds ?? []).map(({ kind, kindName, count }) => ({
          value: kind,
          label: `${kindName ?? kind} (${say(count)})`,
        }))}
        onChange={(kind) => set({ kind })}
      />
      <FilterChip
        label={words.year}
        all={words.all}
        value={asked.year ?? ""}
        choices={(first?.years ?? []).map(({ year, count }) => ({
          value: String(year),
          label: `${year} (${say(count)})`,
        }))}
        onChange={(year) => set({ year })}
      />
      {asked.record && (
        <FilterChip
          label={words.linkedWith}
          all={words.all}
          value={asked.record}
          choices={[{ value: asked.record, label: words.ofRecord }]}
          onChange={(record) => set({ record })}
        />
      )}
      {filtered && (
        <button type="button" className="link-button" onClick={() => go(places.documents())}>
          {words.clear}
        </button>
      )}
    </search>
  );
}

function DocumentTable(props: {
  readonly documents: readonly DocumentLine[];
  readonly sort: DocumentSort;
  readonly onSort: (sort: DocumentSort) => void;
  readonly onEnd: () => void;
}) {
  const words = useWords(documentWords);
  const say = useNumber();
  const go = useGo();
  const [chosen, setChosen] = useState<Chosen<Column> | null>(null);
  const { documents, sort, onSort } = props;
  const rows = useMemo(
    () => documents.map((item) => ({ kind: "item", key: item.id, item }) as const),
    [documents],
  );
  const columns = useMemo(() => documentColumns(words, say, sort, onSort), [words, say, sort, onSort]);
  if (documents.length === 0) return <p className="muted">{words.noneFound}</p>;
  return (
    <div className={`${listStyles.table} ${styles.table}`}>
      <Register
        label={words.title}
        columns={columns}
        rows={rows}
        chosen={chosen}
        onChoose={setChosen}
        onOpen={(line) => go(places.document(line.id))}
        onEnd={props.onEnd}
      />
    </div>
  );
}

function documentColumns(
  words: (typeof documentWords)["vi"],
  say: (value: number) => string,
  sort: DocumentSort,
  onSort: (sort: DocumentSort) => void,
): readonly RegisterColumn<DocumentLine, Column>[] {
  const issued = sort === "issued" ? "ascending" : sort === "-issued" ? "descending" : null;
  return [
    {
      key: "label",
      title: words.columns.label,
      track: "minmax(160px, 1fr)",
      sort: { order: sort === "number" ? "ascending" : null, onSort: () => onSort("number") },
      cell: (line) => (
        <>
          <Link href={places.document(line.id)} className={styles.name}>
            <DocumentName of={line} />
          </Link>
          <span className={listStyles.second}>{line.issuer}</span>
        </>
      ),
    },
    {
      key: "content",
      title: words.columns.content,
      track: "minmax(0, 2.4fr)",
      cell: (line) => <span className={listStyles.cut}>{line.subject ?? line.fileName}</span>,
    },
    {
      key: "issued",
      title: words.columns.issued,
      track: "120px",
      sort: { order: issued, onSort: () => onSort(sort === "-issued" ? "issued" : "-issued") },
      cell: (line) => (line.issuedOn ? sayDay(line.issuedOn) : <span className="muted">–</span>),
    },
    {
      key: "tasks",
      title: words.columns.tasks,
      track: "96px",
      cell: (line) =>
        line.tasks > 0 ? (
          <Link href={places.tasks({ document: line.id })}>{say(line.tasks)}</Link>
        ) : (
          <span className="muted">0</span>
        ),
    },
    {
      key: "review",
      title: words.columns.review,
      track: "168px",
      cell: (line) =>
        line.open > 0 ? (
          <Link href={places.review(line.id)}>{words.open(say(line.open), say(line.findings))}</Link>
        ) : (
          <State tone="done" icon="check">
            {words.reviewed}
          </State>
        ),
    },
  ];
}
