import { useState } from "react";
import type { TargetPeriodAnswer } from "../../contract/target.ts";
import { targetWords } from "../../domain/language/web-targets.ts";
import { PlainTable } from "../components/PlainTable.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { sayReached, sayWanted } from "./figure-words.ts";
import { StandingMark } from "./StandingMark.tsx";
import styles from "./Targets.module.css";

type UnitLine = TargetPeriodAnswer["units"][number];

const isReached = ({ standing }: UnitLine) => standing === "met" || standing === "exceeded";

/** The units that owe a target in a period: plan, what they reported, what is proven, how they stand. */
export function TargetUnits({ detail }: { detail: TargetPeriodAnswer }) {
  const words = useWords(targetWords);
  const { language } = useSpeech();
  const say = useNumber();
  const [shown, setShown] = useState<"all" | "notReached" | "noWord">("all");
  const judged = detail.units.some(({ standing }) => standing !== null);
  const chosen = {
    all: detail.units,
    notReached: detail.units.filter((line) => !isReached(line)),
    noWord: detail.units.filter(({ claimed }) => claimed === null),
  };
  const chips = [
    ["all", words.allUnits(say(chosen.all.length))],
    ...(judged ? [["notReached", words.notReached(say(chosen.notReached.length))] as const] : []),
    ["noWord", words.noWord(say(chosen.noWord.length))],
  ] as const;
  const { columns } = words;
  return (
    <div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame */}
      <div className={styles.chips} role="group" aria-label={words.show} data-screen-only>
        {chips.map(([name, label]) => (
          <button key={name} type="button" aria-pressed={shown === name} onClick={() => setShown(name)}>
            {label}
          </button>
        ))}
      </div>
      {chosen[shown].length === 0 ? (
        <p className="muted">{words.noUnits}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        <section className={styles.units} tabIndex={0} aria-label={columns.unit}>
          <PlainTable
            heads={[
              { title: columns.unit },
              { title: columns.plan, isNumber: true },
              { title: columns.claimed, isNumber: true },
              { title: columns.proven, isNumber: true },
              ...(judged ? [{ title: columns.standing }] : []),
            ]}
          >
            {chosen[shown].map((line) => (
              <tr key={line.unit.id}>
                <th scope="row">{line.unit.name}</th>
                <td data-number data-label={columns.plan}>
                  {sayWanted(line.wanted, language) ?? "–"}
                </td>
                <td data-number data-label={columns.claimed}>
                  {line.claimed === null ? "–" : sayReached(line, language)}
                </td>
                <td data-number data-label={columns.proven}>
                  {line.proven === null ? "–" : say(line.proven)}
                </td>
                {judged && <td>{line.standing && <StandingMark standing={line.standing} />}</td>}
              </tr>
            ))}
          </PlainTable>
        </section>
      )}
    </div>
  );
}
