import type { DocumentAnswer, DocumentLink } from "../../contract/document.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import { documentWords } from "../../domain/language/web-documents.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import lists from "../read/Lists.module.css";
import styles from "./DocumentPlace.module.css";
import { useDocumentName } from "./document-name.tsx";

interface Shown {
  readonly document: DocumentAnswer;
}

/** The accepted tasks of the document, each leading to its page. */
export function Tasks({ document }: Shown) {
  const words = useWords(documentWords);
  const say = useNumber();
  if (document.tasks.length === 0) return <p className={styles.none}>{words.noTasks}</p>;
  return (
    <div className={styles.tasks}>
      <table className={lists.table} aria-label={words.tabs.tasks}>
        <thead>
          <tr>
            <th scope="col">{words.task}</th>
            <th scope="col">{words.lead}</th>
            <th scope="col">{words.time}</th>
          </tr>
        </thead>
        <tbody>
          {document.tasks.map((task) => (
            <tr key={task.id}>
              <td>
                <Link href={places.task(task.id)} className={styles.cut}>
                  {task.content}
                </Link>
                {task.general && <span className="small muted">{words.general} </span>}
                {task.unclear > 0 && <span className="small muted">{words.unclear(say(task.unclear))}</span>}
              </td>
              <td>{task.leads.join("; ")}</td>
              <td>{task.timeWords}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p data-screen-only>
        <Link href={places.tasks({ document: document.id })}>{words.inRegister}</Link>
      </p>
    </div>
  );
}

/** What the document cites; what is in the register opens. */
export function Cites({ document }: Shown) {
  const words = useWords(documentWords);
  if (document.cites.length === 0) return <p className={styles.none}>{words.noCites}</p>;
  return (
    <CitationTable
      label={words.tabs.cites}
      rows={document.cites.map(({ number, relation, asWritten, document: cited }) => ({
        number,
        relation,
        asWritten,
        cited,
      }))}
    />
  );
}

/** The documents of the register that cite this one. */
export function CitedBy({ document }: Shown) {
  const words = useWords(documentWords);
  const nameOf = useDocumentName();
  if (document.citedBy.length === 0) return <p className={styles.none}>{words.noCitedBy}</p>;
  return (
    <CitationTable
      label={words.tabs.citedBy}
      rows={document.citedBy.map(({ document: citing, relation, asWritten }) => ({
        number: nameOf(citing),
        relation,
        asWritten,
        cited: citing,
      }))}
    />
  );
}

function CitationTable(props: {
  readonly label: string;
  readonly rows: readonly {
    readonly number: string;
    readonly relation: keyof (typeof readWords)["vi"]["citations"]["relations"];
    readonly asWritten: string;
    readonly cited: DocumentLink | null;
  }[];
}) {
  const words = useWords(documentWords);
  const { relations } = useWords(readWords).citations;
  return (
    <div className={styles.tasks}>
      <table className={lists.table} aria-label={props.label}>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.relation}</th>
            <th scope="col">{words.asWritten}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, at) => (
            // One document may be cited twice in the same words, and the list never changes.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={at}>
              <td className={lists.short}>
                {row.cited ? (
                  <Link href={places.document(row.cited.id)} title={row.cited.subject ?? undefined}>
                    {row.number}
                  </Link>
                ) : (
                  <>
                    {row.number} <span className="small muted">{words.notInRegister}</span>
                  </>
                )}
              </td>
              <td className={lists.short}>{relations[row.relation]}</td>
              <td>{row.asWritten}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The files as they came; each can be taken out again, a scan also as a copy that can be searched. */
export function Files({ document }: Shown) {
  const say = useNumber();
  const words = useWords(documentWords);
  const wasScanned = document.notices.some(({ code }) => code === "recognisedPages");
  return (
    <ul className={styles.tasks}>
      {document.files.map((file) => (
        <li key={file.position}>
          <a href={pathTo(apiPaths.documentFile, { id: document.id, position: file.position })} download>
            {file.name}
          </a>{" "}
          <span className="small muted numbers">{say(Math.max(1, Math.round(file.size / 1000)))} kB</span>
          {wasScanned && (file.format === "pdf" || file.format === "picture") && (
            <>
              {" · "}
              <a
                href={pathTo(apiPaths.documentFileCopy, { id: document.id, position: file.position })}
                download
              >
                {words.searchableCopy}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
