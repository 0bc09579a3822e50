import { Button } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { apiPaths } from "../../../contract/paths.ts";
import type { LimitListAnswer, TimeLimitAnswer } from "../../../contract/time-limit.ts";
import { declarationOf } from "../../../domain/cooperation/declarations.ts";
import { type LimitState, limitStates } from "../../../domain/cooperation/time-limit/time-limit.ts";
import { timeLimitWords } from "../../../domain/language/web-time-limits.ts";
import { FailureError, fetchAnswer } from "../../api.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { FilterChip } from "../../components/FilterChip.tsx";
import listStyles from "../../components/List.module.css";
import { Page } from "../../components/Page.tsx";
import { PlainTable } from "../../components/PlainTable.tsx";
import { usePrintWhole } from "../../components/use-printing.ts";
import { Waiting } from "../../components/Waiting.tsx";
import { useNumber, useSpeech, useWords } from "../../language.tsx";
import { Link, useGo, useQueryOf } from "../../navigation.tsx";
import { places, writeQuery } from "../../places.ts";
import { CooperationWays } from "../CooperationWays.tsx";
import styles from "../Records.module.css";
import { LimitDue, LimitName, LimitProof, LimitStateWord } from "./limit-words.tsx";

const names = ["register", "limit", "state", "year"] as const;
type Asked = Partial<Record<(typeof names)[number], string>>;

/** What is shown when nothing is asked for: what is not done. */
const openStates = "due,late";

