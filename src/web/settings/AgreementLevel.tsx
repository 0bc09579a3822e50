import { Checkbox, TextInput } from "@mantine/core";
import type { AgreementSettingsAnswer } from "../../contract/agreement-lists.ts";
import { opinionBodies } from "../../domain/cooperation/agreement/procedure.ts";
import { levelWords } from "../../domain/cooperation/records/agreement.ts";
import { agreementSettingWords } from "../../domain/language/web-agreement-settings.ts";
import { agreementWords } from "../../domain/language/web-agreements.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { type AgreementFields, typedDays } from "./agreement-fields.ts";
import styles from "./Settings.module.css";

type Typed = AgreementFields["levels"][number];

/** Whose opinion is asked for agreements of a level: by law, and what the province adds or sets. */
export function AgreementLevel(props: {
  readonly procedure: AgreementSettingsAnswer["procedures"][number];
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}) {
  const { procedure, typed, onChange } = props;
  const { level, asks, opinionDays, copyDays, open, source } = procedure;
  const words = useWords(agreementSettingWords);
  const { bodies } = useWords(agreementWords);
  const { language } = useSpeech();
  const say = useNumber();
  const always = new Set(asks.filter(({ when }) => when === "always").map(({ body }) => body));
  const others = opinionBodies.filter((body) => !always.has(body));
  const said = asks.map(({ body, when }) => {
    const concern = words.whenConcern[when] ?? "";
    return concern === "" ? bodies[body] : `${bodies[body]} (${concern})`;
  });
  return (
    <fieldset className={styles.fields} aria-label={levelWords[level][language]}>
      <h3 className={styles.level}>{levelWords[level][language]}</h3>
      <p>
        {words.byLaw}: {said.join(", ")}. {words.opinionDays(say(opinionDays))}
        {copyDays !== null && `; ${words.copyDays(say(copyDays)).toLowerCase()}`}.
      </p>
      <div className={styles.channels}>
        <span className="muted">{words.alsoAsks}:</span>
        {others.map((body) => (
          <Checkbox
            key={body}
            size="xs"
            label={bodies[body]}
            checked={typed.alsoAsks.includes(body)}
            onChange={({ currentTarget: { checked } }) =>
              onChange({
                ...typed,
                alsoAsks: checked
                  ? [...typed.alsoAsks, body]
                  : typed.alsoAsks.filter((asked) => asked !== body),
              })
            }
          />
        ))}
      </div>
      {(open.opinionDays || open.copyDays) && (
        <div className={styles.fieldsLine}>
          <span className="small muted">{words.own}:</span>
          {open.opinionDays && (
            <TextInput
              size="xs"
              inputMode="numeric"
              label={words.ownOpinion}
              placeholder={say(opinionDays)}
              value={typed.opinionDays}
              error={typedDays(typed.opinionDays) === undefined ? words.daysWrong : null}
              onChange={({ currentTarget: { value } }) => onChange({ ...typed, opinionDays: value })}
            />
          )}
          {open.copyDays && copyDays !== null && (
            <TextInput
              size="xs"
              inputMode="numeric"
              label={words.ownCopy}
              placeholder={say(copyDays)}
              value={typed.copyDays}
              error={typedDays(typed.copyDays) === undefined ? words.daysWrong : null}
              onChange={({ currentTarget: { value } }) => onChange({ ...typed, copyDays: value })}
            />
          )}
        </div>
      )}
      <p className="small muted">{words.source(source)}</p>
    </fieldset>
  );
}
