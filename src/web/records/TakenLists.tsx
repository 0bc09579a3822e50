import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { ImportUndoneAnswer, TakenListsAnswer } from "../../contract/record.ts";
import type { Failure } from "../../domain/basics/result.ts";
import type { Declaration } from "../../domain/cooperation/declaration.ts";
import { sayFailure } from "../../domain/language/failures.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { ask, failureOf, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { sayMoment } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./Records.module.css";

/** The lists that the person took within a day, each of which one press takes back; and what the last press came to. */
export function TakenLists({ declaration }: { declaration: Declaration }) {
  const words = useWords(recordWords).import;
  const say = useNumber();
  const { language } = useSpeech();
  const queries = useQueryClient();
  const blanks = { register: declaration.key };
  const taken = useQuery({
    queryKey: ["records", declaration.key, "taken"],
    queryFn: () => fetchAnswer<TakenListsAnswer>(pathTo(apiPaths.recordImports, blanks)),
    staleTime: 0,
  });
  const [undone, setUndone] = useState<ImportUndoneAnswer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const undo = async (id: string) => {
    setBusy(true);
    const answer = await ask<ImportUndoneAnswer>(
      "POST",
      pathTo(apiPaths.recordImportUndo, { ...blanks, id }),
    );
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    setUndone(answer.ok ? answer.value : null);
    await queries.invalidateQueries({ queryKey: ["records"] });
  };
  const lists = taken.data?.lists ?? [];
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      {undone && <Undone {...{ declaration, undone }} />}
      {lists.length > 0 && (
        <section className={styles.group} aria-label={words.recent}>
          <h2 className={styles.heading}>{words.recent}</h2>
          <PlainTable
            stacks
            heads={[{ title: words.file }, { title: words.takenAt }, { title: words.wrote }]}
          >
            {lists.map(({ id, fileName, at, records }) => (
              <tr key={id}>
                <td>{fileName}</td>
                <td data-label={words.takenAt} className={styles.whole}>
                  {sayMoment(at, language)}
                </td>
                <td>
                  {words.records(say(records))} ·{" "}
                  <button
                    type="button"
                    className="link-button"
                    aria-label={`${words.undo}: ${fileName}`}
                    disabled={busy}
                    onClick={() => void undo(id)}
                  >
                    {words.undo}
                  </button>
                </td>
              </tr>
            ))}
          </PlainTable>
        </section>
      )}
    </>
  );
}

/** How many records a press took back, and which stay with the reason. */
function Undone({ declaration, undone }: { declaration: Declaration; undone: ImportUndoneAnswer }) {
  const words = useWords(recordWords).import;
  const say = useNumber();
  const { language } = useSpeech();
  const { written, kept } = undone;
  const left = written - undone.undone;
  return (
    <section className={styles.group} aria-label={words.stays}>
      <p role="status">{words.undone(say(written), say(undone.undone), say(left))}</p>
      {kept.length > 0 && (
        <PlainTable stacks heads={[{ title: words.stays }, { title: words.reason }]}>
          {kept.map(({ id, title, error }) => (
            <tr key={id}>
              <td>
                <Link href={places.record(declaration.key, id)}>{title}</Link>
              </td>
              <td>{sayFailure(failureOf({ error }), language)}</td>
            </tr>
          ))}
        </PlainTable>
      )}
      {kept.length < left && <p className="small muted">{words.first(say(kept.length), say(left))}</p>}
    </section>
  );
}