/** Everything with a last day in the registers of cooperation: how many of each, and each list. */
export default function TimeLimitsPlace() {
  const words = useWords(timeLimitWords);
  const say = useNumber();
  const asked: Asked = useQueryOf(names);
  const list = useInfiniteQuery({
    queryKey: ["time-limits", "list", asked],
    queryFn: ({ pageParam }) => {
      const state = asked.state ?? openStates;
      const query = { ...asked, state: state === "all" ? "" : state, after: pageParam };
      return fetchAnswer<LimitListAnswer>(apiPaths.timeLimits + writeQuery(query));
    },
    initialPageParam: "",
    getNextPageParam: (page) => (page.next === null ? undefined : String(page.next)),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const { loading, print } = usePrintWhole([list]);
  const [first] = list.data?.pages ?? [];
  const sum = (state?: LimitState) =>
    (first?.counts ?? []).reduce(
      (total, one) => total + (state === undefined || one.state === state ? one.count : 0),
      0,
    );
  return (
    <Page
      title={words.title}
      line={first && words.line(say(sum()), say(sum("late")))}
      actions={
        <>
          {loading && <Waiting for={words.printLoading} />}
          <Button size="xs" variant="default" onClick={() => void print()}>
            {words.print}
          </Button>
        </>
      }
    >
      <CooperationWays here="limits" />
      {list.error instanceof FailureError ? (
        <FailureNote failure={list.error.failure} onRetry={() => void list.refetch()} />
      ) : !first ? (
        <Waiting />
      ) : sum() === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <>
          <Sums list={first} asked={asked} />
          <Filters list={first} asked={asked} />
          <Rows pages={list.data?.pages ?? []} total={first.total} />
          {list.hasNextPage && (
            <div data-screen-only>
              <Button size="xs" variant="default" onClick={() => void list.fetchNextPage()}>
                {words.more}
              </Button>
            </div>
          )}
        </>
      )}
    </Page>
  );
}

/** How many of each rule stand how; each number opens its list. */
function Sums({ list, asked }: { readonly list: LimitListAnswer; readonly asked: Asked }) {
  const words = useWords(timeLimitWords);
  const say = useNumber();
  const { language } = useSpeech();
  const inYear = list.counts.filter(({ year }) => !asked.year || String(year) === asked.year);
  const states = limitStates.filter((state) => inYear.some((one) => one.state === state));
  const countOf = (limit: string, state: LimitState) =>
    inYear.reduce((sum, one) => sum + (one.limit === limit && one.state === state ? one.count : 0), 0);
  const { year } = asked;
  return (
    <section aria-label={words.sums} className={styles.scrolls}>
      <PlainTable
        heads={[
          { title: words.rule },
          ...states.map((state) => ({ title: words.states[state], isNumber: true })),
        ]}
      >
        {list.limits.map((limit) => (
          <tr key={limit.key}>
            <td>
              <Link href={places.timeLimits({ limit: limit.key, state: "all", year })}>
                {limit[language]}
              </Link>
            </td>
            {states.map((state) => {
              const count = countOf(limit.key, state);
              return (
                <td key={state} data-number>
                  {count === 0 ? (
                    <span className="muted">0</span>
                  ) : (
                    <Link
                      href={places.timeLimits({ limit: limit.key, state, year })}
                      aria-label={`${say(count)}: ${limit[language]}, ${words.states[state]}`}
                    >
                      {say(count)}
                    </Link>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </PlainTable>
    </section>
  );
}

function Filters({ list, asked }: { readonly list: LimitListAnswer; readonly asked: Asked }) {
  const words = useWords(timeLimitWords);
  const { language } = useSpeech();
  const go = useGo();
  const set = (changes: Asked) => go(places.timeLimits({ ...asked, ...changes }));
  const registers = [...new Set(list.limits.map(({ register }) => register))];
  const years = [...new Set(list.counts.map(({ year }) => year))].toSorted((a, b) => b - a);
  return (
    <search className={listStyles.filters} data-screen-only>
      <FilterChip
        {...{ label: words.register, all: words.all, value: asked.register ?? "" }}
        choices={registers.map((key) => ({ value: key, label: declarationOf(key)?.name[language] ?? key }))}
        onChange={(register) => set({ register, limit: "" })}
      />
      <FilterChip
        {...{ label: words.rule, all: words.all, value: asked.limit ?? "" }}
        choices={list.limits
          .filter(({ register }) => !asked.register || register === asked.register)
          .map((limit) => ({ value: limit.key, label: limit[language] }))}
        onChange={(limit) => set({ limit })}
      />
      <FilterChip
        {...{ label: words.state, all: words.open, value: asked.state ?? "" }}
        choices={[
          { value: "all", label: words.all },
          ...limitStates.map((state) => ({ value: state, label: words.states[state] })),
        ]}
        onChange={(state) => set({ state })}
      />
      <FilterChip
        {...{ label: words.year, all: words.all, value: asked.year ?? "" }}
        choices={years.map((year) => ({ value: String(year), label: String(year) }))}
        onChange={(year) => set({ year })}
      />
    </search>
  );
}

function Rows({ pages, total }: { readonly pages: readonly LimitListAnswer[]; readonly total: number }) {
  const words = useWords(timeLimitWords);
  const say = useNumber();
  const [first] = pages;
  const rules: ReadonlyMap<string, TimeLimitAnswer> = new Map(
    (first?.limits ?? []).map((limit) => [limit.key, limit]),
  );
  const heads = [words.record, words.rule, words.due, words.state, words.proof, words.owner];
  return (
    <section aria-label={words.title}>
      <p className="muted" role="status">
        {words.shown(say(total))}
      </p>
      <PlainTable stacks heads={heads.map((title) => ({ title }))}>
        {pages.flatMap(({ rows, today }) =>
          rows.map(({ record, ...standing }) => {
            const limit = rules.get(standing.limit);
            return (
              <tr key={`${record.id} ${standing.limit} ${standing.occurrence}`}>
                <td>
                  <Link href={places.record(record.register, record.id)} className={styles.name}>
                    {record.title}
                  </Link>
                </td>
                <td>{limit && <LimitName {...{ limit, standing }} />}</td>
                <td>
                  <LimitDue {...{ standing, today }} />
                </td>
                <td>
                  <LimitStateWord state={standing.state} />
                </td>
                <td>
                  <LimitProof standing={standing} />
                </td>
                <td className="small muted">{record.owner?.name ?? words.focal}</td>
              </tr>
            );
          }),
        )}
      </PlainTable>
    </section>
  );
}
