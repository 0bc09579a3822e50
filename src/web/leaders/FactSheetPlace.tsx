import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { FactSheetAnswer } from "../../contract/fact-sheet.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import { fewestDuties, fewestUnits } from "../../domain/duty/fact-sheet.ts";
import { factSheetRows, isCompared } from "../../domain/duty/fact-sheet-notice.ts";
import { sayTarget } from "../../domain/duty/target-words.ts";
import { factSheetWords } from "../../domain/language/web-fact-sheet.ts";
import { leadersWords } from "../../domain/language/web-leaders.ts";
import { targetWords } from "../../domain/language/web-targets.ts";
import { fetchAnswer } from "../api.ts";
import { Answered } from "../components/Answered.tsx";
import { FilterChip } from "../components/FilterChip.tsx";
import { Page } from "../components/Page.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link, useGo, usePart, useQueryOf } from "../navigation.tsx";
import overview from "../overview/OverviewPlace.module.css";
import { places, type Query, writeQuery } from "../places.ts";
import { sayWanted } from "../targets/figure-words.ts";
import { StandingMark } from "../targets/StandingMark.tsx";
import tasks from "../tasks/TasksPlace.module.css";
import { Count } from "./late-cell.tsx";
import { NoticeDraft } from "./NoticeDraft.tsx";

type RowName = (typeof factSheetRows)[number]["name"];

/** Years that can be asked, the running one first. */
const yearsShown = 5;

/** What narrows the list of duties that a number opens, beside unit and year. */
const queries: Readonly<Record<RowName, Query>> = {
  due: { fallen: "any" },
  inTime: { fallen: "inTime" },
  late: { fallen: "late" },
  silent: { fallen: "any", state: "silent" },
  done: { fallen: "any", state: "done,doneLate" },
  doneLate: { fallen: "any", state: "doneLate" },
  openLate: { fallen: "any", state: "late,silent,sentBack" },
  claimed: { fallen: "any", state: "submitted" },
  proven: { fallen: "any", proven: "1" },
  extended: { fallen: "any", extended: "1" },
  urged: { fallen: "any", urged: "1" },
};

/** The year of a unit as facts, beside units of its kind, by rules that stand below: for commendation. */
export default function FactSheetPlace() {
  const id = usePart("id");
  const { year } = useQueryOf(["year"]);
  const sheet = useQuery({
    queryKey: ["duties", "fact-sheet", id, year],
    queryFn: () => fetchAnswer<FactSheetAnswer>(pathTo(apiPaths.factSheet, { id }) + writeQuery({ year })),
    staleTime: 0,
  });
  return <Answered query={sheet}>{(answer) => <Shown sheet={answer} />}</Answered>;
}

function Shown({ sheet }: { readonly sheet: FactSheetAnswer }) {
  const { unit, year, today } = sheet;
  const words = useWords(factSheetWords);
  const say = useNumber();
  const go = useGo();
  const running = Number(today.slice(0, 4));
  const years = Array.from({ length: yearsShown }, (_, ago) => String(running - ago));
  return (
    <Page
      title={words.title(unit.name)}
      line={words.line(String(year), sayDay(today))}
      actions={
        <>
          <Link href={places.leaders}>{words.toList}</Link>
          <NoticeDraft
            path={pathTo(apiPaths.factSheet, { id: unit.id })}
            request={{ year: String(year) }}
            saved={`bao-cao-${year}.docx`}
            words={{ title: words.draft, text: words.draftText }}
          />
          <Button size="xs" variant="default" onClick={() => window.print()}>
            {words.print}
          </Button>
        </>
      }
    >
      <search className={tasks.filters} data-screen-only>
        <FilterChip
          label={words.year}
          all={String(running)}
          value={year === running ? "" : String(year)}
          choices={years.slice(1).map((value) => ({ value, label: value }))}
          onChange={(value) => go(places.unitFigures(unit.id, { year: value }))}
        />
      </search>
      <Figures sheet={sheet} />
      <Targets targets={sheet.targets} />
      <h2 className={overview.heading}>{words.rulesTitle}</h2>
      <ul>
        {words.rules(say(fewestDuties), say(fewestUnits)).map((rule) => (
          <li key={rule} className="small">
            {rule}
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** The targets in which the unit has a part, each with what it reported of it. */
function Targets({ targets }: { readonly targets: FactSheetAnswer["targets"] }) {
  const words = useWords(factSheetWords);
  const { language } = useSpeech();
  const say = useNumber();
  const { standings } = useWords(targetWords);
  return (
    <section aria-labelledby="targets-title">
      <h2 id="targets-title" className={overview.heading}>
        {words.targets}
      </h2>
      {targets.length === 0 ? (
        <p className="muted">{words.noTargets}</p>
      ) : (
        <PlainTable
          stacks
          heads={[
            { title: words.target },
            ...[words.wanted, words.reached, words.shown].map((title) => ({ title, isNumber: true })),
            { title: words.standing },
          ]}
        >
          {targets.map(({ task, target, period, wanted, claimed, proven, shared, standing }) => (
            <tr key={`${task.id} ${period} ${target.measure} ${target.op}`}>
              <th scope="row">
                {sayTarget(target, language)} <span className="small muted numbers">({period})</span>
                <br />
                <Link href={places.task(task.id)} className="small">
                  {task.content}
                </Link>
              </th>
              <td data-number data-label={words.wanted}>
                {sayWanted(wanted, language) ?? "–"}
              </td>
              <td data-number data-label={words.reached}>
                {claimed === null ? "–" : say(claimed)}
              </td>
              <td data-number data-label={words.shown}>
                {proven === null ? "–" : say(proven)}
              </td>
              <td>{shared ? words.shared(standings[standing]) : <StandingMark standing={standing} />}</td>
            </tr>
          ))}
        </PlainTable>
      )}
    </section>
  );
}

function Figures({ sheet: { unit, year, figures, comparison } }: { readonly sheet: FactSheetAnswer }) {
  const words = useWords(factSheetWords);
  const kinds = useWords(leadersWords).kinds;
  const say = useNumber();
  const percent = (share: number | null) => share !== null && `${say(Math.round(share * 100))}%`;
  const kind = kinds[unit.kind] ?? unit.kind;
  return (
    <>
      <PlainTable
        heads={[
          { title: words.what },
          { title: words.count, isNumber: true },
          { title: words.share, isNumber: true },
          { title: words.middle, isNumber: true },
        ]}
      >
        {factSheetRows.map(({ name, times }) => {
          const standing = isCompared(name) ? comparison.shares[name] : null;
          return (
            <tr key={name}>
              <th scope="row">
                {words[name]}
                {times && figures[times] > 0 && (
                  <span className="small muted"> ({words.times(say(figures[times]))})</span>
                )}
              </th>
              <td data-number>
                <Count
                  count={figures[name]}
                  href={places.duties({ ...queries[name], unit: unit.id, alone: "1", year: String(year) })}
                />
              </td>
              <td data-number>{percent(standing?.share ?? null)}</td>
              <td data-number>{percent(standing?.middle ?? null)}</td>
            </tr>
          );
        })}
      </PlainTable>
      <p>
        {comparison.rank === null
          ? words.notRanked(say(comparison.units), kind)
          : words.rank(say(comparison.rank), say(comparison.units), kind)}
      </p>
    </>
  );
}
