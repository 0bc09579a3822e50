import { useQuery } from "@tanstack/react-query";
import type { DocumentTiesAnswer } from "../../contract/lineage.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import { lineageWords } from "../../domain/language/web-lineage.ts";
import { fetchAnswer } from "../api.ts";
import { sayDay } from "../day-words.ts";
import { useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./DocumentQuestions.module.css";
import { DocumentName } from "./document-name.tsx";

/** What the document does to tasks of others, and what later documents do to its own; nothing where there is none. */
export function DocumentLineage({ id }: { id: string }) {
  const words = useWords(lineageWords);
  const { data } = useQuery({
    queryKey: ["ties", id],
    queryFn: () => fetchAnswer<DocumentTiesAnswer>(pathTo(apiPaths.documentTies, { id })),
  });
  if (!data) return null;
  return (
    <>
      <Ties title={words.goesBack} ties={data.goesBack} />
      <Ties title={words.goesOn} ties={data.goesOn} />
    </>
  );
}

function Ties({ title, ties }: { title: string; ties: DocumentTiesAnswer["goesOn"] }) {
  const words = useWords(lineageWords);
  if (ties.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="subtitle">
        {words.title}: {title}
      </h2>
      <ul>
        {ties.map((tie) => (
          <li key={`${tie.task} ${tie.kind} ${tie.document.id}`} className={styles.question}>
            <p>
              <strong>{words.kinds[tie.kind]}</strong> ·{" "}
              <Link href={places.document(tie.document.id)}>
                <DocumentName of={tie.document} />
              </Link>
              {tie.givenOn !== null && ` · ${sayDay(tie.givenOn)}`}
              {tie.dueOn !== null && ` · ${words.due(sayDay(tie.dueOn))}`}
            </p>
            <p className={styles.words}>
              <Link href={places.task(tie.task)}>{tie.content}</Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
