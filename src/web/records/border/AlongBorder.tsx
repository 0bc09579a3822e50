import { countryName } from "../../../domain/cooperation/country.ts";
import { declarationOf } from "../../../domain/cooperation/declarations.ts";
import { borderWords } from "../../../domain/language/web-border.ts";
import { sayDay } from "../../day-words.ts";
import { useSpeech, useWords } from "../../language.tsx";
import { Link } from "../../navigation.tsx";
import { places } from "../../places.ts";
import { sayValue } from "../value-words.tsx";
import styles from "./Border.module.css";
import type { BorderSide, CommuneSide } from "./border-side.ts";

type BorderRecord = BorderSide["twins"][number];

/** The communes in their order along the border, each with its pairs of villages and its gates. */
export function AlongBorder(props: {
  readonly side: BorderSide;
  readonly lit: string | null;
  readonly onLit: (code: string | null) => void;
}) {
  const { side, lit, onLit } = props;
  const words = useWords(borderWords);
  return (
    <section className={styles.along}>
      <h2 className={styles.heading}>{words.along}</h2>
      <p className="small muted">{words.alongText}</p>
      <ol className={styles.communes}>
        {side.communes.map((commune) => (
          <CommuneLine
            key={commune.code}
            commune={commune}
            isLit={commune.code === lit}
            onLit={() => onLit(commune.code)}
          />
        ))}
      </ol>
      {side.apart.length > 0 && (
        <>
          <h3 className={styles.heading}>{words.elsewhere}</h3>
          <ul className={styles.records}>
            {side.apart.map((record) => (
              <RecordLine key={record.id} record={record} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function CommuneLine(props: {
  readonly commune: CommuneSide;
  readonly isLit: boolean;
  readonly onLit: () => void;
}) {
  const words = useWords(borderWords);
  const { language } = useSpeech();
  const { number, name, unit, countries, twins, gates } = props.commune;
  return (
    <li data-lit={props.isLit || undefined} onPointerEnter={props.onLit} onFocus={props.onLit}>
      <span className={styles.at}>{number}</span>
      <div>
        {unit ? <Link href={places.unit(unit)}>{name}</Link> : name}
        <span className="small muted">
          {" "}
          {words.across(countries.map((code) => countryName(code, language)).join(", "))}
        </span>
        {twins.length + gates.length > 0 ? (
          <ul className={styles.records}>
            {[...gates, ...twins].map((record) => (
              <RecordLine key={record.id} record={record} />
            ))}
          </ul>
        ) : (
          <p className="small muted">{words.noTwin}</p>
        )}
      </div>
    </li>
  );
}

/** A pair of villages or a gate with what is across from it. */
function RecordLine({ record }: { readonly record: BorderRecord }) {
  const words = useWords(borderWords);
  const { language } = useSpeech();
  const { values, register, id } = record;
  const text = (key: string) => (typeof values[key] === "string" ? values[key] : null);
  const across = text("foreignVillage") ?? text("foreignGate");
  const [country, since, lastVisit] = [text("country"), text("since"), text("lastVisit")];
  const kind = declarationOf(register)?.fields.find(({ key }) => key === "kind");
  const told = [
    ...(country ? [countryName(country, language)] : []),
    ...(kind && values.kind !== undefined ? [sayValue(kind, values.kind, language)] : []),
    ...(since ? [words.since(sayDay(since))] : []),
    ...(lastVisit ? [words.lastVisit(sayDay(lastVisit))] : []),
  ];
  return (
    <li>
      <Link href={places.record(register, id)}>
        {across ? words.pair(record.title, across) : record.title}
      </Link>
      <span className="small muted"> {told.join(" · ")}</span>
    </li>
  );
}
