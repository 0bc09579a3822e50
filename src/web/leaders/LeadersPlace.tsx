import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { LeadersAnswer } from "../../contract/leaders.ts";
import { apiPaths } from "../../contract/paths.ts";
import { awaitingStates } from "../../domain/duty/duty-state.ts";
import { leadersWords } from "../../domain/language/web-leaders.ts";
import { fetchAnswer } from "../api.ts";
import { Answered } from "../components/Answered.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { Page } from "../components/Page.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import overview from "../overview/OverviewPlace.module.css";
import { places, type Query } from "../places.ts";
import { Decisions } from "./Decisions.tsx";
import { HeatMap } from "./HeatMap.tsx";
import { LateGroups } from "./LateGroups.tsx";
import { LateUnits } from "./LateUnits.tsx";
import styles from "./LeadersPlace.module.css";
import { lateStates } from "./late-cell.tsx";
import { NoticeDraft } from "./NoticeDraft.tsx";

/** What leaders look at before a meeting: five numbers, what is late and whose, what waits, units beside their kind. */
export default function LeadersPlace() {
  const leaders = useQuery({
    queryKey: ["duties", "leaders"],
    queryFn: () => fetchAnswer<LeadersAnswer>(apiPaths.leaders),
    staleTime: 0,
  });
  return <Answered query={leaders}>{(answer) => <Shown leaders={answer} />}</Answered>;
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
  return (
    <Page
      title={words.title}
      line={words.line(sayDay(leaders.today))}
      actions={
        <>
          <NoticeDraft
            path={apiPaths.leadersNotice}
            saved={`thong-bao-${leaders.today}.docx`}
            words={{ title: words.notice, text: words.noticeText }}
          />
          <Button size="xs" variant="default" onClick={() => window.print()}>
            {words.print}
          </Button>
        </>
      }
    >
      <Numbers leaders={leaders} />
      <LateUnits units={leaders.units} />
      <div className={`${overview.columns} ${styles.columns}`}>
        <LateGroups groups={leaders.groups} />
        <Decisions waiting={leaders.waiting} />
      </div>
      <HeatMap months={leaders.months} units={leaders.units} />
    </Page>
  );
}

function Numbers({ leaders: { states, waiting } }: { leaders: LeadersAnswer }) {
  const words = useWords(leadersWords);
  const say = useNumber();
  const count = (wanted: readonly string[]) =>
    states.reduce((sum, { state, count: found }) => sum + (wanted.includes(state) ? found : 0), 0);
  const inStates = (word: string, wanted: readonly string[], tone = "") => ({
    ...{ word, tone, count: count(wanted), query: { state: wanted.join(",") } satisfies Query },
  });
  const asked = waiting.find(({ what }) => what === "asked")?.count ?? 0;
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
