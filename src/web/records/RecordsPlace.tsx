import { Button } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { RecordListAnswer } from "../../contract/record.ts";
import type { Declaration } from "../../domain/cooperation/declaration.ts";
import { recordSumWords } from "../../domain/language/web-record-sums.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { NoSuchPlace } from "../App.tsx";
import { FailureError, fetchAnswer } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { MoreMenu } from "../components/MoreMenu.tsx";
import { Page } from "../components/Page.tsx";
import { usePrintWhole } from "../components/use-printing.ts";
import { ViewTabs } from "../components/ViewTabs.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link, useGo, useQueryOf } from "../navigation.tsx";
import { places, writeQuery } from "../places.ts";
import { useMay } from "../session.ts";
import { type AskedRecords, RecordFilters, recordSearchNames } from "./RecordFilters.tsx";
import { RecordsLine } from "./RecordsLine.tsx";
import { RecordTable } from "./RecordTable.tsx";
import { specialWays } from "./special.ts";
import { useDeclaration, useRegisters, useTwins } from "./use-records.ts";

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
  const say = useNumber();
  const twins = useTwins(declaration, useMay("join-records")).data?.total ?? 0;
  const add = mayEnter && (
    <Button size="xs" onClick={() => go(places.newRecord(key))}>
      {words.add(one[language])}
    </Button>
  );
  if (first?.total === 0 && !isNarrowed)
    return (
      <Page title={name[language]} line={about[language]} actions={add}>
        <RegisterWays register={key} />
        <EmptyState
          title={words.empty(one[language])}
          {...(mayEnter && { action: <Link href={places.importRecords(key)}>{words.importList}</Link> })}
        >
          <p>{mayEnter ? words.emptyText : words.emptyRead}</p>
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title={name[language]}
      line={first && <RecordsLine declaration={declaration} list={first} asked={asked} />}
      fills
      actions={
        <>
          {loading && <Waiting for={words.printLoading} />}
          {add}
          <RecordsMenu {...{ declaration, asked, mayEnter }} onPrint={() => void print()} />
        </>
      }
    >
      <RegisterWays register={key} />
      <ViewTabs place={key} query={asked} address={(query) => places.records(key, query)} />
      {twins > 0 && (
        <p data-screen-only>
          <Link href={places.recordTwins(key)}>{words.twins.count(say(twins))}</Link>
        </p>
      )}
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

/** Ways to the lists that a register alone has, if it has any. */
function RegisterWays({ register }: { readonly register: string }) {
  const Ways = specialWays[register];
  return Ways ? <Ways here="list" /> : null;
}

/** What else may be done with a list: brought in, taken out, summed up, printed. */
function RecordsMenu(props: {
  readonly declaration: Declaration;
  readonly asked: AskedRecords;
  readonly mayEnter: boolean;
  readonly onPrint: () => void;
}) {
  const { key, yearly } = props.declaration;
  const words = useWords(recordWords);
  const sumWords = useWords(recordSumWords);
  const go = useGo();
  const mayExport = useMay("export-register");
  return (
    <MoreMenu
      label={words.actions}
      items={[
        ...(props.mayEnter
          ? [{ label: words.importList, onSelect: () => go(places.importRecords(key)) }]
          : []),
        ...(mayExport
          ? (["xlsx", "csv"] as const).map((format) => ({
              label: words.exportList(format),
              download: exportAddress(key, format, props.asked),
            }))
          : []),
        ...(yearly ? [{ label: sumWords.open, onSelect: () => go(places.recordSums(key)) }] : []),
        { label: words.print, onSelect: props.onPrint },
      ]}
    />
  );
}

/** Where the records of a list come as a file, narrowed as the list is. */
function exportAddress(register: string, format: "xlsx" | "csv", asked: AskedRecords): string {
  return pathTo(apiPaths.recordsExport, { register, format }) + writeQuery(asked);
}
