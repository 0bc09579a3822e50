import { Button } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { RecordListAnswer } from "../../contract/record.ts";
import type { Declaration } from "../../domain/cooperation/declaration.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { NoSuchPlace } from "../App.tsx";
import { FailureError, fetchAnswer } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { usePrintWhole } from "../components/use-printing.ts";
import { ViewTabs } from "../components/ViewTabs.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { useGo, useQueryOf } from "../navigation.tsx";
import { places, writeQuery } from "../places.ts";
import { type AskedRecords, RecordFilters, recordSearchNames } from "./RecordFilters.tsx";
import { RecordTable } from "./RecordTable.tsx";
import { useDeclaration, useRegisters } from "./use-records.ts";

/** One register of cooperation: its records, narrowed by words and filters. */
export default function RecordsPlace() {
  const declaration = useDeclaration();
  return declaration ? <Records key={declaration.key} declaration={declaration} /> : <NoSuchPlace />;
}

function useRecordList({ key }: Declaration, asked: AskedRecords) {
  return useInfiniteQuery({
    queryKey: ["records", key, "list", asked],
    queryFn: ({ pageParam }) => {
      const page = {
        ...asked,
        limit: pageParam ? "200" : "60",
        facets: pageParam ? "" : "1",
        after: pageParam,
      };
      return fetchAnswer<RecordListAnswer>(pathTo(apiPaths.records, { register: key }) + writeQuery(page));
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

function Records({ declaration }: { declaration: Declaration }) {
  const words = useWords(recordWords);
  const say = useNumber();
  const { language } = useSpeech();
  const go = useGo();
  const asked = useQueryOf(recordSearchNames);
  const list = useRecordList(declaration, asked);
  const registers = useRegisters();
  const { loading, print } = usePrintWhole([list]);
  const { key, name, one, about } = declaration;
  const mayEnter = registers.data?.registers.find((register) => register.key === key)?.mayEnter ?? false;
  const [first] = list.data?.pages ?? [];
  const { sort: _, ...narrowed } = asked;
  const isNarrowed = Object.keys(narrowed).length > 0;
  const add = mayEnter && (
    <Button size="xs" onClick={() => go(places.newRecord(key))}>
      {words.add(one[language])}
    </Button>
  );
  if (first?.total === 0 && !isNarrowed)
    return (
      <Page title={name[language]} line={about[language]} actions={add}>
        <EmptyState title={words.empty(one[language])}>
          <p>{mayEnter ? words.emptyText : words.emptyRead}</p>
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title={name[language]}
      line={first && `${words.count(say(first.total))} · ${about[language]}`}
      fills
      actions={
        <>
          {loading && <Waiting for={words.printLoading} />}
          {add}
          <Button size="xs" variant="default" onClick={() => void print()}>
            {words.print}
          </Button>
        </>
      }
    >
      <ViewTabs place={key} query={asked} address={(query) => places.records(key, query)} />
      <RecordFilters {...{ declaration, asked, facets: first?.facets ?? [] }} />
      {list.error instanceof FailureError ? (
        <FailureNote failure={list.error.failure} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Waiting />
      ) : (
        <RecordTable
          declaration={declaration}
          records={list.data.pages.flatMap((page) => page.records)}
          sort={asked.sort ?? null}
          onSort={(sort) => go(places.records(key, { ...asked, sort }))}
          onEnd={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
        />
      )}
    </Page>
  );
}
