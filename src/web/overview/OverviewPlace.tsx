import { useQuery } from "@tanstack/react-query";
import type { OverviewAnswer } from "../../contract/overview.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { SampleAnswer } from "../../contract/sample.ts";
import { overviewWords } from "../../domain/language/web-overview.ts";
import { targetWords } from "../../domain/language/web-targets.ts";
import { taskWords } from "../../domain/language/web-tasks.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places, type Query } from "../places.ts";
import { EmptyRegister } from "../sample/EmptyRegister.tsx";
import { SampleFilling } from "../sample/SampleFilling.tsx";
import { useSample } from "../sample/use-sample.ts";
import { type StateName, TaskState } from "../tasks/TaskState.tsx";
import styles from "./OverviewPlace.module.css";

/** What the register needs to say first; every number opens its list. */
export default function OverviewPlace() {
  const overview = useQuery({
    queryKey: ["overview"],
    queryFn: () => fetchAnswer<OverviewAnswer>(apiPaths.overview),
    staleTime: 0,
  });
  const sample = useSample(true);
  if (sample?.state === "filling" || sample?.state === "stopped") return <SampleFilling sample={sample} />;
  if (overview.error instanceof FailureError)
    return <FailureNote failure={overview.error.failure} onRetry={() => void overview.refetch()} />;
  return overview.data ? <Shown overview={overview.data} sample={sample} /> : <Waiting />;
}

function Shown({ overview, sample }: { overview: OverviewAnswer; sample: SampleAnswer | null }) {
  const words = useWords(overviewWords);
  const say = useNumber();
  if (overview.total === 0 && overview.documents.total === 0) return <EmptyRegister sample={sample} />;
  return (
    <Page title={words.title} line={words.line(sayDay(overview.today), say(overview.total))}>
      <First overview={overview} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Bodies
            title={words.units}
            head={words.unit}
            rows={overview.units.map((unit) => ({
              ...unit,
              query: { unit: unit.key, role: "lead" },
            }))}
          />
          <Bodies
            title={words.groups}
            head={words.group}
            rows={overview.groups.map((group) => ({
              ...group,
              key: group.name ?? "",
              name: group.name ?? words.noGroup,
              query: group.name === null ? null : { group: group.name },
            }))}
          />
        </div>
        <div className={styles.column}>
          <States overview={overview} />
          <Clears overview={overview} />
          {overview.startDay && (
            <p className="small muted">
              {words.startDay(sayDay(overview.startDay))}{" "}
              {overview.beforeStart > 0 && (
                <Link href={places.settings}>{words.beforeStart(say(overview.beforeStart))}</Link>
              )}
            </p>
          )}
        </div>
      </div>
    </Page>
  );
}

function First({ overview }: { overview: OverviewAnswer }) {
  const words = useWords(overviewWords);
  const say = useNumber();
  const { states, findings, documents } = overview;
  const numbers = [
    {
      count: states.late,
      word: words.late,
      href: places.tasks({ state: "late", general: "false" }),
      tone: "late",
    },
    {
      count: states.dueSoon,
      word: words.dueSoon(say(overview.soonDays)),
      href: places.tasks({ state: "dueSoon", general: "false" }),
      tone: "dueSoon",
    },
    { count: overview.unclear.any, word: words.unclear, href: places.tasks({ unclear: "any" }), tone: "" },
    {
      count: findings.undecided,
      word: `${words.undecided} ${documents.toReview > 0 ? words.documentsToReview(say(documents.toReview)) : ""}`,
      href: places.documents({ state: "toReview" }),
      tone: "",
    },
    { count: findings.unplaced, word: words.unplaced, href: places.unplaced(), tone: "" },
  ];
  return (
    <ul className={styles.first} aria-label={words.waiting}>
      {numbers.map(({ count, word, href, tone }) => (
        <li key={word}>
          <Link href={href} data-tone={count > 0 ? tone : ""}>
            <strong className="numbers">{say(count)}</strong> <span>{word}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Bodies(props: {
  readonly title: string;
  readonly head: string;
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly late: number;
    readonly dueSoon: number;
    readonly query: Query | null;
  }[];
}) {
  const words = useWords(overviewWords);
  const most = Math.max(1, ...props.rows.map((row) => row.late + row.dueSoon));
  return (
    <section>
      <h2 className={styles.heading}>{props.title}</h2>
      {props.rows.length === 0 ? (
        <p className="muted">{words.calm}</p>
      ) : (
        <PlainTable
          heads={[
            { title: props.head },
            { title: words.lateColumn, isNumber: true },
            { title: words.soonColumn, isNumber: true },
            { title: <span className="unseen">{words.lateColumn}</span>, className: styles.barCell },
          ]}
        >
          {props.rows.map((row) => (
            <tr key={row.key}>
              <td>{row.name}</td>
              <Count count={row.late} query={row.query && { ...row.query, state: "late" }} />
              <Count count={row.dueSoon} query={row.query && { ...row.query, state: "dueSoon" }} />
              <td className={styles.barCell} aria-hidden="true">
                <svg width="96" height="10" role="presentation">
                  <rect className={styles.late} width={(row.late / most) * 96} height="10" />
                  <rect
                    className={styles.soon}
                    x={(row.late / most) * 96}
                    width={(row.dueSoon / most) * 96}
                    height="10"
                  />
                </svg>
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </section>
  );
}

function Count({ count, query }: { count: number; query: Query | null }) {
  const say = useNumber();
  return (
    <td data-number>
      {query === null || count === 0 ? (
        <span className={count === 0 ? "muted" : undefined}>{say(count)}</span>
      ) : (
        <Link href={places.tasks({ ...query, general: "false" })}>{say(count)}</Link>
      )}
    </td>
  );
}

const order: readonly StateName[] = [
  "late",
  "dueSoon",
  "open",
  "noDeadline",
  "done",
  "doneLate",
  "withdrawn",
  "beforeStart",
];

function States({ overview }: { overview: OverviewAnswer }) {
  const words = useWords(overviewWords);
  const say = useNumber();
  return (
    <section>
      <h2 className={styles.heading}>{words.byState}</h2>
      <PlainTable>
        {order.map((state) => (
          <tr key={state}>
            <th scope="row">
              <TaskState state={state} />
            </th>
            <td data-number>
              <Link href={places.tasks({ state, general: "false" })}>{say(overview.states[state])}</Link>
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{words.general}</th>
          <td data-number>
            <Link href={places.tasks({ general: "true" })}>{say(overview.general)}</Link>
          </td>
        </tr>
      </PlainTable>
    </section>
  );
}

function Clears({ overview }: { overview: OverviewAnswer }) {
  const words = useWords(overviewWords);
  const { clears } = useWords(taskWords);
  const targets = useWords(targetWords);
  const say = useNumber();
  const names = ["who", "what", "when", "responsible", "empowered", "product"] as const;
  return (
    <section>
      <h2 className={styles.heading}>{words.clears}</h2>
      <PlainTable>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row" title={clears[name]}>
              {words.clearNames[name]}
            </th>
            <td data-number>
              <Link href={places.tasks({ unclear: name })}>{say(overview.unclear[name])}</Link>
            </td>
          </tr>
        ))}
        {overview.withoutPlan > 0 && (
          <tr>
            <th scope="row">{targets.missingPlans(overview.today.slice(0, 4))}</th>
            <td data-number>
              <Link href={places.tasks({ plan: "missing" })}>{say(overview.withoutPlan)}</Link>
            </td>
          </tr>
        )}
      </PlainTable>
    </section>
  );
}
