import { Button } from "@mantine/core";
import type { LineageProposalAnswer } from "../../contract/lineage.ts";
import { type LineageWords, lineageWords } from "../../domain/language/web-lineage.ts";
import { sayDay } from "../day-words.ts";
import { useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./ProposedLinks.module.css";
import type { Linking } from "./use-linking.ts";

/** Links of the whole document under review: what it issues, by which paper that was submitted, what it tells of. */
export function DocumentLinks({ linking }: { linking: Linking }) {
  const words = useWords(lineageWords);
  if (linking.ofDocument.length === 0) return null;
  return (
    <details className={styles.whole} open={linking.ofDocument.length <= 2}>
      <summary>
        {words.documentTitle} · {linking.ofDocument.length}
      </summary>
      <ul>
        {linking.ofDocument.map((proposal) => (
          <li key={`${proposal.task.id} ${proposal.kind} ${proposal.paper?.number}`} className={styles.row}>
            <p className={styles.cut}>
              {sayWhole(proposal, words)}{" "}
              <Link href={places.task(proposal.task.id)}>{proposal.task.content}</Link>
              {proposal.said !== null && <span className="small muted"> “{proposal.said}”</span>}
            </p>
            <div className={styles.actions}>
              <Button size="compact-sm" onClick={() => linking.link(proposal, proposal.kind)}>
                {words.note}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => void linking.refuse(proposal)}>
                {words.refuse}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function sayWhole({ kind, paper }: LineageProposalAnswer, words: LineageWords): string {
  if (kind === "submission" && paper)
    return words.submission(paper.number, paper.date === null ? null : sayDay(paper.date));
  return kind === "issue" ? words.issue : words.report;
}
