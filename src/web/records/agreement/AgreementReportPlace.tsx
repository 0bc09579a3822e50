import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { AgreementReportAnswer } from "../../../contract/agreement-lists.ts";
import { apiPaths } from "../../../contract/paths.ts";
import { reportColumns } from "../../../domain/cooperation/agreement/agreement-report.ts";
import { verdicts } from "../../../domain/cooperation/agreement/clause.ts";
import { countryName } from "../../../domain/cooperation/country.ts";
import { levelWords } from "../../../domain/cooperation/records/agreement.ts";
import { fieldsOfWork } from "../../../domain/cooperation/records/common.ts";
import { agreementReportWords } from "../../../domain/language/web-agreement-report.ts";
import { agreementWords } from "../../../domain/language/web-agreements.ts";
import { FailureError, fetchAnswer } from "../../api.ts";
import { FailureNote } from "../../components/FailureNote.tsx";
import { FilterChip } from "../../components/FilterChip.tsx";
import { Page } from "../../components/Page.tsx";
import { PlainTable } from "../../components/PlainTable.tsx";
import { Waiting } from "../../components/Waiting.tsx";
import { sayDay } from "../../day-words.ts";
import { useNumber, useSpeech, useWords } from "../../language.tsx";
import { NoticeDraft } from "../../leaders/NoticeDraft.tsx";
import { Link, useGo, useQueryOf } from "../../navigation.tsx";
import { places, writeQuery } from "../../places.ts";
import { useMay } from "../../session.ts";
import styles from "./Agreement.module.css";
import { AgreementWays } from "./AgreementWays.tsx";
import { type Behind, ListBehind } from "./ListBehind.tsx";

