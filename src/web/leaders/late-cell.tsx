import type { LeadersAnswer } from "../../contract/leaders.ts";
import { leadersWords } from "../../domain/language/web-leaders.ts";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places, type Query } from "../places.ts";

export const lateStates = "silent,late";

/** A count that opens its list; nothing to open is said in grey. */
export function Count({ count, href }: { readonly count: number; readonly href: string }) {
  const say = useNumber();
  return count === 0 ? <span className="muted">{say(count)}</span> : <Link href={href}>{say(count)}</Link>;
}

/** How many are late now, since when, and how many of them were urged how often: three cells of a row. */
export function LateCells(props: {
  readonly figures: LeadersAnswer["units"][number]["now"];
  readonly query: Query;
}) {
  const { late, since, urged, times } = props.figures;
  const words = useWords(leadersWords);
  const say = useNumber();
  const query = { ...props.query, state: lateStates };
  return (
    <>
      <td data-number>
        <Count count={late} href={places.duties(query)} />
      </td>
      <td data-number>{since && sayDay(since)}</td>
      <td data-number>
        {late > 0 && <Count count={urged} href={places.duties({ ...query, urged: "1" })} />}
        {times > 0 && <span className="small muted"> {words.times(say(times))}</span>}
      </td>
    </>
  );
}
