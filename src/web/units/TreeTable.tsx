import { useMemo, useState } from "react";
import type { UnitTreeAnswer } from "../../contract/unit.ts";
import { unitWords } from "../../domain/language/web-units.ts";
import { Register, type RegisterColumn } from "../components/Register.tsx";
import type { Chosen, RegisterRow } from "../components/register-row.ts";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link, useGo } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./Units.module.css";

type TreeRow = UnitTreeAnswer["rows"][number];
type Column = "content" | "kind" | "symbol" | "days";

/** The rows of the tree; "+" and "−" on a row show and hide what stands below it. */
export function TreeTable(props: {
  readonly rows: readonly TreeRow[];
  readonly day: string;
  readonly hasMore: boolean;
  readonly onEnd: () => void;
  readonly onOpen: (unit: string, isOpen: boolean) => void;
}) {
  const words = useWords(unitWords);
  const go = useGo();
  const [chosen, setChosen] = useState<Chosen<Column> | null>(null);
  const { day, onOpen } = props;
  const rows = useMemo(
    () => props.rows.map((row): RegisterRow<TreeRow> => ({ kind: "item", key: row.unit.id, item: row })),
    [props.rows],
  );
  const columns: readonly RegisterColumn<TreeRow, Column>[] = [
    {
      ...{ key: "content", title: words.columns.content, track: "minmax(0, 3fr)" },
      cell: (row) => <Name row={row} day={day} onOpen={onOpen} />,
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
    // biome-ignore lint/a11y/noStaticElementInteractions: the grid inside is what has the focus; two keys more than it hears itself
    <div
      className={styles.table}
      onKeyDown={({ key }) => {
        const row = props.rows.find(({ unit }) => unit.id === chosen?.row);
        if ((key === "+" || key === "-") && row && row.below > 0 && row.level > 0)
          onOpen(row.unit.id, key === "+");
      }}
    >
      <Register
        label={words.tree}
        columns={columns}
        rows={rows}
        chosen={chosen}
        onChoose={setChosen}
        onOpen={({ unit }) => go(places.unit(unit.id))}
        {...(props.hasMore && { onEnd: props.onEnd })}
      />
    </div>
  );
}

function Name(props: {
  readonly row: TreeRow;
  readonly day: string;
  readonly onOpen: (unit: string, isOpen: boolean) => void;
}) {
  const words = useWords(unitWords);
  const say = useNumber();
  const { unit, level, under, below, isOpen } = props.row;
  const there = (unit.from === null || unit.from <= props.day) && (unit.to === null || props.day <= unit.to);
  return (
    <div className={styles.row} data-level={Math.min(level, 4)} data-closed={there ? undefined : true}>
      <Link href={places.unit(unit.id)}>{unit.name}</Link>
      {under !== null && <span className="small muted"> {words.under(under)}</span>}
      {!there && unit.to !== null && unit.to < props.day && (
        <span className="small muted"> {words.until(sayDay(unit.to))}</span>
      )}
      {below > 0 && level > 0 && (
        <button
          type="button"
          className={styles.opener}
          aria-expanded={isOpen}
          onClick={() => props.onOpen(unit.id, !isOpen)}
        >
          <span aria-hidden="true">{isOpen ? "−" : "+"} </span>
          {words.below(say(below))}
        </button>
      )}
    </div>
  );
}
