import { useElementSize } from "@mantine/hooks";
import type { PartnerMapAnswer } from "../../../contract/partner-map.ts";
import { countryName } from "../../../domain/cooperation/country.ts";
import { writeWhere } from "../../../domain/cooperation/record-query.ts";
import { partnerMapWords } from "../../../domain/language/web-partner-map.ts";
import { useNumber, useSpeech, useWords } from "../../language.tsx";
import { Link, useGo, useQueryOf } from "../../navigation.tsx";
import { places } from "../../places.ts";
import styles from "./PartnerMap.module.css";
import { stepOf, steps } from "./steps.ts";
import drawing from "./world-map.json" with { type: "json" };

type Figures = PartnerMapAnswer["countries"][number];

interface Country {
  readonly code: string;
  readonly path: string;
  /** Where its number stands, and how much room there is around it, in units of the drawing. */
  readonly x: number;
  readonly y: number;
  readonly room: number;
}

const countries = drawing.countries.map(([code, path, x, y, room]): Country => {
  // The script that writes the drawing gives each country as these five (scripts/make-maps/world.ts).
  return { code, path, x, y, room } as Country;
});

/** Parts of the drawing that are shown, in its units; the seas of East Asia stand in both. */
const views = {
  world: { x: 80, y: 12, width: 1840, height: 888 },
  asia: { x: 1290, y: 190, width: 600, height: 430 },
} as const;

const searchNames = ["view"] as const;

/** Countries by the number of their partners; a press on one opens them. */
export function WorldMap(props: { readonly countries: readonly Figures[] }) {
  const words = useWords(partnerMapWords);
  const go = useGo();
  const asked = useQueryOf(searchNames).view === "asia" ? "asia" : "world";
  const { ref, width } = useElementSize();
  const view = views[asked];
  // Letters and lines keep their size on the screen however large the drawing is.
  const unit = width > 0 ? view.width / width : 1;
  const partnersOf = new Map(props.countries.map(({ country, partners }) => [country, partners]));
  const has = (code: string) => partnersOf.get(code) ?? 0;
  const drawn = countries.toSorted((a, b) => has(a.code) - has(b.code));
  return (
    <figure ref={ref} className={styles.map}>
      <fieldset className={styles.views} data-screen-only>
        <legend className="unseen">{words.views}</legend>
        {(["world", "asia"] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === asked}
            onClick={() => go(places.worldMap(name === "world" ? {} : { view: name }), { replace: true })}
          >
            {words[name]}
          </button>
        ))}
      </fieldset>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no set of fields */}
      <svg
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        role="group"
        aria-label={words.map}
        style={{ "--unit": `${unit}px` }}
      >
        {drawn.map((country) => (
          <CountryShape
            key={country.code}
            {...{ country, unit, partners: has(country.code), isShown: isWithin(country, view) }}
          />
        ))}
        <Archipelagos unit={unit} />
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it has the focus; the links say the same */}
        <g aria-hidden="true">
          {drawn.map((country) => (
            <CountryNumber key={country.code} country={country} partners={has(country.code)} unit={unit} />
          ))}
        </g>
      </svg>
      <figcaption className={`small muted ${styles.legend}`}>
        <span>{words.legend}:</span>
        {steps.map((step) => (
          <span key={step.from} className={styles.step}>
            <i data-step={stepOf(step.from)} />
            {step.label}
          </span>
        ))}
        <span>{words.source}</span>
      </figcaption>
    </figure>
  );
}

function isWithin({ x, y }: Country, view: (typeof views)[keyof typeof views]): boolean {
  return x > view.x && x < view.x + view.width && y > view.y && y < view.y + view.height;
}

interface ShapeProps {
  readonly country: Country;
  readonly partners: number;
  readonly unit: number;
}

/** The least size of what can be pressed, in points of the screen (WCAG 2.2, 2.5.8). */
const leastTarget = 12;

/** `isShown`: its middle stands in the part of the drawing that is shown; else it cannot be pressed either. */
function CountryShape({ country, partners, unit, isShown }: ShapeProps & { readonly isShown: boolean }) {
  const words = useWords(partnerMapWords);
  const say = useNumber();
  const { language } = useSpeech();
  const { code, path, x, y, room } = country;
  const name = words.of(countryName(code, language), say(partners));
  const shape = (
    <>
      <title>{name}</title>
      <path d={path} data-step={stepOf(partners)} data-home={code === "VN" || undefined} />
      {partners > 0 && room < 6 * unit && (
        <circle cx={x} cy={y} r={6 * unit} data-step={stepOf(partners)} className={styles.dot} />
      )}
    </>
  );
  if (partners === 0 || !isShown) return <g className={styles.country}>{shape}</g>;
  return (
    <Link
      href={places.records("partners", { where: writeWhere({ country: [code] }) })}
      className={styles.country}
      aria-label={name}
    >
      {shape}
      {/* Small countries are pressed beside their shape too. */}
      <circle cx={x} cy={y} r={leastTarget * unit} className={styles.target} />
    </Link>
  );
}

/** How many partners, where the country is large enough to hold the figure; else the table says it. */
function CountryNumber({ country, partners, unit }: ShapeProps) {
  const say = useNumber();
  if (partners === 0 || country.room < 7 * unit) return null;
  return (
    <text x={country.x} y={country.y} className={styles.number}>
      {say(partners)}
    </text>
  );
}

/**
 * Islands that are too small for the drawing; they are Viet Nam's and stand on every map of it, by their full names where
 * the sea beside them has room, else above and below them.
 */
function Archipelagos({ unit }: { readonly unit: number }) {
  const words = useWords(partnerMapWords).archipelagos;
  const isNarrow = unit > 2;
  return (["hoangSa", "truongSa"] as const).map((name) => {
    const islands = drawing.archipelagos[name];
    const [xs, ys] = [islands.map(([x = 0]) => x), islands.map(([, y = 0]) => y)];
    const middle = [
      (Math.min(...xs) + Math.max(...xs)) / 2,
      (Math.min(...ys) + Math.max(...ys)) / 2,
    ] as const;
    const beside = { x: Math.max(...xs) + 5 * unit, y: middle[1] };
    const above = { x: middle[0], y: Math.min(...ys) - 9 * unit };
    const below = { x: middle[0], y: Math.max(...ys) + 9 * unit };
    return (
      <g key={name} className={styles.islands}>
        {islands.map(([x, y]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r={1.4 * unit} />
        ))}
        <text
          {...(isNarrow ? (name === "hoangSa" ? above : below) : beside)}
          textAnchor={isNarrow ? "middle" : "start"}
        >
          {words[name][isNarrow ? "short" : "full"]}
        </text>
      </g>
    );
  });
}
