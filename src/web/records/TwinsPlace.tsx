import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { RecordRowAnswer, TwinsAnswer, TwinsRequest } from "../../contract/record.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { type Declaration, fieldOf } from "../../domain/cooperation/declaration.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { NoSuchPlace } from "../App.tsx";
import { ask, FailureError } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Icon } from "../components/Icon.tsx";
import { Page } from "../components/Page.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { UndoBar } from "../components/UndoBar.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { useMay } from "../session.ts";
import { FieldValue } from "./RecordFacts.tsx";
import styles from "./Records.module.css";
import { useDeclaration, useTwins } from "./use-records.ts";

type Pair = TwinsAnswer["pairs"][number];

/** Records of different units that may tell of one thing, side by side, for a person to decide. */
export default function TwinsPlace() {
  const declaration = useDeclaration();
  return declaration ? <Twins key={declaration.key} declaration={declaration} /> : <NoSuchPlace />;
}

/** Decides about pairs, and takes the last decision back. */
function useDecisions({ key }: Declaration) {
  const queries = useQueryClient();
  const path = pathTo(apiPaths.recordTwins, { register: key });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState<{ readonly said: string; readonly pair: Pair } | null>(null);
  const send = async (method: "POST" | "DELETE", body: unknown, then: typeof done) => {
    const answer = await ask(method, path, body);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setDone(then);
    await queries.invalidateQueries({ queryKey: ["records"] });
  };
  const seen = ({ id, version }: RecordRowAnswer) => ({ id, version });
  return {
    ...{ failure, done, forget: () => setDone(null) },
    decide: (pair: Pair, kept: string | null, said: string) => {
      const body: TwinsRequest = { one: seen(pair.one), other: seen(pair.other), kept };
      return send("POST", body, { said, pair });
    },
    undo: ({ one, other }: Pair) => send("DELETE", { one: one.id, other: other.id }, null),
  };
}

function Twins({ declaration }: { declaration: Declaration }) {
  const words = useWords(recordWords);
  const { language } = useSpeech();
  const say = useNumber();
  const twins = useTwins(declaration, useMay("join-records"));
  const { failure, done, forget, decide, undo } = useDecisions(declaration);
  const list = <Link href={places.records(declaration.key)}>{declaration.name[language]}</Link>;
  if (twins.error instanceof FailureError)
    return <FailureNote failure={twins.error.failure} onRetry={() => void twins.refetch()} />;
  const { total = 0, pairs = [] } = twins.data ?? {};
  return (
    <Page
      title={words.twins.title}
      line={
        <>
          {list}
          {total > 0 && ` · ${words.twins.line(say(total), say(pairs.length))}`}
        </>
      }
    >
      {failure && <FailureNote failure={failure} />}
      {done && (
        <UndoBar said={done.said} undo={words.undo} onUndo={() => void undo(done.pair)} onOver={forget} />
      )}
      {!twins.data && <Waiting />}
      {twins.data && total === 0 && (
        <EmptyState title={words.twins.none}>
          <p>{words.twins.noneText}</p>
        </EmptyState>
      )}
      {pairs.map((pair) => (
        <OnePair
          key={`${pair.one.id} ${pair.other.id}`}
          declaration={declaration}
          pair={pair}
          onDecide={(kept) => {
            const title = kept === pair.other.id ? pair.other.title : pair.one.title;
            void decide(pair, kept, kept ? words.twins.kept(title) : words.twins.toldApart);
          }}
        />
      ))}
    </Page>
  );
}

function OnePair(props: {
  readonly declaration: Declaration;
  readonly pair: Pair;
  readonly onDecide: (kept: string | null) => void;
}) {
  const { declaration, pair, onDecide } = props;
  const words = useWords(recordWords);
  const { language } = useSpeech();
  const { key, title, toldTwice } = declaration;
  const both = [pair.one, pair.other];
  const owner = (record: RecordRowAnswer) => record.owner?.name ?? words.focal;
  const compared = toldTwice ? [toldTwice.when, ...toldTwice.same, ...toldTwice.alike] : [];
  const isTold = (field: string) =>
    both.some((one) => one.values[field] !== undefined || (one.links[field] ?? []).length > 0);
  return (
    <section className={styles.group} aria-label={`${pair.one.title} – ${pair.other.title}`}>
      <PlainTable
        stacks
        heads={[
          { title: words.twins.field },
          ...both.map((one) => ({ title: owner(one) })),
          { title: words.twins.compared },
        ]}
      >
        <tr>
          <th scope="row">{fieldOf(declaration, title)?.label[language]}</th>
          {both.map((one) => (
            <td key={one.id} data-label={owner(one)}>
              <Link href={places.record(key, one.id)}>{one.title}</Link>
            </td>
          ))}
          <Verdict pair={pair} field={title} />
        </tr>
        {compared.filter(isTold).map((name) => {
          const field = fieldOf(declaration, name);
          if (!field) return null;
          return (
            <tr key={name}>
              <th scope="row">{field.label[language]}</th>
              {both.map((one) => (
                <td key={one.id} data-label={owner(one)}>
                  <FieldValue field={field} record={one} />
                </td>
              ))}
              <Verdict pair={pair} field={name} />
            </tr>
          );
        })}
      </PlainTable>
      <div className={styles.line} data-screen-only>
        {both.map((one) => (
          <Button key={one.id} size="xs" variant="default" onClick={() => onDecide(one.id)}>
            {words.twins.keep(owner(one))}
          </Button>
        ))}
        <Button size="xs" variant="default" onClick={() => onDecide(null)}>
          {words.twins.apart}
        </Button>
      </div>
    </section>
  );
}

/** Whether the two say the same in a field, in a word beside a picture. */
function Verdict({ pair, field }: { pair: Pair; field: string }) {
  const words = useWords(recordWords);
  const agrees = pair.agrees.includes(field);
  if (!agrees && !pair.differs.includes(field)) return <td />;
  return (
    <td className={styles.whole}>
      <span className="small muted">
        <Icon name={agrees ? "check" : "warning"} size={14} />{" "}
        {agrees ? words.twins.agrees : words.twins.differs}
      </span>
    </td>
  );
}
