import { Button, Checkbox } from "@mantine/core";
import { useEffect, useState } from "react";
import type { UnitTreeAnswer } from "../../contract/unit.ts";
import { unitWords } from "../../domain/language/web-units.ts";
import { FailureError } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { FilterChip } from "../components/FilterChip.tsx";
import { Page } from "../components/Page.tsx";
import { SearchBox } from "../components/SearchBox.tsx";
import { usePrintWhole } from "../components/use-printing.ts";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { useGo, useQueryOf } from "../navigation.tsx";
import { places } from "../places.ts";
import { Plans } from "./Plans.tsx";
import { TreeRemarks } from "./TreeRemarks.tsx";
import { TreeTable } from "./TreeTable.tsx";
import styles from "./Units.module.css";
import { useUnitTree } from "./use-units.ts";

const names = ["q", "kind", "day", "closed", "open"] as const;
type Asked = { readonly [name in (typeof names)[number]]?: string };

/** The units of the province as of a day. */
export default function UnitsTreePlace() {
  const words = useWords(unitWords);
  const say = useNumber();
  const go = useGo();
  const asked = useQueryOf(names);
  const tree = useUnitTree(asked);
  const set = (changes: Asked) => go(places.organisation({ ...asked, ...changes }), { replace: true });
  const { loading, print } = usePrintOpened(asked, tree, set);
  if (tree.error instanceof FailureError)
    return <FailureNote failure={tree.error.failure} onRetry={() => void tree.refetch()} />;
  const data = tree.data?.pages[0];
  const opened = (asked.open ?? "").split(",").filter((id) => id !== "" && id !== "all");
  return (
    <Page
      fills
      title={words.title}
      line={data && words.line(say(data.present), sayDay(data.day))}
      actions={
        <>
          {loading && <Waiting />}
          {data?.mayChange && (
            <Button size="xs" onClick={() => go(places.unitChange())}>
              {words.change}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => go(places.collectives)}>
            {words.collectives}
          </Button>
          <Button size="xs" variant="default" onClick={print}>
            {words.print}
          </Button>
        </>
      }
    >
      {data && <TreeRemarks tree={data} />}
      <Plans />
      <Filters asked={asked} tree={data} set={set} />
      {data ? (
        <TreeTable
          key={`${asked.q}/${asked.kind}/${data.day}`}
          rows={tree.data?.pages.flatMap(({ rows }) => rows) ?? []}
          day={data.day}
          hasMore={tree.hasNextPage}
          onEnd={() => {
            if (!tree.isFetchingNextPage) void tree.fetchNextPage();
          }}
          onOpen={(unit, isOpen) => {
            const others = (asked.open === "all" ? shownOpen(tree.data?.pages ?? []) : opened).filter(
              (id) => id !== unit,
            );
            set({ open: (isOpen ? [...others, unit] : others).join(",") });
          }}
        />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

function shownOpen(pages: readonly UnitTreeAnswer[]): readonly string[] {
  return pages.flatMap(({ rows }) => rows.flatMap(({ unit, isOpen }) => (isOpen ? unit.id : [])));
}

/** Prints all levels: they are opened first, and closed again by whoever wants so. */
function usePrintOpened(
  { q, kind, open }: Asked,
  tree: ReturnType<typeof useUnitTree>,
  set: (changes: Asked) => void,
) {
  const [wanted, setWanted] = useState(false);
  const { loading, print } = usePrintWhole([tree]);
  const isOpened = open === "all" || q !== undefined || kind !== undefined;
  const isReady = wanted && isOpened && !tree.isFetching;
  useEffect(() => {
    if (!isReady) return;
    setWanted(false);
    void print();
  }, [isReady, print]);
  return {
    loading: loading || wanted,
    print: () => {
      setWanted(true);
      if (!isOpened) set({ open: "all" });
    },
  };
}

function Filters(props: {
  readonly asked: Asked;
  readonly tree: UnitTreeAnswer | undefined;
  readonly set: (changes: Asked) => void;
}) {
  const words = useWords(unitWords);
  const say = useNumber();
  const { asked, tree, set } = props;
  const isNarrowed = asked.q !== undefined || asked.kind !== undefined;
  return (
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
          value={asked.day ?? tree?.today ?? ""}
          onChange={(event) => set({ day: event.currentTarget.value })}
        />
      </label>
      {!isNarrowed && (
        <Checkbox
          size="xs"
          label={words.openAll}
          checked={asked.open === "all"}
          onChange={(event) => set({ open: event.currentTarget.checked ? "all" : "" })}
        />
      )}
      {tree && tree.closed > 0 && (
        <Checkbox
          size="xs"
          label={words.showClosed(say(tree.closed))}
          checked={asked.closed === "1"}
          onChange={(event) => set({ closed: event.currentTarget.checked ? "1" : "" })}
        />
      )}
    </search>
  );
}
