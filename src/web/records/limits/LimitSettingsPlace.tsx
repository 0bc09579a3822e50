import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { apiPaths } from "../../../contract/paths.ts";
import type { LimitSettingsAnswer, TimeLimitAnswer } from "../../../contract/time-limit.ts";
import type { Failure } from "../../../domain/basics/result.ts";
import { declarationOf } from "../../../domain/cooperation/declarations.ts";
import {
  travelAuthorities,
  travelMatters,
  travelRanks,
} from "../../../domain/cooperation/time-limit/travel-approval.ts";
import { timeLimitWords } from "../../../domain/language/web-time-limits.ts";
import { ask, FailureError, fetchAnswer } from "../../api.ts";
import { FailureNote } from "../../components/FailureNote.tsx";
import { Page } from "../../components/Page.tsx";
import { PlainTable } from "../../components/PlainTable.tsx";
import { Waiting } from "../../components/Waiting.tsx";
import { sayDay } from "../../day-words.ts";
import { useNumber, useSpeech, useWords } from "../../language.tsx";
import styles from "../../settings/Settings.module.css";
import { SettingsWays } from "../../settings/SettingsWays.tsx";
import { LimitSteps } from "./LimitSteps.tsx";

type Settings = LimitSettingsAnswer["settings"];

/** What the province sets about time limits: days that the law leaves open, its own steps, who permits whose journey. */
export default function LimitSettingsPlace() {
  const words = useWords(timeLimitWords).settings;
  // Kept here: the form begins anew with each version.
  const [saved, setSaved] = useState(false);
  const settings = useQuery({
    queryKey: ["settings", "time-limits"],
    queryFn: () => fetchAnswer<LimitSettingsAnswer>(apiPaths.settingsLimits),
    staleTime: 0,
  });
  return (
    <Page title={words.title} line={words.line}>
      <SettingsWays here="limits" />
      {settings.error instanceof FailureError ? (
        <FailureNote failure={settings.error.failure} onRetry={() => void settings.refetch()} />
      ) : settings.data ? (
        <SettingsForm key={settings.data.version} kept={settings.data} {...{ saved, setSaved }} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

/** A number of days as it was typed; null: none was, undefined: it is none. */
function daysOf(text: string): number | null | undefined {
  const typed = text.trim().replace("−", "-");
  if (typed === "") return null;
  return /^-?\d{1,3}$/.test(typed) && Math.abs(Number(typed)) <= 365 ? Number(typed) : undefined;
}

function SettingsForm(props: {
  readonly kept: LimitSettingsAnswer;
  readonly saved: boolean;
  readonly setSaved: (saved: boolean) => void;
}) {
  const { kept, saved, setSaved } = props;
  const words = useWords(timeLimitWords).settings;
  const queries = useQueryClient();
  const [days, setDays] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(Object.entries(kept.settings.days).map(([key, value]) => [key, String(value)])),
  );
  const [steps, setSteps] = useState(kept.settings.steps);
  const [travel, setTravel] = useState(kept.settings.travel);
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = Object.entries(days).map(([key, text]) => [key, daysOf(text)] as const);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    if (read.some(([, value]) => value === undefined)) return;
    const given = read.filter((entry): entry is readonly [string, number] => typeof entry[1] === "number");
    const settings: Settings = { days: Object.fromEntries(given), steps, travel };
    const answer = await ask<LimitSettingsAnswer>("PUT", apiPaths.settingsLimits, {
      ...{ settings, version: kept.version },
    });
    setFailure(answer.ok ? null : answer.failure);
    setSaved(answer.ok);
    if (!answer.ok) return;
    queries.setQueryData(["settings", "time-limits"], answer.value);
    await queries.invalidateQueries({ queryKey: ["time-limits"] });
  };
  const { save: saveWord } = useWords(timeLimitWords);
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
      {failure && <FailureNote failure={failure} />}
      <LawfulLimits limits={kept.limits} days={days} onDays={setDays} />
      <LimitSteps steps={steps} onSteps={setSteps} />
      <TravelLevels travel={travel} onTravel={setTravel} />
      <div className={styles.line}>
        <Button size="xs" type="submit">
          {saveWord}
        </Button>
        {saved && <span role="status">{words.saved}</span>}
      </div>
    </form>
  );
}

/** The rules of the law, with a place for days where it leaves them to the province. */
function LawfulLimits(props: {
  readonly limits: readonly TimeLimitAnswer[];
  readonly days: Readonly<Record<string, string>>;
  readonly onDays: (days: Readonly<Record<string, string>>) => void;
}) {
  const all = useWords(timeLimitWords);
  const words = all.settings;
  const say = useNumber();
  const { language } = useSpeech();
  const heads = [all.register, all.rule, words.days, words.source].map((title) => ({ title }));
  return (
    <section className={styles.part}>
      <h2 className="subtitle">{words.law}</h2>
      <PlainTable stacks heads={heads}>
        {props.limits.map((limit) => {
          const { key, days, counting, from, until } = limit;
          const count = `${say(days ?? 0)} ${all.countings[counting]}`;
          const text = props.days[key] ?? "";
          return (
            <tr key={`${key} ${from}`}>
              <td>{declarationOf(limit.register)?.name[language] ?? limit.register}</td>
              <td>{limit[language]}</td>
              <td>
                {limit.isSettable ? (
                  <TextInput
                    size="xs"
                    className={styles.narrow}
                    inputMode="numeric"
                    aria-label={`${words.days}: ${limit[language]}`}
                    description={words.ofLaw(count)}
                    inputWrapperOrder={["input", "description", "error"]}
                    value={text}
                    error={daysOf(text) === undefined ? words.wrong : null}
                    onChange={(event) => props.onDays({ ...props.days, [key]: event.currentTarget.value })}
                  />
                ) : (
                  count
                )}
              </td>
              <td className="small">
                {limit.source}, {words.inForce(sayDay(from), until ? sayDay(until) : "")}
                {limit.isUnverified && <span className="muted"> · {all.unverified}</span>}
              </td>
            </tr>
          );
        })}
      </PlainTable>
    </section>
  );
}

/** Who permits whose journey abroad, by what it is for and by the highest person who goes. */
function TravelLevels(props: {
  readonly travel: Settings["travel"];
  readonly onTravel: (travel: Settings["travel"]) => void;
}) {
  const { travel } = props;
  const words = useWords(timeLimitWords).settings;
  const { language } = useSpeech();
  const heads = [words.rank, ...travelMatters.map((matter) => words.matters[matter])];
  return (
    <section className={styles.part}>
      <h2 className="subtitle">{words.travel}</h2>
      <p className="small muted">{words.travelHelp}</p>
      <PlainTable stacks heads={heads.map((title) => ({ title }))}>
        {travelRanks.map((rank) => (
          <tr key={rank.key}>
            <td>{rank[language]}</td>
            {travelMatters.map((matter) => (
              <td key={matter}>
                <NativeSelect
                  size="xs"
                  aria-label={`${rank[language]}: ${words.matters[matter]}`}
                  value={travel[matter]?.[rank.key] ?? ""}
                  data={[
                    { value: "", label: words.notSet },
                    ...travelAuthorities.map((one) => ({ value: one.key, label: one[language] })),
                  ]}
                  onChange={(event) => {
                    const { [rank.key]: _, ...others } = travel[matter] ?? {};
                    const chosen = event.currentTarget.value;
                    props.onTravel({
                      ...travel,
                      [matter]: chosen === "" ? others : { ...others, [rank.key]: chosen },
                    });
                  }}
                />
              </td>
            ))}
          </tr>
        ))}
      </PlainTable>
    </section>
  );
}
