import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { TimelineAnswer, TimelineCell } from "../../contract/overview.ts";
import { apiPaths } from "../../contract/paths.ts";
import { overviewWords } from "../../domain/language/web-overview.ts";
import { taskWords } from "../../domain/language/web-tasks.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useNumber, useWords } from "../language.tsx";
import { Link, useGo, useQueryOf } from "../navigation.tsx";
import { places, writeQuery } from "../places.ts";
import { WaysToSee } from "../tasks/WaysToSee.tsx";
import styles from "./OverviewPlace.module.css";
import { shade } from "./shade.ts";

const names = ["from", "to"] as const;
const quarters = [1, 2, 3, 4] as const;

/** How many tasks are due in each quarter, for the whole register and each group; every number opens its list. */
export default function TimelinePlace() {
  const words = useWords(taskWords);
  const asked = useQueryOf(names);
  const timeline = useQuery({
    queryKey: ["timeline", asked],
    queryFn: () => fetchAnswer<TimelineAnswer>(apiPaths.timeline + writeQuery(asked)),
    staleTime: 0,
  });
  return (
    <Page title={words.timeline} line={words.timelineLine} actions={<WaysToSee here="timeline" />}>
      {timeline.error instanceof FailureError ? (
        <FailureNote failure={timeline.error.failure} onRetry={() => void timeline.refetch()} />
      ) : timeline.data ? (
        <Shown timeline={timeline.data} key={`${timeline.data.from}-${timeline.data.to}`} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

function Shown({ timeline }: { timeline: TimelineAnswer }) {
  const words = useWords(taskWords);
  const overview = useWords(overviewWords);
  const say = useNumber();
  const years = Array.from({ length: timeline.to - timeline.from + 1 }, (_, at) => timeline.from + at);
  const most = Math.max(1, ...timeline.quarters.map((cell) => cell.tasks));
  const mostOfGroup = Math.max(
    1,
    ...timeline.groups.flatMap((group) => group.quarters.map((one) => one.tasks)),
  );
  return (
    <>
      <Years timeline={timeline} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard */}
      <section className={styles.wide} aria-label={words.timeline} tabIndex={0}>
        <table className={styles.timeline}>
          <thead>
            <tr>
              <td />
              {years.map((year) => (
                <th key={year} scope="colgroup" colSpan={4}>
                  {year}
                </th>
              ))}
            </tr>
            <tr>
              <td />
              {years.flatMap((year) =>
                quarters.map((quarter) => (
                  <th
                    key={`${year} ${quarter}`}
                    scope="col"
                    data-now={isNow(timeline.today, year, quarter) || undefined}
                  >
                    Q{quarter}
                    {isNow(timeline.today, year, quarter) && <span className="unseen"> {words.nowMark}</span>}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            <Row name={words.wholeRegister} cells={timeline.quarters} years={years} most={most} />
            {timeline.groups.map((group) => (
              <Row
                key={group.name ?? ""}
                name={group.name ?? overview.noGroup}
                cells={group.quarters}
                years={years}
                most={mostOfGroup}
                group={group.name}
              />
            ))}
          </tbody>
        </table>
      </section>
      <p className="muted">
        <Link href={places.tasks({ state: "noDeadline" })}>{words.undated(say(timeline.undated))}</Link>
        {timeline.outside > 0 && ` · ${words.outside(say(timeline.outside))}`}
      </p>
    </>
  );
}

function Row(props: {
  readonly name: string;
  readonly cells: readonly TimelineCell[];
  readonly years: readonly number[];
  readonly most: number;
  readonly group?: string | null;
}) {
  const words = useWords(taskWords);
  const say = useNumber();
  const { group } = props;
  return (
    <tr>
      <th scope="row">{props.name}</th>
      {props.years.flatMap((year) =>
        quarters.map((quarter) => {
          const cell = props.cells.find((one) => one.year === year && one.quarter === quarter);
          const query = { year: String(year), quarter: String(quarter), ...(group ? { group } : {}) };
          return (
            <td key={`${year} ${quarter}`} data-shade={shade(cell?.tasks ?? 0, props.most)}>
              {cell && cell.tasks > 0 && (
                <>
                  {group === null ? (
                    say(cell.tasks)
                  ) : (
                    <Link href={places.tasks(query)}>{say(cell.tasks)}</Link>
                  )}
                  {cell.late > 0 && (
                    <span className={styles.lateNote}>{words.lateShort(say(cell.late))}</span>
                  )}
                </>
              )}
            </td>
          );
        }),
      )}
    </tr>
  );
}

function Years({ timeline }: { timeline: TimelineAnswer }) {
  const words = useWords(taskWords);
  const go = useGo();
  const field = (name: "from" | "to", label: string) => (
    <TextInput
      size="xs"
      w={104}
      type="number"
      label={label}
      defaultValue={String(timeline[name])}
      onBlur={(event) => {
        const typed = event.currentTarget.value;
        const years = { from: String(timeline.from), to: String(timeline.to), [name]: typed };
        if (/^\d{4}$/.test(typed) && typed !== String(timeline[name]) && years.from <= years.to)
          go(places.timeline(years));
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
      }}
    />
  );
  return (
    <div className={styles.years} data-screen-only>
      {field("from", words.fromYear)}
      {field("to", words.toYear)}
    </div>
  );
}

function isNow(today: string, year: number, quarter: number): boolean {
  return Number(today.slice(0, 4)) === year && Math.ceil(Number(today.slice(5, 7)) / 3) === quarter;
}
