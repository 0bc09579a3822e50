import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CollectiveRule, CollectivesAnswer } from "../../contract/collective.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { FoundPartiesAnswer, ListedUnit } from "../../contract/unit.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { unitWords } from "../../domain/language/web-units.ts";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link, useGo } from "../navigation.tsx";
import { places } from "../places.ts";
import record from "../tasks/TaskPlace.module.css";
import { EditCollective } from "./EditCollective.tsx";
import { Meant, useRuleWords } from "./Meant.tsx";
import type { Settle } from "./settle.ts";
import { UnitField } from "./UnitField.tsx";
import styles from "./Units.module.css";
import { useUnitList } from "./use-units.ts";
import { WaitingParts } from "./WaitingParts.tsx";

type Wording = CollectivesAnswer["wordings"][number];
type Unknown = CollectivesAnswer["unknown"][number];

/** Names in tasks that are no unit, collective words of documents, and the collectives themselves. */
export default function CollectivesPlace() {
  const words = useWords(unitWords).group;
  const say = useNumber();
  const queries = useQueryClient();
  const shown = useQuery({
    queryKey: ["collectives"],
    queryFn: () => fetchAnswer<CollectivesAnswer>(apiPaths.collectives),
    staleTime: 0,
  });
  const tree = useUnitList({ closed: "1" });
  const [found, setFound] = useState<FoundPartiesAnswer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (shown.error instanceof FailureError)
    return <FailureNote failure={shown.error.failure} onRetry={() => void shown.refetch()} />;
  if (!shown.data || !tree.data) return <Waiting />;
  const settle: Settle = async (method, path, body) => {
    const answer = await ask<FoundPartiesAnswer>(method, path, body);
    setFailure(answer.ok ? null : answer.failure);
    setFound(answer.ok ? answer.value : null);
    if (answer.ok) await queries.invalidateQueries();
    return answer.ok;
  };
  const open = found ? found.unbound + found.nobody + found.unknown : 0;
  return (
    <Page title={words.title} line={words.line}>
      {failure && <FailureNote failure={failure} />}
      {found && (
        <div role="status">
          <p>{words.balance(say(found.addressees), say(found.resolved), say(open))}</p>
          <p className="small muted">
            {words.parts(say(found.parties), say(found.unbound), say(found.nobody), say(found.unknown))}
          </p>
        </div>
      )}
      <WaitingParts parts={shown.data.toChoose} />
      <UnknownNames shown={shown.data} units={tree.data.units} settle={settle} />
      <Wordings shown={shown.data} settle={settle} />
      <Collectives shown={shown.data} units={tree.data.units} settle={settle} />
    </Page>
  );
}

function Days({ of }: { of: Pick<Unknown, "firstDay" | "lastDay"> }) {
  const [first, last] = [sayDay(of.firstDay), sayDay(of.lastDay)];
  return <span className="small">{first === last ? first : `${first} – ${last}`}</span>;
}

function UnknownNames(props: {
  readonly shown: CollectivesAnswer;
  readonly units: readonly ListedUnit[];
  readonly settle: Settle;
}) {
  const words = useWords(unitWords).group;
  const say = useNumber();
  const { unknown, mayChange } = props.shown;
  return (
    <section aria-labelledby="unknown-title">
      <h2 id="unknown-title" className={record.heading}>
        {words.unknown} ({say(unknown.length)})
      </h2>
      {unknown.length === 0 ? (
        <p className="muted">{words.noUnknown}</p>
      ) : (
        <PlainTable
          stacks
          heads={[
            { title: words.words },
            { title: words.tasks, isNumber: true },
            { title: words.days },
            ...(mayChange ? [{ title: words.tie }] : []),
          ]}
        >
          {unknown.map((name) => (
            <tr key={name.key}>
              <th scope="row">{name.words}</th>
              <td data-number>
                <Link href={places.tasks({ unit: name.key, as: "today" })}>{say(name.tasks)}</Link>
              </td>
              <td>
                <Days of={name} />
              </td>
              {mayChange && (
                <td>
                  <Tie name={name} units={props.units} settle={props.settle} />
                </td>
              )}
            </tr>
          ))}
        </PlainTable>
      )}
    </section>
  );
}

/** Ties a name to a unit of its days, or makes a unit of it from its first day on. */
function Tie(props: {
  readonly name: Unknown;
  readonly units: readonly ListedUnit[];
  readonly settle: Settle;
}) {
  const words = useWords(unitWords).group;
  const go = useGo();
  const { name } = props;
  const [unit, setUnit] = useState<string | null>(null);
  const there = props.units.filter(
    ({ from, to }) => (from === null || from <= name.lastDay) && (to === null || to >= name.firstDay),
  );
  return (
    <div className={styles.line}>
      <UnitField
        hidesLabel
        label={`${words.tie}: ${name.words}`}
        units={there}
        value={unit}
        onChange={setUnit}
      />
      <Button
        size="compact-xs"
        variant="default"
        disabled={unit === null}
        onClick={() => void props.settle("POST", apiPaths.unitNames, { key: name.key, unit })}
      >
        {words.bind}
      </Button>
      <button
        type="button"
        className="link-button"
        onClick={() => go(places.unitChange({ name: name.words, day: name.firstDay }))}
      >
        {words.makeUnit}
      </button>
    </div>
  );
}

