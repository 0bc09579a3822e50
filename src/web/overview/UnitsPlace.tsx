import { useQuery } from "@tanstack/react-query";
import type { UnitsAnswer } from "../../contract/overview.ts";
import { apiPaths } from "../../contract/paths.ts";
import { taskWords } from "../../domain/language/web-tasks.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link, useQueryOf } from "../navigation.tsx";
import { places, type Query, writeQuery } from "../places.ts";
import ways from "../tasks/TasksPlace.module.css";
import { WaysToSee } from "../tasks/WaysToSee.tsx";
import styles from "./OverviewPlace.module.css";

const names = ["as"] as const;
const states = ["late", "dueSoon", "open", "done", "doneLate", "noDeadline"] as const;

/** Every body that stands in a task: what it leads, in which state, and where it co-ordinates. */
export default function UnitsPlace() {
  const words = useWords(taskWords);
  const say = useNumber();
  const { as = "today" } = useQueryOf(names);
  const units = useQuery({
    queryKey: ["units", as],
    queryFn: () => fetchAnswer<UnitsAnswer>(`${apiPaths.units}${writeQuery({ as })}`),
    staleTime: 0,
  });
  return (
    <Page
      title={words.units}
      line={units.data && words.unitsLine(say(units.data.units.length))}
      actions={<WaysToSee here="units" />}
    >
      <div data-screen-only>
        <HeldAs as={as} />
      </div>
      {units.error instanceof FailureError ? (
        <FailureNote failure={units.error.failure} onRetry={() => void units.refetch()} />
      ) : !units.data ? (
        <Waiting />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
        <section className={styles.wide} aria-label={words.units} tabIndex={0}>
          <PlainTable
            heads={[
              { title: words.unit },
              { title: words.leads, isNumber: true },
              ...states.map((state) => ({ title: words.states[state], isNumber: true })),
              { title: words.coordinates, isNumber: true },
            ]}
          >
            {units.data.units.map((unit) => (
              <tr key={unit.key}>
                <th scope="row">
                  <Link href={places.tasks({ unit: unit.key, as })}>{unit.name}</Link>
                  {unit.closed && <span className="small muted"> {words.closedOn(sayDay(unit.closed))}</span>}
                  {!unit.unit && !unit.collective && <span className="small muted"> {words.noUnitYet}</span>}
                  {unit.collective && <span className="small muted"> {words.collective}</span>}
                </th>
                <Count count={unit.leads} query={{ unit: unit.key, as, role: "lead" }} />
                {states.map((state) => (
                  <Count
                    key={state}
                    count={unit.states[state]}
                    query={{ unit: unit.key, as, role: "lead", state, general: "false" }}
                  />
                ))}
                <Count count={unit.coordinates} query={{ unit: unit.key, as, role: "with" }} />
              </tr>
            ))}
          </PlainTable>
        </section>
      )}
    </Page>
  );
}

/** Whose tasks are: as they were given, or as units hold them after mergers and splits. */
function HeldAs({ as }: { as: string }) {
  const words = useWords(taskWords);
  return (
    <nav className={ways.ways} aria-label={words.heldAs}>
      {(["today", "reported"] as const).map((one) => (
        <Link key={one} href={places.units({ as: one })} aria-current={one === as ? "page" : undefined}>
          {words.as[one]}
        </Link>
      ))}
    </nav>
  );
}

function Count({ count, query }: { count: number; query: Query }) {
  const say = useNumber();
  return (
    <td data-number>
      {count === 0 ? <span className="muted">0</span> : <Link href={places.tasks(query)}>{say(count)}</Link>}
    </td>
  );
}
