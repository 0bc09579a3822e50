import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { LettersAnswer } from "../../contract/urging.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { urgingWords } from "../../domain/language/web-urging.ts";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { IssuedLetterDialog } from "./IssuedLetterDialog.tsx";
import styles from "./Letters.module.css";
import { UrgedTable } from "./UrgedTable.tsx";
import { UrgingLetter } from "./UrgingLetter.tsx";
import { UrgingWays } from "./UrgingWays.tsx";

/** The letters that the ladder asks for, each to be drafted and then recorded as issued; and those that were. */
export default function LettersPlace() {
  const words = useWords(urgingWords);
  const say = useNumber();
  const letters = useQuery({
    queryKey: ["duties", "letters"],
    queryFn: () => fetchAnswer<LettersAnswer>(apiPaths.urgingLetters),
    staleTime: 0,
  });
  const { data } = letters;
  return (
    <Page title={words.lettersTitle} line={data && words.lettersLine(say(data.due.length))}>
      <UrgingWays here="letters" />
      {letters.error instanceof FailureError ? (
        <FailureNote failure={letters.error.failure} onRetry={() => void letters.refetch()} />
      ) : !data ? (
        <Waiting />
      ) : (
        <>
          {data.due.length === 0 && (
            <EmptyState title={words.lettersNone}>
              <p>{words.lettersNoneText}</p>
            </EmptyState>
          )}
          {data.due.map((letter) => (
            <DueLetter key={`${letter.unit.id} ${letter.kind}`} letter={letter} today={data.today} />
          ))}
          {data.issued.length > 0 && <Issued issued={data.issued} />}
        </>
      )}
    </Page>
  );
}

function DueLetter({ letter, today }: { letter: LettersAnswer["due"][number]; today: string }) {
  const { unit, kind, items, since } = letter;
  const words = useWords(urgingWords);
  const say = useNumber();
  const [recording, setRecording] = useState(false);
  return (
    <section className={styles.letter} aria-label={unit.name}>
      <div className={styles.head}>
        <div>
          <h2 className="subtitle">{unit.name}</h2>
          <p className="small muted">
            {words.kinds[kind]} · {words.lateOf(say(items.length), sayDay(since))}
          </p>
        </div>
        <div className={styles.acts} data-screen-only>
          <UrgingLetter
            unit={unit.name}
            late={items.map(({ id }) => id)}
            from={kind === "letter" ? "own" : "office"}
            today={today}
          />
          <Button size="compact-sm" onClick={() => setRecording(true)}>
            {words.record}
          </Button>
        </div>
      </div>
      <UrgedTable items={items} />
      {recording && <IssuedLetterDialog letter={letter} today={today} onClose={() => setRecording(false)} />}
    </section>
  );
}

function Issued({ issued }: { issued: LettersAnswer["issued"] }) {
  const words = useWords(urgingWords);
  const say = useNumber();
  const queries = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = async (id: string) => {
    const answer = await ask("DELETE", pathTo(apiPaths.urgingLetter, { id }));
    setFailure(answer.ok ? null : answer.failure);
    await queries.invalidateQueries({ queryKey: ["duties"] });
  };
  const { number, unit, duties, act } = words.issuedColumns;
  return (
    <section className={styles.letter}>
      <h2 className="subtitle">{words.issued}</h2>
      {failure && <FailureNote failure={failure} />}
      <PlainTable stacks heads={[{ title: number }, { title: unit }, { title: duties }, { title: act }]}>
        {issued.map((letter) => (
          <tr key={letter.id}>
            <td className="numbers">{words.letterNamed(letter.number, sayDay(letter.issuedOn))}</td>
            <td>{letter.unit.name}</td>
            <td>{say(letter.duties)}</td>
            <td>
              <button
                type="button"
                className="link-button"
                aria-label={words.removeOf(letter.number)}
                onClick={() => void remove(letter.id)}
              >
                {words.remove}
              </button>
            </td>
          </tr>
        ))}
      </PlainTable>
    </section>
  );
}