/** The yearly report on agreements: every figure opens the agreements that it counts, and all of it becomes a document. */
export default function AgreementReportPlace() {
  const words = useWords(agreementReportWords);
  const { year } = useQueryOf(["year"]);
  const mayDraft = useMay("compare-units");
  const report = useQuery({
    queryKey: ["records", "agreements", "report", year ?? ""],
    queryFn: () => fetchAnswer<AgreementReportAnswer>(apiPaths.agreementReport + writeQuery({ year })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const { data } = report;
  return (
    <Page
      title={words.title}
      line={data && lineOf(data, words)}
      actions={
        data && (
          <>
            {mayDraft && (
              <NoticeDraft
                path={apiPaths.agreementReport}
                request={{ year: data.year }}
                saved={`bao-cao-thoa-thuan-${data.year}.docx`}
                words={words.draft}
              />
            )}
            <Button size="xs" variant="default" onClick={() => window.print()}>
              {words.print}
            </Button>
          </>
        )
      }
    >
      <AgreementWays here="report" />
      {report.error instanceof FailureError ? (
        <FailureNote failure={report.error.failure} onRetry={() => void report.refetch()} />
      ) : data ? (
        <Figures key={data.year} report={data} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

function lineOf(
  { from, to, countedOn }: AgreementReportAnswer,
  words: (typeof agreementReportWords)["vi"],
): string {
  return [words.line(sayDay(from), sayDay(to)), ...(countedOn < to ? [words.soFar] : [])].join(" · ");
}

/** How the report is sent, as far as the province has said it. */
function Sending({ report }: { readonly report: AgreementReportAnswer }) {
  const words = useWords(agreementReportWords);
  const mayChange = useMay("change-settings");
  const { recipient, dueOn, form } = report;
  const said = [
    words.recipient(recipient),
    dueOn === null ? words.noDue : words.dueOn(sayDay(dueOn)),
    form === null ? words.noForm : words.form(form),
  ];
  return (
    <p className="small muted">
      {said.join(" · ")}{" "}
      {mayChange && (
        <span data-screen-only>
          <Link href={places.agreementSettings}>{words.change}</Link>
        </span>
      )}
    </p>
  );
}

function Figures({ report }: { readonly report: AgreementReportAnswer }) {
  const words = useWords(agreementReportWords);
  const { status } = useWords(agreementWords);
  const [behind, setBehind] = useState<Behind | null>(null);
  const { whole, byLevel, byCountry, byStatus, byField, told, notEvaluated } = report;
  const count = (name: string, ids: readonly string[]) => (
    <Figure {...{ name, ids, onOpen: () => setBehind({ name, ids }) }} />
  );
  const rows = (some: AgreementReportAnswer["byLevel"], nameOf: (key: string) => string) =>
    some.map(({ key, cells }) => ({
      name: nameOf(key),
      cells: reportColumns.map((column) => count(`${words.columns[column]}, ${nameOf(key)}`, cells[column])),
    }));
  const { levelOf, countryOf, fieldOf } = useNames();
  const countHeads = reportColumns.map((column) => words.columns[column]);
  return (
    <>
      <Sending report={report} />
      <YearChoice report={report} />
      {behind && (
        <ListBehind {...{ behind, agreements: report.agreements, onClose: () => setBehind(null) }} />
      )}
      {byLevel.length === 0 && <p className="muted">{words.none}</p>}
      <FigureTable
        title={words.byLevel}
        heads={[words.level, ...countHeads]}
        rows={[
          ...rows(byLevel, levelOf),
          {
            name: words.whole,
            cells: reportColumns.map((column) => count(words.columns[column], whole[column])),
          },
        ]}
      />
      <FigureTable
        title={words.byCountry}
        text={words.several}
        heads={[words.country, ...countHeads]}
        rows={rows(byCountry, countryOf)}
      />
      <FigureTable
        title={words.byStatus}
        heads={[words.status, words.count]}
        rows={byStatus.map(({ key, cells }) => ({
          name: status[key] ?? key,
          cells: [count(status[key] ?? key, cells.count)],
        }))}
      />
      <FigureTable
        title={words.byField}
        heads={[words.field, ...verdicts.map((verdict) => words.verdicts[verdict])]}
        rows={byField.map(({ key, cells }) => ({
          name: fieldOf(key),
          cells: verdicts.map((verdict) =>
            count(`${fieldOf(key)}, ${words.verdicts[verdict]}`, cells[verdict]),
          ),
        }))}
      />
      {byField.length === 0 && <p className="muted">{words.noField}</p>}
      <FigureTable
        title={words.told}
        heads={[words.manner, words.count]}
        rows={[
          ...(["inTime", "late", "notYet"] as const).map((key) => ({
            name: words.toldIn[key],
            cells: [count(`${words.told}, ${words.toldIn[key]}`, told[key])],
          })),
          { name: words.notEvaluated, cells: [count(words.notEvaluated, notEvaluated)] },
        ]}
      />
    </>
  );
}

/** What the keys of the tables are called. */
function useNames() {
  const words = useWords(agreementReportWords);
  const { language } = useSpeech();
  return {
    levelOf: (key: string) =>
      Object.entries(levelWords).find(([level]) => level === key)?.[1][language] ?? key,
    countryOf: (key: string) => (key === "" ? words.unknownCountry : countryName(key, language)),
    fieldOf: (key: string) => fieldsOfWork.find((one) => one.key === key)?.[language] ?? key,
  };
}

const yearsBack = 8;

function YearChoice({ report }: { readonly report: AgreementReportAnswer }) {
  const words = useWords(agreementReportWords);
  const go = useGo();
  const { year, countedOn } = report;
  const last = Math.max(Number(countedOn.slice(0, 4)), year);
  const years = Array.from({ length: yearsBack }, (_, back) => String(last - back));
  return (
    <div data-screen-only>
      <FilterChip
        label={words.year}
        all={words.thisYear}
        value={String(year)}
        choices={years.map((value) => ({ value, label: value }))}
        onChange={(value) => go(places.agreementReport({ year: value }))}
      />
    </div>
  );
}

/** A figure that opens what it counts; nothing to open is said in grey. */
function Figure(props: {
  readonly name: string;
  readonly ids: readonly string[];
  readonly onOpen: () => void;
}) {
  const words = useWords(agreementReportWords);
  const say = useNumber();
  const said = say(props.ids.length);
  if (props.ids.length === 0) return <span className="muted">{said}</span>;
  return (
    <button
      type="button"
      className="link-button"
      aria-label={words.open(props.name, said)}
      onClick={props.onOpen}
    >
      {said}
    </button>
  );
}

function FigureTable(props: {
  readonly title: string;
  readonly text?: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly ReactNode[] }[];
}) {
  const { title, text, heads, rows } = props;
  if (rows.length === 0) return null;
  return (
    <section aria-label={title} className={styles.figures}>
      <h2 className="subtitle">{title}</h2>
      {text && <p className="small muted">{text}</p>}
      <PlainTable stacks heads={heads.map((head, at) => ({ title: head, isNumber: at > 0 }))}>
        {rows.map(({ name, cells }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its column
              <td key={at} data-number data-label={heads[at + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </PlainTable>
    </section>
  );
}
