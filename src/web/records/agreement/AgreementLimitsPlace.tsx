import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type {
  AgreementLimitsAnswer,
  LimitAnswer,
  ListedAgreementAnswer,
} from "../../../contract/agreement-lists.ts";
import { apiPaths } from "../../../contract/paths.ts";
import { levelWords } from "../../../domain/cooperation/records/agreement.ts";
import { agreementLimitWords } from "../../../domain/language/web-agreement-limits.ts";
import { agreementWords } from "../../../domain/language/web-agreements.ts";
import { FailureError, fetchAnswer } from "../../api.ts";
import { FailureNote } from "../../components/FailureNote.tsx";
import type { IconName } from "../../components/Icon.tsx";
import { Page } from "../../components/Page.tsx";
import { PlainTable } from "../../components/PlainTable.tsx";
import { State, type Tone } from "../../components/State.tsx";
import { Waiting } from "../../components/Waiting.tsx";
import { sayDay, sayDistance } from "../../day-words.ts";
import { useNumber, useSpeech, useWords } from "../../language.tsx";
import { Link, useQueryOf } from "../../navigation.tsx";
import { places, writeQuery } from "../../places.ts";
import { useMay } from "../../session.ts";
import styles from "./Agreement.module.css";
import { AgreementWays } from "./AgreementWays.tsx";

const [monthChoices, usualMonths] = [["1", "3", "6", "12"], "6"] as const;

