import { useMemo, useState } from "react";
import type { RecordRowAnswer } from "../../contract/record.ts";
import type { Declaration } from "../../domain/cooperation/declaration.ts";
import { type ListColumn, listColumns } from "../../domain/cooperation/record.ts";
import { isOrdered } from "../../domain/cooperation/record-query.ts";
import type { Language } from "../../domain/language/language.ts";
import { type RecordWords, recordWords } from "../../domain/language/web-records.ts";
import listStyles from "../components/List.module.css";
import { Register, type RegisterColumn } from "../components/Register.tsx";
import type { Chosen } from "../components/register-row.ts";
import { useSpeech, useWords } from "../language.tsx";
import { Link, useGo } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./Records.module.css";
import { LinkedName, sayValue, shownComputed } from "./value-words.tsx";

/** The records of a list as a table: the name first, the columns of the declaration, who enters it. */
export function RecordTable(props: {
  readonly declaration: Declaration;
  readonly records: readonly RecordRowAnswer[];
  readonly sort: string | null;
  readonly onSort: (sort: string) => void;
  readonly onEnd: () => void;
}) {
  const words = useWords(recordWords);
  const { language } = useSpeech();
  const go = useGo();
  const [chosen, setChosen] = useState<Chosen<string> | null>(null);
  const { declaration, records, sort, onSort } = props;
  const rows = useMemo(
    () => records.map((item) => ({ kind: "item", key: item.id, item }) as const),
    [records],
  );
  const columns = useMemo(
    () =>
      columnsOf(declaration, {
        words,
        language,
        sort: sort ?? declaration.order ?? declaration.title,
        onSort,
      }),
    [declaration, words, language, sort, onSort],
  );
  if (records.length === 0) return <p className="muted">{words.noneFound}</p>;
  return (
    <div className={`${listStyles.table} ${styles.table}`}>
      <Register
        label={declaration.name[language]}
        columns={columns}
        rows={rows}
        chosen={chosen}
        onChoose={setChosen}
        onOpen={(record) => go(places.record(declaration.key, record.id))}
        onEnd={props.onEnd}
      />
    </div>
  );
}

interface Showing {
  readonly words: RecordWords;
  readonly language: Language;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}

type Column = RegisterColumn<RecordRowAnswer, string>;

function columnsOf(declaration: Declaration, showing: Showing): readonly Column[] {
  const { words, language } = showing;
  const title = declaration.fields.find(({ key }) => key === declaration.title);
  return [
    {
      ...{
        key: "name",
        title: title?.label[language] ?? "",
        track: `minmax(200px, ${title?.inList ?? 300}fr)`,
      },
      ...sorting(declaration, declaration.title, showing),
      cell: (record) => (
        <Link href={places.record(declaration.key, record.id)} className={styles.name}>
          {record.title}
        </Link>
      ),
    },
    ...listColumns(declaration).map((column) => columnOf(declaration, column, showing)),
    {
      ...{ key: "owner", title: words.owner, track: "minmax(0, 150fr)" },
      cell: ({ owner }) => <span className={listStyles.second}>{owner?.name ?? words.focal}</span>,
    },
  ];
}

function columnOf(declaration: Declaration, column: ListColumn, showing: Showing): Column {
  const { language, words } = showing;
  if (column.kind === "computed") {
    const { key, label, width } = column.column;
    return {
      ...{
        key,
        title: label[language],
        track: `minmax(0, ${width}fr)`,
        ...sorting(declaration, key, showing),
      },
      cell: ({ computed }) =>
        shownComputed(column.column, computed[key], language) ?? (
          <span className="muted">{words.nothing}</span>
        ),
    };
  }
  const { field } = column;
  return {
    ...{ key: field.key, title: field.label[language], track: `minmax(0, ${field.inList}fr)` },
    ...sorting(declaration, field.key, showing),
    cell: ({ values, links }) => {
      if (field.kind === "link")
        return (links[field.key] ?? []).map((link, at) => (
          <span key={link.id}>
            {at > 0 && ", "}
            <LinkedName link={link} words={words} />
          </span>
        ));
      const value = values[field.key];
      const isNumber = typeof value === "number" && field.kind !== "year";
      return value === undefined ? (
        <span className="muted">{words.nothing}</span>
      ) : (
        <span className={isNumber ? styles.number : undefined}>{sayValue(field, value, language)}</span>
      );
    },
  };
}

function sorting(declaration: Declaration, key: string, { sort, onSort }: Showing): Pick<Column, "sort"> {
  if (!isOrdered(declaration, key)) return {};
  const order = sort === key ? "ascending" : sort === `-${key}` ? "descending" : null;
  return { sort: { order, onSort: () => onSort(sort === key ? `-${key}` : key) } };
}
