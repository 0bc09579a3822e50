import { Button } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { RecordListAnswer } from "../../contract/record.ts";
import type { Declaration } from "../../domain/cooperation/declaration.ts";
import type { Language } from "../../domain/language/language.ts";
import { recordSumWords } from "../../domain/language/web-record-sums.ts";
import { type RecordWords, recordWords } from "../../domain/language/web-records.ts";
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
import { RecordTable } from "./RecordTable.tsx";
import { specialWays } from "./special.ts";
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
  const sumWords = useWords(recordSumWords);
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
  const mayExport = useMay("export-register");
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
      line={first && totalsLine(declaration, first, { language, words, say })}
      fills
      actions={
        <>
          {loading && <Waiting for={words.printLoading} />}
          {add}
          <MoreMenu
            label={words.actions}
            items={[
              ...(mayEnter
                ? [{ label: words.importList, onSelect: () => go(places.importRecords(key)) }]
                : []),
              ...(mayExport
                ? (["xlsx", "csv"] as const).map((format) => ({
                    label: words.exportList(format),
                    download: exportAddress(key, format, asked),
                  }))
                : []),
              ...(declaration.yearly
                ? [{ label: sumWords.open, onSelect: () => go(places.recordSums(key)) }]
                : []),
              { label: words.print, onSelect: () => void print() },
            ]}
          />
        </>
      }
    >
      <RegisterWays register={key} />
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

/** Ways to the lists that a register alone has, if it has any. */
function RegisterWays({ register }: { readonly register: string }) {
  const Ways = specialWays[register];
  return Ways ? <Ways here="list" /> : null;
}

/** Where the records of a list come as a file, narrowed as the list is. */
function exportAddress(register: string, format: "xlsx" | "csv", asked: AskedRecords): string {
  return pathTo(apiPaths.recordsExport, { register, format }) + writeQuery(asked);
}

/** How many records, what they add up to, and the share that is done. */
function totalsLine(
  { fields, summed = [], share, about }: Declaration,
  { total, sums, shared }: RecordListAnswer,
  speech: {
    readonly language: Language;
    readonly words: RecordWords;
    readonly say: (value: number) => string;
  },
): string {
  const { language, words, say } = speech;
  const added = summed.flatMap((key) => {
    const field = fields.find((one) => one.key === key);
    if (!field || !sums[key]) return [];
    const unit = field.kind === "money" ? ` ${field.currency ?? ""}` : "";
    return [`${field.label[language]}: ${say(sums[key])}${unit}`];
  });
  const done =
    share && total > 0 ? [words.share(share.label[language], say(shared), say((100 * shared) / total))] : [];
  return [
    words.count(say(total)),
    ...done,
    ...added,
    ...(added.length + done.length === 0 ? [about[language]] : []),
  ].join(" · ");
}