/** What ends soon, and every time limit of agreements that runs or was missed, with its proof. */
export default function AgreementLimitsPlace() {
  const words = useWords(agreementLimitWords);
  const say = useNumber();
  const { months = usualMonths } = useQueryOf(["months"]);
  const mayExport = useMay("export-register");
  const limits = useQuery({
    queryKey: ["records", "agreements", "limits", months],
    queryFn: () => fetchAnswer<AgreementLimitsAnswer>(apiPaths.agreementLimits + writeQuery({ months })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const { data } = limits;
  const late = data ? [...data.duties, ...data.opinions].filter(({ state }) => state === "late").length : 0;
  return (
    <Page
      title={words.title}
      line={data && words.line(say(data.endings.length), say(late))}
      actions={
        data && (
          <>
            {mayExport && (
              <Button
                size="xs"
                component="a"
                href={apiPaths.agreementLimitsExport + writeQuery({ months })}
                download
              >
                {words.xlsx}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => window.print()}>
              {words.print}
            </Button>
          </>
        )
      }
    >
      <AgreementWays here="limits" />
      {limits.error instanceof FailureError ? (
        <FailureNote failure={limits.error.failure} onRetry={() => void limits.refetch()} />
      ) : data ? (
        <>
          <Endings {...{ data, months }} />
          <Limits list="duties" {...{ limits: data.duties, inTime: data.inTime.duties }} />
          <Limits list="opinions" {...{ limits: data.opinions, inTime: data.inTime.opinions }} />
        </>
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

function Endings({ data, months }: { readonly data: AgreementLimitsAnswer; readonly months: string }) {
  const words = useWords(agreementLimitWords);
  const { language } = useSpeech();
  const say = useNumber();
  const { endings, today } = data;
  return (
    <section aria-labelledby="endings" className={styles.section}>
      <h2 id="endings" className="subtitle">
        {words.endings} ({say(endings.length)})
      </h2>
      <nav className={styles.months} aria-label={words.within}>
        {words.within}
        {monthChoices.map((choice) => (
          <Link
            key={choice}
            href={places.agreementLimits({ months: choice })}
            aria-current={choice === months ? "true" : undefined}
          >
            {words.months(choice)}
          </Link>
        ))}
      </nav>
      <p className="small muted">{words.endingsText}</p>
      {endings.length === 0 ? (
        <p className="muted">{words.noEndings}</p>
      ) : (
        <PlainTable
          stacks
          heads={[words.agreement, words.owner, words.atEnd, words.endsOn, words.noticeBy].map((title) => ({
            title,
          }))}
        >
          {endings.map((one) => (
            <tr key={one.agreement.id}>
              <Named agreement={one.agreement} />
              <td data-label={words.owner}>{one.agreement.owner ?? words.focal}</td>
              <td>
                <State
                  tone={one.kind === "renews" ? "open" : "dueSoon"}
                  icon={one.kind === "renews" ? "endless" : "warning"}
                >
                  {words.ends[one.kind]}
                </State>
              </td>
              <td data-label={words.endsOn} className="numbers">
                {sayDay(one.on)}
                {one.actBy === one.on && <Distance>{sayDistance(one.on, today, language)}</Distance>}
              </td>
              <td data-label={words.noticeBy} className="numbers">
                {one.noticeBy
                  ? sayDay(one.noticeBy)
                  : one.kind === "renews" && <span className="muted">{words.noNotice}</span>}
                {one.actBy !== one.on && <Distance>{sayDistance(one.actBy, today, language)}</Distance>}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </section>
  );
}

function Distance({ children }: { readonly children: ReactNode }) {
  return <span className="small muted"> · {children}</span>;
}

/** The agreement with its parties, as the head of a line. */
function Named({ agreement }: { readonly agreement: ListedAgreementAnswer }) {
  const { language } = useSpeech();
  const { id, title, level, partners } = agreement;
  return (
    <th scope="row">
      <Link href={places.record("agreements", id)}>{title}</Link>
      <span className={styles.second}>{[levelWords[level][language], ...partners].join(" · ")}</span>
    </th>
  );
}

const looks: Readonly<Record<LimitAnswer["state"], readonly [Tone, IconName]>> = {
  late: ["late", "warning"],
  open: ["open", "running"],
  missed: ["noDeadline", "rejected"],
  doneLate: ["doneLate", "check"],
  done: ["done", "check"],
};

function Limits(props: {
  readonly list: "duties" | "opinions";
  readonly limits: readonly LimitAnswer[];
  readonly inTime: number;
}) {
  const { list, limits, inTime } = props;
  const words = useWords(agreementLimitWords);
  const life = useWords(agreementWords);
  const say = useNumber();
  const [text, none] =
    list === "duties" ? [words.dutiesText, words.noDuties] : [words.opinionsText, words.noOpinions];
  return (
    <section aria-labelledby={list} className={styles.section}>
      <h2 id={list} className="subtitle">
        {words[list]} ({say(limits.length)})
      </h2>
      <p className="small muted">
        {text} {inTime > 0 && words.inTime(say(inTime))}
      </p>
      {limits.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <PlainTable
          stacks
          heads={[words.agreement, words.step, words.since, words.lastDay, words.state, words.proof].map(
            (title) => ({ title }),
          )}
        >
          {limits.map((one) => (
            <tr key={`${one.agreement.id} ${one.purpose} ${one.step} ${one.body} ${one.name} ${one.since}`}>
              <Named agreement={one.agreement} />
              <td>
                {life.kinds[one.step]}
                <span className={styles.second}>
                  {[one.name ?? (one.body && life.bodies[one.body]), life.purposes[one.purpose]]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </td>
              <td data-label={words.since} className="numbers">
                {one.since && sayDay(one.since)}
              </td>
              <td data-label={words.lastDay} className="numbers">
                {sayDay(one.lastDay)}
              </td>
              <td>
                <State tone={looks[one.state][0]} icon={looks[one.state][1]}>
                  {words.states[one.state]}
                </State>
                {one.daysLate > 0 && <span className={styles.second}>{words.late(say(one.daysLate))}</span>}
              </td>
              <td data-label={words.proof}>
                <Proof limit={one} />
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </section>
  );
}

/** By what and when it was done; nothing while it was not. */
function Proof({ limit }: { readonly limit: LimitAnswer }) {
  const words = useWords(agreementLimitWords);
  const { answers } = useWords(agreementWords);
  const { doneOn, proof, answer } = limit;
  if (doneOn === null) return <span aria-hidden>–</span>;
  return (
    <>
      {proof ?? <span className="muted">{words.noProof}</span>}
      <span className={styles.second}>
        {[sayDay(doneOn), ...(answer ? [answers[answer]] : [])].join(" · ")}
      </span>
    </>
  );
}
