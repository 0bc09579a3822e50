import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { CollectivesAnswer } from "../../contract/collective.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { UnitTreeAnswer } from "../../contract/unit.ts";
import { unitWords } from "../../domain/language/web-units.ts";
import { fetchAnswer } from "../api.ts";
import { Icon } from "../components/Icon.tsx";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./Units.module.css";

/** What waits for a person: names that are no unit, words bound to nobody; and what the set-up put here. */
export function TreeRemarks({ tree }: { tree: UnitTreeAnswer }) {
  const words = useWords(unitWords);
  const say = useNumber();
  const groups = useQuery({
    queryKey: ["collectives"],
    queryFn: () => fetchAnswer<CollectivesAnswer>(apiPaths.collectives),
    staleTime: 0,
    retry: false,
  });
  const toChoose = groups.data?.toChoose ?? [];
  const unknown = groups.data?.unknown ?? [];
  const unbound = (groups.data?.wordings ?? []).filter(
    ({ collective, open }) => collective === null && !open,
  );
  const tasks = unknown.reduce((sum, one) => sum + one.tasks, 0);
  const { communes, border, departments } = tree.setUp;
  return (
    <div className={styles.notes} data-screen-only>
      {toChoose.length > 0 && <Waits>{words.partsToChoose(say(toChoose.length))}</Waits>}
      {unknown.length > 0 && <Waits>{words.unknownNames(say(unknown.length), say(tasks))}</Waits>}
      {unbound.length > 0 && <Waits>{words.unboundWords(say(unbound.length))}</Waits>}
      {tree.sharedSymbols.map(({ symbol, units }) => (
        <p key={symbol} className="small muted">
          {words.shared(symbol, say(units))}
        </p>
      ))}
      <details className="small">
        <summary>{words.setup}</summary>
        <p>{words.setupText(say(communes), say(border), say(departments), say(tree.closed))}</p>
        <p>{words.setupCheck}</p>
      </details>
    </div>
  );
}

/** What a person settles at the place of collectives. */
function Waits({ children }: { children: ReactNode }) {
  const words = useWords(unitWords);
  return (
    <p className={styles.line}>
      <span className={styles.warn}>
        <Icon name="warning" />
      </span>
      {children}
      <Link href={places.collectives}>{words.settle}</Link>
    </p>
  );
}
