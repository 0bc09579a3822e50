import { Button, Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { CollectivesAnswer } from "../../contract/collective.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { ListedUnit, UnitTreeAnswer } from "../../contract/unit.ts";
import { unitWords } from "../../domain/language/web-units.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { FilterChip } from "../components/FilterChip.tsx";
import { Icon } from "../components/Icon.tsx";
import { Page } from "../components/Page.tsx";
import { type Chosen, Register, type RegisterColumn, type RegisterRow } from "../components/Register.tsx";
import { SearchBox } from "../components/SearchBox.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link, useGo, useQueryOf } from "../navigation.tsx";
import { places } from "../places.ts";
import { type TreeRow, treeRows } from "./tree-rows.ts";
import styles from "./Units.module.css";
import { useUnitTree } from "./use-units.ts";

const names = ["q", "kind", "day", "closed"] as const;
type Column = "content" | "kind" | "symbol" | "days";

/** The units of the province as of a day. */
export default function UnitsTreePlace() {
  const words = useWords(unitWords);
  const say = useNumber();
  const go = useGo();
  const asked = useQueryOf(names);
  const tree = useUnitTree(asked);
  const set = (changes: Partial<Record<(typeof names)[number], string>>) =>
    go(places.organisation({ ...asked, ...changes }), { replace: true });
  if (tree.error instanceof FailureError)
    return <FailureNote failure={tree.error.failure} onRetry={() => void tree.refetch()} />;
  const { data } = tree;
  const there = data ? data.units.length - (asked.closed === "1" ? data.closed : 0) : 0;
  return (
    <Page
      fills
      title={words.title}
      line={data && words.line(say(there), sayDay(data.day))}
      actions={
        <>
          {data?.mayChange && (
            <Button size="xs" onClick={() => go(places.unitChange())}>
              {words.change}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => go(places.collectives)}>
            {words.collectives}
          </Button>
          <Button size="xs" variant="default" onClick={() => window.print()}>
            {words.print}
          </Button>
        </>
      }
    >
      {data && <Remarks tree={data} />}
      <search className={styles.filters} data-screen-only>
        <SearchBox label={words.search} value={asked.q ?? ""} onSearch={(q) => set({ q })} />
        <FilterChip
          label={words.kind}
          all={words.all}
          value={asked.kind ?? ""}
          choices={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
          onChange={(kind) => set({ kind })}
        />
        <label className={styles.day}>
          {words.day}
          <input
            type="date"
            value={asked.day ?? data?.today ?? ""}
            onChange={(event) => set({ day: event.currentTarget.value })}
          />
        </label>
        {data && data.closed > 0 && (
          <Checkbox
            size="xs"
            label={words.showClosed(say(data.closed))}
            checked={asked.closed === "1"}
            onChange={(event) => set({ closed: event.currentTarget.checked ? "1" : "" })}
          />
        )}
      </search>
      {data ? <Tree tree={data} words={asked.q ?? ""} kind={asked.kind ?? ""} /> : <Waiting />}
    </Page>
  );
}

/** What waits for a person: names that are no unit, words bound to nobody; and what the set-up put here. */
function Remarks({ tree }: { tree: UnitTreeAnswer }) {
  const words = useWords(unitWords);
  const say = useNumber();
  const groups = useQuery({
    queryKey: ["collectives"],
    queryFn: () => fetchAnswer<CollectivesAnswer>(apiPaths.collectives),
    staleTime: 0,
    retry: false,
  });
  const unknown = groups.data?.unknown ?? [];
  const unbound = (groups.data?.wordings ?? []).filter(
    ({ collective, open }) => collective === null && !open,
  );
  const tasks = unknown.reduce((sum, one) => sum + one.tasks, 0);
  const of = (kind: ListedUnit["kind"]) => tree.units.filter((unit) => unit.kind === kind);
  return (
    <div className={styles.notes} data-screen-only>
      {unknown.length > 0 && (
        <p className={styles.line}>
          <span className={styles.warn}>
            <Icon name="warning" />
          </span>
          {words.unknownNames(say(unknown.length), say(tasks))}
          <Link href={places.collectives}>{words.settle}</Link>
        </p>
      )}
      {unbound.length > 0 && (
        <p className={styles.line}>
          <span className={styles.warn}>
            <Icon name="warning" />
          </span>
          {words.unboundWords(say(unbound.length))}
          <Link href={places.collectives}>{words.settle}</Link>
        </p>
      )}
      {tree.sharedSymbols.map(({ symbol, units }) => (
        <p key={symbol} className="small muted">
          {words.shared(symbol, say(units.length))}
        </p>
      ))}
      <details className="small">
        <summary>{words.setup}</summary>
        <p>
          {words.setupText(
            say(of("commune").length),
            say(of("commune").filter(({ traits }) => traits.includes("border")).length),
            say(of("department").length),
            say(tree.closed),
          )}
        </p>
        <p>{words.setupCheck}</p>
      </details>
    </div>
  );
}

function Tree({ tree, words: typed, kind }: { tree: UnitTreeAnswer; words: string; kind: string }) {
  const words = useWords(unitWords);
  const go = useGo();
  const [chosen, setChosen] = useState<Chosen<Column> | null>(null);
  const rows = useMemo(
    () =>
      treeRows(tree.units, { words: typed, kind }).map(
        (row): RegisterRow<TreeRow> => ({ kind: "item", key: row.unit.id, item: row }),
      ),
    [tree.units, typed, kind],
  );
  const columns: readonly RegisterColumn<TreeRow, Column>[] = [
    {
      ...{ key: "content", title: words.columns.content, track: "minmax(0, 3fr)" },
      cell: (row) => <Name row={row} day={tree.day} />,
    },
    {
      ...{ key: "kind", title: words.columns.kind, track: "minmax(0, 1.2fr)" },
      cell: ({ unit }) =>
        [words.kinds[unit.kind], ...unit.traits.map((trait) => words.traits[trait])].join(", "),
    },
    { ...{ key: "symbol", title: words.columns.symbol, track: "120px" }, cell: ({ unit }) => unit.symbol },
    {
      ...{ key: "days", title: words.columns.days, track: "minmax(0, 1.3fr)" },
      cell: ({ unit: { from, to } }) => (
        <span className="small muted">
          {[from && words.since(sayDay(from)), to && words.until(sayDay(to))].filter(Boolean).join(", ")}
        </span>
      ),
    },
  ];
  if (rows.length === 0) return <p className="muted">{words.none}</p>;
  return (
    <div className={styles.table}>
      <Register
        key={`${typed}/${kind}/${tree.day}/${tree.units.length}`}
        label={words.tree}
        columns={columns}
        rows={rows}
        chosen={chosen}
        onChoose={setChosen}
        onOpen={({ unit }) => go(places.unit(unit.id))}
      />
    </div>
  );
}

function Name({ row: { unit, level, under }, day }: { row: TreeRow; day: string }) {
  const words = useWords(unitWords);
  const there = (unit.from === null || unit.from <= day) && (unit.to === null || day <= unit.to);
  return (
    <div className={styles.row} data-level={Math.min(level, 3)} data-closed={there ? undefined : true}>
      <Link href={places.unit(unit.id)}>{unit.name}</Link>
      {under !== null && <span className="small muted"> {words.under(under)}</span>}
      {!there && unit.to !== null && unit.to < day && (
        <span className="small muted"> {words.until(sayDay(unit.to))}</span>
      )}
    </div>
  );
}
