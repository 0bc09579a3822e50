import type { CountryAnswer } from "../../contract/country.ts";
import { parseIsoDate } from "../../domain/basics/calendar-date.ts";
import { monthsUntil } from "../../domain/duty/month.ts";
import { countryWords } from "../../domain/language/web-country.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import styles from "../leaders/LeadersPlace.module.css";
import overview from "../overview/OverviewPlace.module.css";
import { shade } from "../overview/shade.ts";

/** Provinces by months: the deeper the cell the more fell late in it, with the number in each. */
export function CountryMap({ country }: { readonly country: CountryAnswer }) {
  const words = useWords(countryWords);
  const say = useNumber();
  const { language } = useSpeech();
  const counts = new Map(
    country.months.map(({ province, month, overdue }) => [`${province} ${month}`, overdue]),
  );
  const today = parseIsoDate(country.today);
  const months = today ? monthsUntil(today, 12) : [];
  const most = Math.max(1, ...counts.values());
  const known = new Set(country.months.map(({ province }) => province));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
    <section className={styles.wide} aria-label={words.map} tabIndex={0}>
      <h2 className={overview.heading}>{words.map}</h2>
      <table className={`${overview.timeline} ${styles.map}`}>
        <thead>
          <tr>
            <td />
            {months.map((month) => (
              <th key={month} scope="col">
                {month.split("-").reverse().join("/")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {country.provinces
            .filter(({ id }) => known.has(id))
            .map(({ id, name, nameEn }) => (
              <tr key={id}>
                <th scope="row">{language === "vi" ? name : nameEn}</th>
                {months.map((month) => {
                  const count = counts.get(`${id} ${month}`) ?? 0;
                  return (
                    <td key={month} data-heat={shade(count, most)}>
                      {count > 0 && say(count)}
                    </td>
                  );
                })}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
