import { useState } from "react";
import type { LeadersAnswer } from "../../contract/leaders.ts";
import { leadersWords } from "../../domain/language/web-leaders.ts";
import { PlainTable } from "../components/PlainTable.tsx";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import overview from "../overview/OverviewPlace.module.css";
import { places, type Query } from "../places.ts";
import styles from "./LeadersPlace.module.css";
import { Count, LateCells } from "./late-cell.tsx";

type Unit = LeadersAnswer["units"][number];

/** Units of a kind that are shown at first; and lines for which a sheet has room, with one for the name of each kind. */
const [firstUnits, paperLines] = [8, 12];

/** Units beside units of their kind: what is late now, and rates of what fell due. */
export function LateUnits({ units }: { units: readonly Unit[] }) {
  const words = useWords(leadersWords);
  const kinds = [...Map.groupBy(units, ({ kind }) => kind)];
  const onPaper = Math.max(1, Math.floor(paperLines / Math.max(1, kinds.length)) - 1);
  return (
    <section className={styles.units}>
      <h2 className={overview.heading}>{words.units}</h2>
      <p className="small muted">{words.unitsText}</p>
      {kinds.map(([kind, some]) => (
        <Kind key={kind} kind={words.kinds[kind] ?? kind} units={some} onPaper={onPaper} />
      ))}
      {kinds.length === 0 && <p className="muted">{words.calm}</p>}
    </section>
  );
}

/** Units of one kind beside each other, those with most that is late first; the further ones on asking. */
function Kind(props: { readonly kind: string; readonly units: readonly Unit[]; readonly onPaper: number }) {
  const { kind, units, onPaper } = props;
  const words = useWords(leadersWords);
  const say = useNumber();
  const [whole, setWhole] = useState(false);
  const shown = whole ? units : units.slice(0, firstUnits);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
    <section className={styles.wide} aria-label={kind} tabIndex={0}>
      <PlainTable
        heads={[
          { title: <KindName kind={kind} left={units.length - onPaper} /> },
          { title: words.lateNow, isNumber: true },
          { title: words.since, isNumber: true },
          { title: words.urged, isNumber: true },
          { title: words.due, isNumber: true },
          { title: words.inTime, isNumber: true },
          { title: words.lateRate, isNumber: true },
          { title: words.silentRate, isNumber: true },
        ]}
      >
        {shown.map((unit, at) => (
          <UnitRow key={unit.id} unit={unit} screenOnly={at >= onPaper} />
        ))}
      </PlainTable>
      {units.length > shown.length && (
        <button type="button" className="link-button" data-screen-only onClick={() => setWhole(true)}>
          {words.all(say(units.length))}
        </button>
      )}
    </section>
  );
}

/** The name of a kind; on paper with how many of its units stand only on the screen. */
function KindName({ kind, left }: { readonly kind: string; readonly left: number }) {
  const words = useWords(leadersWords);
  const say = useNumber();
  return (
    <>
      {kind}
      {left > 0 && <span className={styles.paperOnly}> ({words.rest(say(left))})</span>}
    </>
  );
}

function UnitRow({ unit, screenOnly }: { readonly unit: Unit; readonly screenOnly: boolean }) {
  const say = useNumber();
  const query = { unit: unit.id, alone: "1" };
  return (
    <tr data-screen-only={screenOnly || undefined}>
      <th scope="row">
        <Link href={places.unitFigures(unit.id)}>{unit.name}</Link>
      </th>
      <LateCells figures={unit.now} query={query} />
      <td data-number>
        <Link href={places.duties({ ...query, fallen: "any" })}>{say(unit.due)}</Link>
      </td>
      <Rate part={unit.inTime} of={unit.due} query={{ ...query, fallen: "inTime" }} />
      <Rate part={unit.late} of={unit.due} query={{ ...query, fallen: "late" }} />
      <Rate part={unit.silent} of={unit.due} query={{ ...query, state: "silent" }} />
    </tr>
  );
}

/** A share in hundredths, with the count it comes from, which opens its list. */
function Rate({ part, of, query }: { readonly part: number; readonly of: number; readonly query: Query }) {
  const say = useNumber();
  return (
    <td data-number>
      {say(Math.round((part / of) * 100))}%{" "}
      <span className="small muted">
        (<Count count={part} href={places.duties(query)} />)
      </span>
    </td>
  );
}
