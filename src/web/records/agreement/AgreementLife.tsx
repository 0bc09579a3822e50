import { Button } from "@mantine/core";
import { useState } from "react";
import type { AgreementAnswer, AgreementProceeding } from "../../../contract/agreement.ts";
import { apiPaths, pathTo } from "../../../contract/paths.ts";
import { statusTones } from "../../../domain/cooperation/records/agreement.ts";
import { agreementWords } from "../../../domain/language/web-agreements.ts";
import { FailureNote } from "../../components/FailureNote.tsx";
import { sayDay } from "../../day-words.ts";
import { useWords } from "../../language.tsx";
import { StateWord } from "../value-words.tsx";
import styles from "./Agreement.module.css";
import { AgreementSteps } from "./AgreementSteps.tsx";
import { RecordAction } from "./RecordAction.tsx";
import { useAgreementWriting } from "./use-agreement.ts";

/** Where an agreement stands, and its proceedings from proposal to expiry with what may be recorded next. */
export function AgreementLife({ id, life }: { readonly id: string; readonly life: AgreementAnswer }) {
  const words = useWords(agreementWords);
  const [beginning, setBeginning] = useState(false);
  return (
    <section aria-labelledby="agreement-life" className={styles.section}>
      <h2 id="agreement-life" className="subtitle">
        {words.life}
      </h2>
      <Standing life={life} />
      {life.proceedings.length === 0 && <p className="muted">{words.noLife}</p>}
      {life.proceedings.map((proceeding) => (
        <Proceeding key={proceeding.id} id={id} proceeding={proceeding} />
      ))}
      {life.mayEdit && (
        <div data-screen-only>
          <Button size="compact-sm" variant="default" onClick={() => setBeginning(true)}>
            {words.begin}
          </Button>
        </div>
      )}
      {beginning && (
        <RecordAction id={id} proceeding={null} signed={isSigned(life)} onClose={() => setBeginning(false)} />
      )}
    </section>
  );
}

function isSigned({ proceedings }: AgreementAnswer): boolean {
  return proceedings.some(({ purpose }) => purpose === "conclude");
}

/** The status of today, how long it holds, and what its end asks for. */
function Standing({ life }: { readonly life: AgreementAnswer }) {
  const words = useWords(agreementWords);
  const { effectiveOn, expiresOn, comingEnd } = life;
  const until = expiresOn === null ? words.noEnd : words.expiresOn(sayDay(expiresOn));
  return (
    <div className={styles.standing}>
      <StateWord tone={statusTones[life.status]}>{words.status[life.status]}</StateWord>
      {effectiveOn !== null && (
        <span>
          {words.effectiveOn(sayDay(effectiveOn))}, {until}
        </span>
      )}
      {comingEnd && (
        <p className={styles.warning}>
          {comingEnd.kind === "renews" && comingEnd.noticeBy !== null
            ? words.renews(sayDay(comingEnd.on), sayDay(comingEnd.noticeBy))
            : words.expires(sayDay(comingEnd.on))}
        </p>
      )}
    </div>
  );
}

function Proceeding({ id, proceeding }: { readonly id: string; readonly proceeding: AgreementProceeding }) {
  const words = useWords(agreementWords);
  const [recording, setRecording] = useState(false);
  const { purpose, onlyOutcome, steps, source, unverified, allowed } = proceeding;
  return (
    <article className={styles.proceeding} aria-label={words.purposes[purpose]}>
      <h3 className={styles.heading}>
        {words.purposes[purpose]}
        {onlyOutcome && <span className="small muted"> · {words.outcomeShort}</span>}
      </h3>
      <AgreementSteps steps={steps} />
      <Recorded id={id} proceeding={proceeding} />
      {source !== "" && (
        <p className="small muted">
          {words.source(source)} {unverified.length > 0 && words.unverified}
        </p>
      )}
      {allowed.length > 0 && (
        <div data-screen-only>
          <Button size="compact-sm" onClick={() => setRecording(true)}>
            {words.record}
          </Button>
        </div>
      )}
      {recording && (
        <RecordAction id={id} proceeding={proceeding} signed onClose={() => setRecording(false)} />
      )}
    </article>
  );
}

/** Everything recorded in a proceeding, newest first; the last may be taken back. */
function Recorded({ id, proceeding }: { readonly id: string; readonly proceeding: AgreementProceeding }) {
  const words = useWords(agreementWords);
  const { busy, failure, write } = useAgreementWriting(id);
  const { actions, allowed } = proceeding;
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      <ol className={styles.actions}>
        {actions.toReversed().map((action, at) => {
          const body = action.bodyName ?? (action.body && words.bodies[action.body]);
          const said = [
            ...(action.answer ? [words.answers[action.answer].toLowerCase()] : []),
            ...[action.documentNumber, action.note].filter((text) => text !== null),
            ...(action.validUntil ? [`${words.validUntil} ${sayDay(action.validUntil)}`] : []),
          ];
          return (
            <li key={action.id} className={styles.action}>
              <span className="numbers">{sayDay(action.on)}</span>
              <span className={styles.said}>
                <strong>{words.kinds[action.kind]}</strong>
                {body && ` · ${body}`}
                {said.length > 0 && <span className="small muted"> · {said.join(" · ")}</span>}
              </span>
              {at === 0 && (allowed.length > 0 || isClosing(action.kind)) && (
                <button
                  type="button"
                  className="link-button"
                  data-screen-only
                  disabled={busy}
                  onClick={() =>
                    void write("DELETE", pathTo(apiPaths.agreementAction, { id, action: action.id }))
                  }
                >
                  {words.takeBack}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** After these nothing more may be recorded, so that only taking back is left. */
function isClosing(kind: AgreementProceeding["actions"][number]["kind"]): boolean {
  return kind === "refused" || kind === "dropped";
}
