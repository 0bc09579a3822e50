import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { JoinsAnswer } from "../../contract/task-join.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { joinWords } from "../../domain/language/web-joins.ts";
import { ask, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { sayMoment } from "../day-words.ts";
import { DocumentName } from "../documents/document-name.tsx";
import { useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import { useMay } from "../session.ts";
import styles from "./JoinTask.module.css";
import { JoinTask } from "./JoinTask.tsx";

/** The tasks that were joined to this one, each to be parted again, and the way to join another. */
export function TaskJoins({ id }: { id: string }) {
  const words = useWords(joinWords);
  const { language } = useSpeech();
  const queries = useQueryClient();
  const may = useMay("edit-task");
  const [joining, setJoining] = useState(false);
  const [said, setSaid] = useState<Failure | "parted" | null>(null);
  const { data } = useQuery({
    queryKey: ["joins", id],
    queryFn: () => fetchAnswer<JoinsAnswer>(pathTo(apiPaths.taskJoins, { id })),
    staleTime: 0,
  });
  const part = async (join: string) => {
    const answer = await ask("DELETE", pathTo(apiPaths.taskJoin, { id: join }));
    setSaid(answer.ok ? "parted" : answer.failure);
    await queries.invalidateQueries();
  };
  return (
    <>
      {data && data.joins.length > 0 && (
        <section aria-label={words.joins}>
          <h3 className={styles.heading}>{words.joins}</h3>
          <ul>
            {data.joins.map((join) => (
              <li key={join.id} className={styles.joined}>
                <p className={styles.words}>{join.content}</p>
                <p className="small muted">
                  <Link href={places.document(join.document.id)}>
                    <DocumentName of={join.document} />
                  </Link>{" "}
                  · {join.ref} · {words.by(join.by, sayMoment(join.at, language))}
                  {join.because && (
                    <>
                      {" "}
                      · {words.because} <DocumentName of={join.because} />
                    </>
                  )}
                </p>
                {may && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => void part(join.id)}
                    data-screen-only
                  >
                    {words.part}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {said === "parted" && <p role="status">{words.parted}</p>}
      {said !== null && said !== "parted" && <FailureNote failure={said} />}
      {may && (
        <div data-screen-only>
          <Button size="compact-sm" variant="default" onClick={() => setJoining(true)}>
            {words.open}
          </Button>
        </div>
      )}
      {joining && <JoinTask id={id} onClose={() => setJoining(false)} />}
    </>
  );
}

/** Said where an address led to a task that was joined to the one that is shown. */
export function JoinedHere() {
  const words = useWords(joinWords);
  return (
    <p className={styles.note} role="note">
      {words.joinedHere}
    </p>
  );
}
