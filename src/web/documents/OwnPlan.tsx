import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { OwnPlanAnswer } from "../../contract/own-plan.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { ownPlanWords } from "../../domain/language/web-own-plans.ts";
import { ask, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./DocumentQuestions.module.css";
import { DocumentName, useDocumentName } from "./document-name.tsx";

/**
 * Whose own plan the document is, for which other one: proposed by its head, confirmed by one press. Nothing is shown to
 * people who do not review, nor where nothing in the register is carried out by it.
 */
export function OwnPlan({ id }: { id: string }) {
  const words = useWords(ownPlanWords);
  const key = ["own-plan", id];
  const queries = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [open, setOpen] = useState(false);
  const path = pathTo(apiPaths.documentOwnPlan, { id });
  const { data } = useQuery({ queryKey: key, queryFn: () => fetchAnswer<OwnPlanAnswer>(path), retry: false });
  if (!data || (data.plan === null && data.grounds.length === 0)) return null;
  const send = async (method: "PUT" | "DELETE", body?: object) => {
    const answer = await ask<OwnPlanAnswer>(method, path, body);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setOpen(false);
    queries.setQueryData(key, answer.value);
    await queries.invalidateQueries({
      predicate: ({ queryKey: [name] }) => name !== "own-plan" && name !== "document",
    });
  };
  const isAsked = data.plan === null && (data.proposed !== null || open);
  return (
    <section className={styles.questions} aria-labelledby="own-plan-title">
      {failure && <FailureNote failure={failure} />}
      {data.plan ? (
        <>
          <h2 id="own-plan-title" className="subtitle">
            {words.is(data.plan.unit.name)}
          </h2>
          <p>
            {words.of("")} <DocumentLine of={data.plan.parent} />
          </p>
          <p className="small muted">{words.tieHelp}</p>
          <div className={styles.actions} data-screen-only>
            <Link href={places.ownPlans(data.plan.parent.id)}>{words.list}</Link>
            <Button size="compact-sm" variant="default" onClick={() => void send("DELETE")}>
              {words.forget}
            </Button>
          </div>
        </>
      ) : isAsked ? (
        <NoteForm shown={data} onNote={(body) => void send("PUT", body)} />
      ) : (
        <p data-screen-only>
          <button id="own-plan-title" type="button" className="link-button" onClick={() => setOpen(true)}>
            {words.noteOther}
          </button>
        </p>
      )}
    </section>
  );
}

function DocumentLine({ of }: { of: OwnPlanAnswer["grounds"][number] }) {
  return (
    <Link href={places.document(of.id)}>
      <DocumentName of={of} />
    </Link>
  );
}

function NoteForm(props: {
  readonly shown: OwnPlanAnswer;
  readonly onNote: (body: { unit: string; parent: string; answers: boolean }) => void;
}) {
  const { proposed, units, grounds } = props.shown;
  const words = useWords(ownPlanWords);
  const nameOf = useDocumentName();
  const [unit, setUnit] = useState(proposed?.unit ?? "");
  const [parent, setParent] = useState(proposed?.parent ?? grounds[0]?.id ?? "");
  const [answers, setAnswers] = useState(true);
  const name = units.find(({ id }) => id === proposed?.unit)?.name;
  return (
    <form
      className={styles.question}
      onSubmit={(event) => {
        event.preventDefault();
        if (unit !== "" && parent !== "") props.onNote({ unit, parent, answers });
      }}
    >
      <h2 id="own-plan-title" className="subtitle">
        {name ? words.proposed(name) : words.noteOther}
      </h2>
      <NativeSelect
        size="xs"
        label={words.unit}
        value={unit}
        data={[{ value: "", label: "" }, ...units.map(({ id, name: label }) => ({ value: id, label }))]}
        onChange={(event) => setUnit(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={words.parent}
        value={parent}
        data={grounds.map((one) => ({ value: one.id, label: nameOf(one) }))}
        onChange={(event) => setParent(event.currentTarget.value)}
      />
      <Checkbox
        size="xs"
        mt="xs"
        label={words.answers}
        checked={answers}
        onChange={(event) => setAnswers(event.currentTarget.checked)}
      />
      <div className={styles.actions}>
        <Button size="compact-sm" type="submit" disabled={unit === ""}>
          {words.note}
        </Button>
      </div>
    </form>
  );
}
