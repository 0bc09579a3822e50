import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { UnitAnswer } from "../../contract/unit.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { signedWords } from "../../domain/language/web-signed.ts";
import { unitWords } from "../../domain/language/web-units.ts";
import { ask, FailureError } from "../api.ts";
import { type Fact, Facts } from "../components/Facts.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay, sayMoment } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link, useGo, usePart } from "../navigation.tsx";
import { places } from "../places.ts";
import { useMay } from "../session.ts";
import record from "../tasks/TaskPlace.module.css";
import { EditUnit } from "./EditUnit.tsx";
import { Plans } from "./Plans.tsx";
import styles from "./Units.module.css";
import { useUnit } from "./use-units.ts";

/** One unit: what it is, and what became of it. */
export default function UnitPlace() {
  const id = usePart("id");
  const unit = useUnit(id);
  if (unit.error instanceof FailureError)
    return <FailureNote failure={unit.error.failure} onRetry={() => void unit.refetch()} />;
  return unit.data ? <Shown shown={unit.data} key={id} /> : <Waiting />;
}

function Shown({ shown }: { shown: UnitAnswer }) {
  const words = useWords(unitWords);
  const go = useGo();
  const signed = useWords(signedWords);
  const files = useMay("file-signed");
  const [editing, setEditing] = useState(false);
  const { unit, mayChange } = shown;
  const parent = shown.around.find(({ id }) => id === unit.parent);
  return (
    <Page
      title={unit.name}
      line={
        <>
          {words.kinds[unit.kind]}, {words.relations[unit.relation]}
          {parent && (
            <>
              {", "}
              <Link href={places.unit(parent.id)}>{words.under(parent.name)}</Link>
            </>
          )}
        </>
      }
      actions={
        <>
          {mayChange && unit.to === null && (
            <Button size="xs" onClick={() => go(places.unitChange({ unit: unit.id }))}>
              {words.change}
            </Button>
          )}
          {mayChange && (
            <Button size="xs" variant="default" onClick={() => setEditing(true)}>
              {words.edit}
            </Button>
          )}
          {files && unit.to === null && (
            <Button size="xs" variant="default" onClick={() => go(places.signed({ unit: unit.id }))}>
              {signed.title}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => window.print()}>
            {words.print}
          </Button>
        </>
      }
    >
      {unit.to !== null && unit.to < shown.today && (
        <p className={styles.warn}>{words.closedNote(sayDay(unit.to))}</p>
      )}
      {shown.sharedSymbol.length > 0 && (
        <p className="small muted">
          {words.sharedNote(shown.sharedSymbol.map(({ name }) => name).join(", "))}
        </p>
      )}
      <div className={record.record}>
        <div className={record.column}>
          {editing ? (
            <EditUnit shown={shown} onClose={() => setEditing(false)} />
          ) : (
            <UnitFacts shown={shown} />
          )}
        </div>
        <div className={record.column}>
          <Plans unit={unit.id} />
          <Life shown={shown} />
          <Below shown={shown} />
        </div>
      </div>
    </Page>
  );
}

function UnitFacts({ shown }: { shown: UnitAnswer }) {
  const words = useWords(unitWords);
  const say = useNumber();
  const { unit, contact } = shown;
  const standing = shown.around.find(({ id }) => id === shown.standing);
  const nothing = <span className="muted">{words.nothing}</span>;
  const contacts = [contact.person, contact.phone, contact.email, contact.address].filter(Boolean);
  const facts: readonly Fact[] = [
    { label: words.facts.shortName, value: unit.shortName ?? nothing },
    { label: words.facts.symbol, value: unit.symbol ?? nothing },
    {
      label: words.facts.days,
      value: [
        unit.from ? words.since(sayDay(unit.from)) : words.alwaysThere,
        unit.to && words.until(sayDay(unit.to)),
      ]
        .filter(Boolean)
        .join(", "),
    },
    {
      label: words.facts.tasks,
      value: (
        <>
          <Link href={places.tasks({ unit: unit.id, as: "today" })}>{words.held(say(shown.held))}</Link>
          {" · "}
          <Link href={places.tasks({ unit: unit.id, as: "reported" })}>{words.given(say(shown.given))}</Link>
        </>
      ),
    },
    { label: words.facts.aliases, value: unit.aliases.join("; ") || nothing },
    ...(standing
      ? [
          {
            label: words.facts.standing,
            value: <Link href={places.unit(standing.id)}>{standing.name}</Link>,
          },
        ]
      : []),
    { label: words.facts.contact, value: contacts.join(" · ") || nothing },
    {
      label: words.facts.codes,
      value:
        shown.codes.length === 0
          ? nothing
          : shown.codes.map(({ system, code, from, to }) => (
              <div key={system + code + from}>
                {code}{" "}
                <span className="small muted">
                  {[
                    words.codeSystems[system],
                    from && words.since(sayDay(from)),
                    to && words.until(sayDay(to)),
                  ]
                    .filter(Boolean)
                    .join(", ")}
                </span>
              </div>
            )),
    },
    {
      label: words.facts.people,
      value:
        shown.people.length === 0
          ? nothing
          : shown.people.map(({ name, role, title, acting }) => (
              <div key={name + role + title}>
                {name}{" "}
                <span className="small muted">
                  {[title ?? words.roles[role], acting && words.acting].filter(Boolean).join(", ")}
                </span>
              </div>
            )),
    },
  ];
  return <Facts facts={facts} />;
}

/** Changes and former names, newest first; one that nothing followed can be taken back. */
function Life({ shown }: { shown: UnitAnswer }) {
  const words = useWords(unitWords);
  const { language } = useSpeech();
  const queries = useQueryClient();
  const go = useGo();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const undo = async (change: UnitAnswer["changes"][number]) => {
    const answer = await ask("POST", pathTo(apiPaths.unitChangeUndo, { id: change.id }), {});
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setSaid(words.undone);
    // A unit that the change made is gone with it.
    if (!change.before.includes(shown.unit.id)) go(places.organisation(), { replace: true });
    await queries.invalidateQueries();
  };
  return (
    <section aria-labelledby="life-title">
      <h2 id="life-title" className={record.heading}>
        {words.life}
      </h2>
      {failure && <FailureNote failure={failure} />}
      {said && <p role="status">{said}</p>}
      {shown.changes.length === 0 && shown.formerNames.length === 0 && (
        <p className="muted">{words.noLife}</p>
      )}
      <ol className={record.history}>
        {shown.changes.map((change, at) => (
          <li key={change.id}>
            <p>
              <strong>{words.changes[change.kind]}</strong> {words.since(sayDay(change.on))}
              {change.document && ` · ${change.document}`}{" "}
              <span className="small muted">
                {sayMoment(change.at, language)}, {change.who}
              </span>
            </p>
            <Sides change={change} shown={shown} />
            {change.note && <p className="small">{change.note}</p>}
            {!change.madeHere && <p className="small muted">{words.cameWith}</p>}
            {shown.mayChange && change.madeHere && at === 0 && (
              <p className="small" data-screen-only>
                <button type="button" className="link-button" onClick={() => void undo(change)}>
                  {words.undo}
                </button>{" "}
                <span className="muted">{words.undoHint}</span>
              </p>
            )}
          </li>
        ))}
        {shown.formerNames.map(({ name, to }) => (
          <li key={name + to}>{words.formerName(name, sayDay(to))}</li>
        ))}
      </ol>
    </section>
  );
}

function Sides({ change, shown }: { change: UnitAnswer["changes"][number]; shown: UnitAnswer }) {
  const words = useWords(unitWords);
  const names = new Map([shown.unit, ...shown.around].map(({ id, name }) => [id, name]));
  const others = (ids: readonly string[]) => ids.filter((id) => id !== shown.unit.id);
  const list = (label: string, ids: readonly string[]) =>
    others(ids).length > 0 && (
      <p className="small">
        <span className="muted">{label}: </span>
        {others(ids).map((id, at) => (
          <span key={id}>
            {at > 0 && ", "}
            <Link href={places.unit(id)}>{names.get(id) ?? id}</Link>
          </span>
        ))}
      </p>
    );
  return (
    <>
      {list(words.before, change.before)}
      {list(words.after, change.after)}
    </>
  );
}

function Below({ shown }: { shown: UnitAnswer }) {
  const words = useWords(unitWords);
  const say = useNumber();
  const more = shown.belowCount - shown.below.length;
  if (shown.below.length === 0) return null;
  return (
    <section aria-labelledby="below-title">
      <h2 id="below-title" className={record.heading}>
        {words.facts.below} ({say(shown.belowCount)})
      </h2>
      <ul className={styles.bullets}>
        {shown.below.map(({ id, name, to }) => (
          <li key={id}>
            <Link href={places.unit(id)}>{name}</Link>
            {to !== null && <span className="small muted"> {words.until(sayDay(to))}</span>}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p>
          <Link href={places.organisation({ open: shown.unit.id })}>{words.moreBelow(say(more))}</Link>
        </p>
      )}
    </section>
  );
}
