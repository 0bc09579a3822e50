import { useState } from "react";
import type { LeadersAnswer } from "../../contract/leaders.ts";
import { noValue } from "../../domain/duty/task-query.ts";
import { leadersWords } from "../../domain/language/web-leaders.ts";
import { PlainTable } from "../components/PlainTable.tsx";
import { useNumber, useWords } from "../language.tsx";
import overview from "../overview/OverviewPlace.module.css";
import styles from "./LeadersPlace.module.css";
import { LateCells } from "./late-cell.tsx";

/** Groups that are shown at first, and for which a sheet has room. */
const [firstGroups, paperGroups] = [8, 6];

/** What is late by group of tasks, the most first. */
export function LateGroups({ groups }: { groups: LeadersAnswer["groups"] }) {
  const words = useWords(leadersWords);
  const say = useNumber();
  const [whole, setWhole] = useState(false);
  const left = groups.length - paperGroups;
  return (
    <section>
      <h2 className={overview.heading}>{words.groups}</h2>
      {groups.length === 0 ? (
        <p className="muted">{words.calm}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
        <section className={styles.wide} aria-label={words.groups} tabIndex={0}>
          <PlainTable
            heads={[
              { title: words.group },
              { title: words.lateNow, isNumber: true },
              { title: words.since, isNumber: true },
              { title: words.urged, isNumber: true },
            ]}
          >
            {groups.slice(0, whole ? groups.length : firstGroups).map(({ title, ...figures }, at) => (
              <tr key={title} data-screen-only={at >= paperGroups || undefined}>
                <th scope="row">
                  <span className={styles.oneLine}>{title || words.noGroup}</span>
                </th>
                <LateCells figures={figures} query={{ group: title || noValue }} />
              </tr>
            ))}
          </PlainTable>
        </section>
      )}
      {!whole && groups.length > firstGroups && (
        <button type="button" className="link-button" data-screen-only onClick={() => setWhole(true)}>
          {words.allGroups(say(groups.length))}
        </button>
      )}
      {left > 0 && <p className={`small muted ${styles.paperOnly}`}>{words.restGroups(say(left))}</p>}
    </section>
  );
}
