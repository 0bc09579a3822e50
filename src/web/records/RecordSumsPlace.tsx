import { useQuery } from "@tanstack/react-query";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { RecordSumsAnswer } from "../../contract/record-sums.ts";
import type { Declaration, YearlySums } from "../../domain/cooperation/declaration.ts";
import { writeWhere } from "../../domain/cooperation/record-query.ts";
import { saySummed, sumHeading } from "../../domain/cooperation/record-sums.ts";
import { recordSumWords } from "../../domain/language/web-record-sums.ts";
import { NoSuchPlace } from "../App.tsx";
import { FailureError, fetchAnswer } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { FilterChip } from "../components/FilterChip.tsx";
import { MoreMenu } from "../components/MoreMenu.tsx";
import { Page } from "../components/Page.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link, useGo, useQueryOf } from "../navigation.tsx";
import { places, writeQuery } from "../places.ts";
import { useMay } from "../session.ts";
import styles from "./Records.module.css";
import { useDeclaration } from "./use-records.ts";

type Row = RecordSumsAnswer["total"];
type Summed = Declaration & { readonly yearly: YearlySums };

/** A year of a register summed up: tables by what its declaration says, of which every number opens its list. */
export default function RecordSumsPlace() {
  const declaration = useDeclaration();
  const { yearly } = declaration ?? {};
  return declaration && yearly ? <Sums declaration={{ ...declaration, yearly }} /> : <NoSuchPlace />;
}

function Sums({ declaration }: { readonly declaration: Summed }) {
  const { key, name } = declaration;
  const words = useWords(recordSumWords);
  const say = useNumber();
  const { language } = useSpeech();
  const go = useGo();
  const asked = useQueryOf(["year"] as const);
  const mayExport = useMay("export-register");
  const sums = useQuery({
    queryKey: ["records", key, "sums", asked.year],
    queryFn: () =>
      fetchAnswer<RecordSumsAnswer>(pathTo(apiPaths.recordSums, { register: key }) + writeQuery(asked)),
    staleTime: 0,
  });
  const { data } = sums;
  if (sums.error instanceof FailureError)
    return <FailureNote failure={sums.error.failure} onRetry={() => void sums.refetch()} />;
  if (!data) return <Waiting />;
  const file = pathTo(apiPaths.recordSumsFile, { register: key }) + writeQuery({ year: String(data.year) });
  const years = [...new Set([data.year, ...data.years])].toSorted((a, b) => b - a);
  return (
    <Page
      title={words.title(name[language], String(data.year))}
      line={
        <>
          <Link href={places.records(key)}>{name[language]}</Link>
          {` · ${words.line(say(data.total.count))}`}
        </>
      }
      actions={
        <MoreMenu
          label={words.actions}
          items={[
            ...(mayExport ? [{ label: words.download, download: file }] : []),
            { label: words.print, onSelect: () => window.print() },
          ]}
        />
      }
    >
      <search className={styles.filters} data-screen-only>
        <FilterChip
          {...{ label: words.year, all: String(data.year), value: asked.year ?? "" }}
          choices={years.map((year) => ({ value: String(year), label: String(year) }))}
          onChange={(year) => go(places.recordSums(key, { year }))}
        />
      </search>
      {data.total.count === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        data.tables.map((table) => (
          <SumTable key={table.by.join()} {...{ declaration, table, total: data.total, year: data.year }} />
        ))
      )}
    </Page>
  );
}

function SumTable(props: {
  readonly declaration: Summed;
  readonly table: RecordSumsAnswer["tables"][number];
  readonly total: Row;
  readonly year: number;
}) {
  const { declaration, table, total, year } = props;
  const { yearly } = declaration;
  const words = useWords(recordSumWords);
  const { language } = useSpeech();
  const names = table.by.map((key) => sumHeading(declaration, key, language));
  const counted = table.rows.reduce((sum, { count }) => sum + count, 0);
  const address = (row: Row) =>
    places.records(declaration.key, {
      where: writeWhere({
        [yearly.year]: [String(year)],
        ...Object.fromEntries(row.of.map(({ value }, at) => [table.by[at] ?? "", [value]])),
      }),
    });
  return (
    <section className={styles.group} aria-label={words.by(names.join(words.and))}>
      <h2 className="subtitle">
        {words.by(names.map((name) => name.toLocaleLowerCase(language)).join(words.and))}
      </h2>
      <div className={styles.scrolls}>
        <PlainTable
          heads={[
            ...names.map((title) => ({ title })),
            { title: words.count, isNumber: true },
            ...yearly.sums.map((key) => ({ title: sumHeading(declaration, key, language), isNumber: true })),
            ...(yearly.balance ? [{ title: words.balance, isNumber: true }] : []),
          ]}
        >
          {table.rows.map((row) => (
            <tr key={row.of.map(({ value }) => value).join()}>
              {row.of.map((one, at) => (
                <td key={table.by[at]}>{saySummed(declaration, table.by[at] ?? "", one, language)}</td>
              ))}
              <Numbers
                row={row}
                yearly={yearly}
                address={address(row)}
                of={row.of
                  .map((one, at) => saySummed(declaration, table.by[at] ?? "", one, language))
                  .join(", ")}
              />
            </tr>
          ))}
          <tr>
            <td colSpan={table.by.length}>
              <strong>{words.total}</strong>
            </td>
            <Numbers row={total} yearly={yearly} address={address({ ...total, of: [] })} of={words.total} />
          </tr>
        </PlainTable>
      </div>
      {counted > total.count && <p className="small muted">{words.several}</p>}
    </section>
  );
}

/** The numbers of a line; each opens the records that it is of. */
function Numbers(props: {
  readonly row: Row;
  readonly yearly: YearlySums;
  readonly address: string;
  readonly of: string;
}) {
  const { row, yearly, address } = props;
  const words = useWords(recordSumWords);
  const say = useNumber();
  const left = yearly.balance && (row.sums[yearly.balance[0]] ?? 0) - (row.sums[yearly.balance[1]] ?? 0);
  return (
    <>
      <td data-number>
        <Link href={address} aria-label={`${say(row.count)}: ${props.of}`}>
          {say(row.count)}
        </Link>
      </td>
      {yearly.sums.map((key) => (
        <td key={key} data-number>
          <Link href={address} className={styles.whole}>
            {say(row.sums[key] ?? 0)}
          </Link>
        </td>
      ))}
      {left !== undefined && (
        <td data-number>
          {left < 0 && <span className={styles.warn}>{words.over} </span>}
          <span className={styles.whole}>{say(left)}</span>
        </td>
      )}
    </>
  );
}