function Wordings({ shown, settle }: { shown: CollectivesAnswer; settle: Settle }) {
  const words = useWords(unitWords).group;
  const say = useNumber();
  return (
    <section aria-labelledby="wordings-title">
      <h2 id="wordings-title" className={record.heading}>
        {words.wordings} ({say(shown.wordings.length)})
      </h2>
      {shown.wordings.length === 0 ? (
        <p className="muted">{words.noWordings}</p>
      ) : (
        <PlainTable
          stacks
          heads={[
            { title: words.words },
            { title: words.tasks, isNumber: true },
            { title: words.boundTo },
            { title: words.who },
          ]}
        >
          {shown.wordings.map((wording) => (
            <tr key={wording.key}>
              <th scope="row">{wording.words}</th>
              <td data-number>
                <Link href={places.tasks({ unit: wording.key })}>{say(wording.tasks)}</Link>
              </td>
              <td>
                <Binding wording={wording} shown={shown} settle={settle} />
              </td>
              <td>
                <WhoIsMeant wording={wording} shown={shown} />
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </section>
  );
}

function WhoIsMeant({ wording, shown }: { wording: Wording; shown: CollectivesAnswer }) {
  const words = useWords(unitWords).group;
  const bound = shown.collectives.find(({ id }) => id === wording.collective);
  const rule = bound?.rule ?? wording.proposed;
  if (wording.open) return <span className="small muted">{words.open}</span>;
  if (!rule || wording.means === null) return <span className="small muted">{words.noProposal}</span>;
  return <Meant rule={rule} day={wording.lastDay} count={wording.means} />;
}

function Binding({ wording, shown, settle }: { wording: Wording; shown: CollectivesAnswer; settle: Settle }) {
  const words = useWords(unitWords).group;
  const sayRule = useRuleWords();
  const bind = (to: unknown) => void settle("POST", apiPaths.collectiveWordings, { key: wording.key, to });
  if (wording.open) return <span className="muted">{words.unbound}</span>;
  const { proposed } = wording;
  // A rule that is there already under a name is bound, not made again.
  const same = proposed && shown.collectives.find(({ rule }) => isSameRule(rule, proposed));
  return (
    <div className={styles.line}>
      <select
        aria-label={`${words.boundTo}: ${wording.words}`}
        disabled={!shown.mayBind}
        value={wording.collective ?? ""}
        onChange={(event) => {
          const collective = event.currentTarget.value;
          bind(collective === "" ? null : { collective });
        }}
      >
        <option value="">{wording.collective === null ? words.choose : words.unbind}</option>
        {shown.collectives.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {proposed && shown.mayBind && (
        <>
          <span className="small muted">{words.proposed(same?.name ?? sayRule(proposed))}</span>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() =>
              bind(same ? { collective: same.id } : { name: capital(wording.words), rule: proposed })
            }
          >
            {words.bindProposed}
          </Button>
        </>
      )}
    </div>
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase("vi") + text.slice(1);
}

function isSameRule(a: CollectiveRule, b: CollectiveRule): boolean {
  const form = ({ kinds, relations, traits, under, only, except }: CollectiveRule) =>
    JSON.stringify([kinds.toSorted(), relations.toSorted(), traits.toSorted(), under, only, except]);
  return form(a) === form(b);
}

function Collectives(props: {
  readonly shown: CollectivesAnswer;
  readonly units: readonly ListedUnit[];
  readonly settle: Settle;
}) {
  const words = useWords(unitWords).group;
  const say = useNumber();
  const sayRule = useRuleWords();
  const [editing, setEditing] = useState<string | null>(null);
  const { shown } = props;
  const form = (id: string | null) => (
    <EditCollective
      collective={shown.collectives.find((one) => one.id === id) ?? null}
      units={props.units}
      settle={props.settle}
      onClose={() => setEditing(null)}
    />
  );
  return (
    <section aria-labelledby="collectives-title">
      <h2 id="collectives-title" className={record.heading}>
        {words.collectives}
      </h2>
      <PlainTable
        stacks
        heads={[
          { title: words.name },
          { title: words.rule },
          { title: words.count },
          { title: words.usedBy, isNumber: true },
        ]}
      >
        {shown.collectives.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              {one.name}{" "}
              {shown.mayBind && (
                <button
                  type="button"
                  className="link-button"
                  aria-label={`${words.edit}: ${one.name}`}
                  onClick={() => setEditing(one.id)}
                >
                  {words.edit}
                </button>
              )}
              {editing === one.id && form(one.id)}
            </th>
            <td>{sayRule(one.rule)}</td>
            <td>
              <Meant rule={one.rule} day={shown.today} count={one.means} />
            </td>
            <td data-number>{say(one.wordings)}</td>
          </tr>
        ))}
      </PlainTable>
      {shown.mayBind &&
        (editing === "" ? (
          form(null)
        ) : (
          <p>
            <Button size="compact-xs" variant="default" onClick={() => setEditing("")}>
              {words.add}
            </Button>
          </p>
        ))}
    </section>
  );
}
