import { useElementSize } from "@mantine/hooks";
import type { BorderAnswer } from "../../../contract/border.ts";
import { countryName } from "../../../domain/cooperation/country.ts";
import { borderWords } from "../../../domain/language/web-border.ts";
import { useNumber, useSpeech, useWords } from "../../language.tsx";
import styles from "./Border.module.css";
import type { BorderSide, CommuneSide } from "./border-side.ts";

type Drawing = NonNullable<BorderAnswer["map"]>;
type Drawn = Drawing["communes"][number];

/** A drawing is not higher than this on the screen, so that the list stays beside it. */
const tallest = 560;

/** The communes along the border, and how many pairs of villages reach across; the list beside says it in words. */
export function BorderDrawing(props: {
  readonly map: Drawing;
  readonly side: BorderSide;
  readonly lit: string | null;
  readonly onLit: (code: string | null) => void;
}) {
  const { map, side, lit, onLit } = props;
  const words = useWords(borderWords);
  const { language } = useSpeech();
  const { ref, width } = useElementSize();
  const shownHeight = Math.min(tallest, (width * map.height) / map.width);
  const unit = shownHeight > 0 ? map.height / shownHeight : 1;
  const byCode = new Map(map.communes.map((drawn) => [drawn.code, drawn]));
  const drawn = side.communes.flatMap((commune) => {
    const one = byCode.get(commune.code);
    return one ? [{ commune, drawn: one }] : [];
  });
  const countries = side.countries.map((code) => countryName(code, language)).join(", ");
  return (
    <figure ref={ref} className={styles.map}>
      <svg
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="img"
        aria-label={words.map(countries)}
        style={{ "--unit": `${unit}px`, maxHeight: tallest }}
        onPointerLeave={() => onLit(null)}
      >
        <path d={map.outline} className={styles.land} />
        {drawn.map(({ commune, drawn: { path } }) => (
          <path
            key={commune.code}
            d={path}
            className={styles.commune}
            data-twinned={commune.twins.length > 0 || undefined}
            data-lit={commune.code === lit || undefined}
            onPointerEnter={() => onLit(commune.code)}
          >
            <title>{commune.name}</title>
          </path>
        ))}
        {drawn.map((one) => (
          <path key={one.commune.code} d={one.drawn.border} className={styles.border} />
        ))}
        {drawn.map((one) => (
          <CommuneMarks key={one.commune.code} {...one} unit={unit} />
        ))}
        {side.countries.map((code) => (
          <CountryName key={code} code={code} map={map} />
        ))}
      </svg>
      <figcaption className={`small muted ${styles.legend}`}>
        <span>
          <i data-twinned /> {words.legend.twinned}
        </span>
        <span>
          <i /> {words.legend.other}
        </span>
        <span>
          <i data-gate /> {words.legend.gate}
        </span>
        <span>
          <i data-border /> {words.legend.line}
        </span>
        <span>{words.source}</span>
      </figcaption>
    </figure>
  );
}

/** The number of a commune, a square where it has a gate, and a line to the villages across with how many pairs there are. */
function CommuneMarks(props: {
  readonly commune: CommuneSide;
  readonly drawn: Drawn;
  readonly unit: number;
}) {
  const { commune, drawn, unit } = props;
  const say = useNumber();
  const [x, y] = drawn.on;
  const [toX, toY] = drawn.across;
  const side = 9 * unit;
  return (
    <g className={styles.marks}>
      {commune.twins.length > 0 && (
        <>
          <line x1={x + (x - toX) * 0.6} y1={y + (y - toY) * 0.6} x2={toX} y2={toY} />
          <circle cx={toX} cy={toY} r={9 * unit} />
          <text x={toX} y={toY}>
            {say(commune.twins.length)}
          </text>
        </>
      )}
      {commune.gates.length > 0 && <rect x={x - side / 2} y={y - side / 2} width={side} height={side} />}
      <text x={drawn.x} y={drawn.y} className={styles.number}>
        {commune.number}
      </text>
    </g>
  );
}

/** The name of a country beyond the border, midway along its communes. */
function CountryName({ code, map }: { readonly code: string; readonly map: Drawing }) {
  const { language } = useSpeech();
  const along = map.communes.filter(({ countries }) => countries.includes(code));
  const beyond = (at: 0 | 1, most: number) => {
    const sum = along.reduce((all, { on, across }) => all + on[at] + (across[at] - on[at]) * 2.4, 0);
    return Math.max(0.1 * most, Math.min(0.9 * most, sum / along.length));
  };
  return (
    <text x={beyond(0, map.width)} y={beyond(1, map.height)} className={styles.country}>
      {countryName(code, language)}
    </text>
  );
}
