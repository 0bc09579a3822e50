import type { LeadersAnswer } from "../../contract/leaders.ts";
import { leadersWords } from "../../domain/language/web-leaders.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import overview from "../overview/OverviewPlace.module.css";
import { shade } from "../overview/shade.ts";
import { places } from "../places.ts";
import styles from "./LeadersPlace.module.css";

/** Rows of the map: more would not be read, and would not fit on the page. */
const mostRows = 8;

/** "11/2026". */
const sayMonth = (month: string) => month.split("-").reverse().join("/");

/** Units by months: the deeper the cell the more fell late in it, with the number in each, so that it reads in grey. */
export function HeatMap({ months, units }: Pick<LeadersAnswer, "months" | "units">) {
  const words = useWords(leadersWords);
  const say = useNumber();
  const sumOf = (unit: LeadersAnswer["units"][number]) =>
    Object.values(unit.months).reduce((sum, count) => sum + count, 0);
  const late = units.filter((unit) => sumOf(unit) > 0).toSorted((a, b) => sumOf(b) - sumOf(a));
  const shown = late.slice(0, mostRows);
  const most = Math.max(1, ...shown.flatMap((unit) => Object.values(unit.months)));
  if (shown.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
    <section className={styles.wide} aria-label={words.map} tabIndex={0}>
      <h2 className={overview.heading}>{words.map}</h2>
      <p className="small muted" data-screen-only>
        {words.mapText}
      </p>
      <table className={`${overview.timeline} ${styles.map}`}>
        <thead>
          <tr>
            <td />
            {months.map((month) => (
              <th key={month} scope="col">
                {sayMonth(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((unit) => (
            <tr key={unit.id}>
              <th scope="row">
                <Link href={places.duties({ unit: unit.id, alone: "1", fallen: "overdue" })}>
                  {unit.name}
                </Link>
              </th>
              {months.map((month) => {
                const count = unit.months[month] ?? 0;
                return (
                  <td key={month} data-heat={shade(count, most)}>
                    {count > 0 && (
                      <Link
                        href={places.duties({ unit: unit.id, alone: "1", month, fallen: "overdue" })}
                        aria-label={words.cell(unit.name, sayMonth(month), say(count))}
                      >
                        {say(count)}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {late.length > shown.length && (
        <p className="small muted">{words.rest(say(late.length - shown.length))}</p>
      )}
    </section>
  );
}
