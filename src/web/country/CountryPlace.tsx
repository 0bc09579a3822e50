import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CountryAnswer } from "../../contract/country.ts";
import { apiPaths } from "../../contract/paths.ts";
import { countryWords } from "../../domain/language/web-country.ts";
import { leadersWords } from "../../domain/language/web-leaders.ts";
import { fetchAnswer } from "../api.ts";
import { Answered } from "../components/Answered.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { FilterChip } from "../components/FilterChip.tsx";
import { Page } from "../components/Page.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import styles from "../leaders/LeadersPlace.module.css";
import { writeQuery } from "../places.ts";
import tasks from "../tasks/TasksPlace.module.css";
import { CountryMap } from "./CountryMap.tsx";
import { addedUp, type Figures } from "./figures.ts";

/** How duties are done in all provinces: figures beside each other, for who may look across them. */
export default function CountryPlace() {
  const [group, setGroup] = useState("");
  const country = useQuery({
    queryKey: ["duties", "country", group],
    queryFn: () => fetchAnswer<CountryAnswer>(apiPaths.country + writeQuery({ group })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return (
    <Answered query={country}>
      {(answer) => <Shown country={answer} group={group} onGroup={setGroup} />}
    </Answered>
  );
}

function Shown(props: {
  readonly country: CountryAnswer;
  readonly group: string;
  readonly onGroup: (group: string) => void;
}) {
  const { country, group, onGroup } = props;
  const words = useWords(countryWords);
  const { kinds: kindNames } = useWords(leadersWords);
  const [kind, setKind] = useState("");
  const kinds = [...new Set(country.kinds.map((one) => one.kind))];
  const chosen = country.kinds.filter((one) => kind === "" || one.kind === kind);
  if (country.kinds.length === 0 && group === "")
    return (
      <Page title={words.title}>
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title={words.title}
      line={words.line(sayDay(country.today))}
      actions={
        <Button size="xs" variant="default" onClick={() => window.print()}>
          {words.print}
        </Button>
      }
    >
      <search className={tasks.filters} data-screen-only>
        <FilterChip
          label={words.kind}
          all={words.allKinds}
          value={kind}
          choices={kinds.map((value) => ({ value, label: kindNames[value] ?? value }))}
          onChange={setKind}
        />
        <FilterChip
          label={words.group}
          all={words.allGroups}
          value={group}
          choices={country.groups.flatMap(({ title }) => (title ? [{ value: title, label: title }] : []))}
          onChange={onGroup}
        />
      </search>
      <Provinces country={country} kinds={chosen} />
      {kind === "" && <CountryMap country={country} />}
      {group === "" && <Groups groups={country.groups} />}
    </Page>
  );
}

/** Provinces beside each other, by their names: they are not ranked. */
function Provinces(props: { readonly country: CountryAnswer; readonly kinds: CountryAnswer["kinds"] }) {
  const { country, kinds } = props;
  const words = useWords(countryWords);
  const { language } = useSpeech();
  const of = Map.groupBy(kinds, ({ province }) => province);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
    <section className={`${styles.units} ${styles.wide}`} aria-label={words.provinces} tabIndex={0}>
      <p className="small muted">{words.rule}</p>
      <PlainTable heads={useHeads(words.province)}>
        <Row name={words.all} figures={addedUp(kinds)} />
        {country.provinces.flatMap(({ id, name, nameEn }) => {
          const some = of.get(id);
          return some
            ? [<Row key={id} name={language === "vi" ? name : nameEn} figures={addedUp(some)} />]
            : [];
        })}
      </PlainTable>
    </section>
  );
}

function Groups({ groups }: { groups: CountryAnswer["groups"] }) {
  const words = useWords(countryWords);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
    <section className={`${styles.units} ${styles.wide}`} aria-label={words.groups} tabIndex={0}>
      <PlainTable heads={useHeads(words.groups)}>
        {groups.map(({ title, ...figures }) => (
          <Row key={title} name={title || words.noGroup} figures={figures} />
        ))}
      </PlainTable>
    </section>
  );
}

function useHeads(first: string) {
  const words = useWords(countryWords);
  return [
    { title: first },
    ...[words.late, words.since, words.submitted, words.due, words.inTime, words.overdue, words.silent].map(
      (title) => ({ title, isNumber: true }),
    ),
  ];
}

function Row({ name, figures }: { readonly name: string; readonly figures: Figures }) {
  const { late, silent, submitted, due, inTime, since } = figures;
  const say = useNumber();
  const rate = (part: number) => (
    <td data-number>
      {due > 0 && (
        <>
          {say(Math.round((part / due) * 100))}% <span className="small muted">({say(part)})</span>
        </>
      )}
    </td>
  );
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-number>{say(late)}</td>
      <td data-number>{since?.split("-").reverse().join("/")}</td>
      <td data-number>{say(submitted)}</td>
      <td data-number>{say(due)}</td>
      {rate(inTime)}
      {rate(due - inTime - silent)}
      {rate(silent)}
    </tr>
  );
}
