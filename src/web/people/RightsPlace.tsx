import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { apiPaths } from "../../contract/paths.ts";
import type { RightsAnswer } from "../../contract/people.ts";
import { peopleWords } from "../../domain/language/web-people.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useWords } from "../language.tsx";
import styles from "./People.module.css";
import { PeopleWays } from "./PeopleWays.tsx";

/** The one table of rights: what each role may do, and how far. */
export default function RightsPlace() {
  const words = useWords(peopleWords);
  const rights = useQuery({
    queryKey: ["rights"],
    queryFn: () => fetchAnswer<RightsAnswer>(apiPaths.rights),
  });
  return (
    <Page
      title={words.rights}
      line={words.rightsLine}
      actions={
        <Button size="xs" variant="default" onClick={() => window.print()}>
          {words.print}
        </Button>
      }
    >
      <PeopleWays here="rights" />
      {rights.error instanceof FailureError ? (
        <FailureNote failure={rights.error.failure} onRetry={() => void rights.refetch()} />
      ) : rights.data ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
        <section className={styles.wide} aria-label={words.rights} tabIndex={0}>
          <RightsTable rights={rights.data} />
        </section>
      ) : (
        <Waiting />
      )}
    </Page>
  );
}

function RightsTable({ rights: { roles, rights } }: { rights: RightsAnswer }) {
  const words = useWords(peopleWords);
  return (
    <table className={`${styles.table} ${styles.rights}`}>
      <thead>
        <tr>
          <th scope="col">{words.action}</th>
          {roles.map((role) => (
            <th key={role} scope="col">
              {words.roles[role]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rights.map(({ action, reaches }) => (
          <tr key={action}>
            <th scope="row">{words.actions[action]}</th>
            {roles.map((role) => {
              const found = reaches.find((one) => one.role === role);
              return (
                <td key={role} className="small">
                  {found ? words.reach[found.reach] : <span className="muted">{words.noRight}</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
