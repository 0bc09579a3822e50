import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { LeadersAnswer } from "../../contract/leaders.ts";
import { apiPaths } from "../../contract/paths.ts";
import { awaitingStates } from "../../domain/duty/duty-state.ts";
import { leadersWords } from "../../domain/language/web-leaders.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import overview from "../overview/OverviewPlace.module.css";
import { places, type Query } from "../places.ts";
import { HeatMap } from "./HeatMap.tsx";
import styles from "./LeadersPlace.module.css";

type Unit = LeadersAnswer["units"][number];

const lateStates = "silent,late";

/** Units of a kind that are shown at first, and on paper. */
const firstUnits = 8;

/** What leaders look at before a meeting: five numbers, what is late and whose, units beside their kind, one heat map. */
export default function LeadersPlace() {
  const leaders = useQuery({
    queryKey: ["duties", "leaders"],
    queryFn: () => fetchAnswer<LeadersAnswer>(apiPaths.leaders),
    staleTime: 0,
  });
  if (leaders.error instanceof FailureError)
    return <FailureNote failure={leaders.error.failure} onRetry={() => void leaders.refetch()} />;
  return leaders.data ? <Shown leaders={leaders.data} /> : <Waiting />;
}

function Shown({ leaders }: { leaders: LeadersAnswer }) {
  const words = useWords(leadersWords);
  if (leaders.states.length === 0)
    return (
      <Page title={words.title}>
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      </Page>
    );
  const kinds = [...Map.groupBy(leaders.units, ({ kind }) => kind)];
  return (
    <Page
      title={words.title}
      line={words.line(sayDay(leaders.today))}
      actions={
        <Button size="xs" variant="default" onClick={() => window.print()}>
          {words.print}
        </Button>
      }
    >
      <Numbers leaders={leaders} />
      <div className={`${overview.columns} ${styles.columns}`}>
        <section>
          <h2 className={overview.heading}>{words.units}</h2>
          <p className="small muted">{words.unitsText}</p>
          {kinds.map(([kind, units]) => (
            <Kind key={kind} kind={words.kinds[kind] ?? kind} units={units} />
          ))}
          {kinds.length === 0 && <p className="muted">{words.calm}</p>}
        </section>
        <Groups groups={leaders.groups} />
      </div>
      <HeatMap months={leaders.months} units={leaders.units} />
    </Page>
  );
}

function Numbers({ leaders: { states, asked } }: { leaders: LeadersAnswer }) {
  const words = useWords(leadersWords);
  const say = useNumber();
  const count = (wanted: readonly string[]) =>
    states.reduce((sum, { state, count: found }) => sum + (wanted.includes(state) ? found : 0), 0);
  const inStates = (word: string, wanted: readonly string[], tone = "") => ({
    ...{ word, tone, count: count(wanted), query: { state: wanted.join(",") } satisfies Query },
  });
  const numbers = [
    inStates(words.open, awaitingStates),
    inStates(words.late, lateStates.split(","), "late"),
    inStates(words.silent, ["silent"], "late"),
    inStates(words.submitted, ["submitted"]),
    { word: words.asked, tone: "", count: asked, query: { asked: "1" } },
  ];
  return (
    <ul className={`${overview.first} ${styles.numbers}`} aria-label={words.numbers}>
      {numbers.map(({ word, tone, count: found, query }) => (
        <li key={word}>
          <Link href={places.duties(query)} data-tone={found > 0 ? tone : ""}>
            <strong className="numbers">{say(found)}</strong> <span>{word}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Units of one kind beside each other, those with most that is late first; the further ones on asking. */
function Kind({ kind, units }: { kind: string; units: readonly Unit[] }) {
  const words = useWords(leadersWords);
  const say = useNumber();
  const [whole, setWhole] = useState(false);
  const shown = whole ? units : units.slice(0, firstUnits);
  const left = units.length - shown.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
    <section className={styles.wide} aria-label={kind} tabIndex={0}>
      <PlainTable
        heads={[
          { title: kind },
          { title: words.lateNow, isNumber: true },
          { title: words.since, isNumber: true },
          { title: words.due, isNumber: true },
          { title: words.inTime, isNumber: true },
          { title: words.lateRate, isNumber: true },
          { title: words.silentRate, isNumber: true },
        ]}
      >
        {shown.map((unit) => (
          <tr key={unit.id}>
            <th scope="row">
              <Link href={places.duties({ unit: unit.id })}>{unit.name}</Link>
            </th>
            <Late count={unit.now.late} query={{ unit: unit.id }} />
            <td data-number>{unit.now.since && sayDay(unit.now.since)}</td>
            <td data-number>{say(unit.due)}</td>
            <Rate part={unit.inTime} of={unit.due} />
            <Rate part={unit.late} of={unit.due} />
            <Rate part={unit.silent} of={unit.due} />
          </tr>
        ))}
      </PlainTable>
      {left > 0 && (
        <>
          <button type="button" className="link-button" data-screen-only onClick={() => setWhole(true)}>
            {words.all(say(units.length))}
          </button>
          <p className={`small muted ${styles.paperOnly}`}>{words.rest(say(left))}</p>
        </>
      )}
    </section>
  );
}

function Groups({ groups }: { groups: LeadersAnswer["groups"] }) {
  const words = useWords(leadersWords);
  return (
    <section>
      <h2 className={overview.heading}>{words.groups}</h2>
      {groups.length === 0 ? (
        <p className="muted">{words.calm}</p>
      ) : (
        <PlainTable
          heads={[
            { title: words.group },
            { title: words.lateNow, isNumber: true },
            { title: words.since, isNumber: true },
          ]}
        >
          {groups.map(({ title, late, since }) => (
            <tr key={title}>
              <th scope="row">{title || words.noGroup}</th>
              <Late count={late} query={title === "" ? null : { group: title }} />
              <td data-number>{since && sayDay(since)}</td>
            </tr>
          ))}
        </PlainTable>
      )}
    </section>
  );
}

/** How many are late, opening their list. */
function Late({ count, query }: { count: number; query: Query | null }) {
  const say = useNumber();
  return (
    <td data-number>
      {count === 0 || query === null ? (
        <span className={count === 0 ? "muted" : undefined}>{say(count)}</span>
      ) : (
        <Link href={places.duties({ ...query, state: lateStates })}>{say(count)}</Link>
      )}
    </td>
  );
}

/** A share in hundredths, with the count it comes from. */
function Rate({ part, of }: { part: number; of: number }) {
  const say = useNumber();
  return (
    <td data-number>
      {say(Math.round((part / of) * 100))}% <span className="small muted">({say(part)})</span>
    </td>
  );
}
