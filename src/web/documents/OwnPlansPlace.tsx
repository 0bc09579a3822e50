import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { OwnPlansAnswer } from "../../contract/own-plan.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { ownPlanWords } from "../../domain/language/web-own-plans.ts";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { FilterChip } from "../components/FilterChip.tsx";
import { Page } from "../components/Page.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { DutyStateMark } from "../duties/DutyStateMark.tsx";
import { useNumber, useWords } from "../language.tsx";
import { Link, useGo, usePart, useQueryOf } from "../navigation.tsx";
import { places, writeQuery } from "../places.ts";
import { useMay } from "../session.ts";
import styles from "./DocumentQuestions.module.css";
import { DocumentName } from "./document-name.tsx";

const names = ["only"] as const;

/** Which units owe a plan of their own for a document, which have one, and how much of their work it takes up. */
export default function OwnPlansPlace() {
  const id = usePart("id");
  const plans = useQuery({
    queryKey: ["own-plans", id],
    queryFn: () => fetchAnswer<OwnPlansAnswer>(pathTo(apiPaths.documentOwnPlans, { id })),
    staleTime: 0,
  });
  if (plans.error instanceof FailureError)
    return <FailureNote failure={plans.error.failure} onRetry={() => void plans.refetch()} />;
  return plans.data ? <Shown list={plans.data} /> : <Waiting />;
}

function Shown({ list }: { list: OwnPlansAnswer }) {
  const words = useWords(ownPlanWords);
  const say = useNumber();
  const go = useGo();
  const { only = "" } = useQueryOf(names);
  const mayExport = useMay("export-register");
  const { id } = list.document;
  const has = list.rows.filter(({ plans }) => plans.length > 0);
  const rows = list.rows.filter(({ plans }) => only === "" || (only === "has") === plans.length > 0);
  const sheet = pathTo(apiPaths.documentOwnPlansExport, { id }) + writeQuery({ only });
  return (
    <Page
      title={words.title}
      line={
        <>
          <Link href={places.document(id)}>
            <DocumentName of={list.document} />
          </Link>
          {" · "}
          {words.line(say(list.rows.length), say(has.length), say(list.rows.length - has.length))}
        </>
      }
      actions={
        <>
          {mayExport && (
            <Button size="xs" variant="default" component="a" href={sheet} download>
              {words.export}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => window.print()}>
            {words.print}
          </Button>
        </>
      }
    >
      <Orders list={list} />
      {list.rows.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <>
          <search data-screen-only>
            <FilterChip
              label={words.filter}
              all={words.all}
              value={only}
              choices={[
                { value: "has", label: `${words.has} (${say(has.length)})` },
                { value: "none", label: `${words.hasNone} (${say(list.rows.length - has.length)})` },
              ]}
              onChange={(value) => go(places.ownPlans(id, { only: value }))}
            />
          </search>
          <Table rows={rows} />
        </>
      )}
    </Page>
  );
}

function Table({ rows }: { rows: OwnPlansAnswer["rows"] }) {
  const words = useWords(ownPlanWords);
  const say = useNumber();
  const { columns } = words;
  return (
    <PlainTable
      stacks
      heads={[
        ...[{ title: columns.unit }, { title: columns.plan }, { title: columns.due }],
        ...[{ title: columns.state }, { title: columns.covered }, { title: columns.steps }],
      ]}
    >
      {rows.map(({ unit, plans, duty, led, covered, steps }) => (
        <tr key={unit.id}>
          <td>
            <Link href={places.unit(unit.id)}>{unit.name}</Link>
          </td>
          <td data-label={columns.plan}>
            {plans.length === 0 && <span className="muted">{words.noPlan}</span>}
            {plans.map(({ id, number, issuedOn }) => (
              <div key={id}>
                <Link href={places.document(id)}>
                  {[number, issuedOn && sayDay(issuedOn)].filter(Boolean).join(", ")}
                </Link>
              </div>
            ))}
          </td>
          <td className="numbers" data-label={duty?.lastDay ? columns.due : undefined}>
            {duty?.lastDay && sayDay(duty.lastDay)}
          </td>
          <td data-label={duty ? columns.state : undefined}>
            {duty && (
              <Link href={places.duty(duty.id)}>
                <DutyStateMark state={duty.state} />
              </Link>
            )}
          </td>
          <td className="numbers" data-label={columns.covered}>
            {words.covered(say(covered), say(led))}
          </td>
          <td className="numbers" data-label={columns.steps}>
            {words.items(say(steps))}
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}

/** Tasks that ask for plans, or may ask for one: a person says which do. */
function Orders({ list }: { list: OwnPlansAnswer }) {
  const words = useWords(ownPlanWords);
  const queries = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { id } = list.document;
  const tell = async (task: string, asks: boolean | null) => {
    const path = pathTo(apiPaths.documentOwnPlanOrders, { id });
    const answer = await ask<OwnPlansAnswer>("POST", path, { task, asks });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) queries.setQueryData(["own-plans", id], answer.value);
  };
  return (
    <section className={styles.questions} aria-labelledby="orders-title">
      <h2 id="orders-title" className="subtitle">
        {words.orders}
      </h2>
      {failure && <FailureNote failure={failure} />}
      {list.orders.length === 0 && <p className="muted">{words.noOrders}</p>}
      <ul>
        {list.orders.map(({ task, content, leads, asks }) => (
          <li key={task} className={styles.question}>
            <p className={styles.words}>
              <Link href={places.task(task)}>{content}</Link>{" "}
              <span className="small muted">{leads.join("; ")}</span>
            </p>
            {list.maySay && (
              <div className={styles.actions} data-screen-only>
                {asks === null ? (
                  <>
                    <span>{words.ordersAsk}</span>
                    <Button size="compact-sm" onClick={() => void tell(task, true)}>
                      {words.yes}
                    </Button>
                    <Button size="compact-sm" variant="default" onClick={() => void tell(task, false)}>
                      {words.no}
                    </Button>
                  </>
                ) : (
                  <button type="button" className="link-button" onClick={() => void tell(task, null)}>
                    {words.change}
                  </button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
