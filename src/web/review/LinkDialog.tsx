import { Button } from "@mantine/core";
import { lineageWords } from "../../domain/language/web-lineage.ts";
import { Dialog } from "../components/Dialog.tsx";
import { useWords } from "../language.tsx";
import styles from "./ProposedLinks.module.css";
import type { Linking } from "./use-linking.ts";

/** Asks before a link changes the words of a task or withdraws it. */
export function LinkDialog({ linking }: { linking: Linking }) {
  const words = useWords(lineageWords);
  const { asked } = linking;
  if (!asked) return null;
  const content = linking.words(asked.proposal.finding);
  if (asked.kind === "withdraws")
    return (
      <Dialog title={words.withdrawTitle} onClose={linking.close}>
        <div className={styles.choices}>
          <p className={styles.words}>{asked.proposal.task.content}</p>
          <p className="muted">{words.withdrawText}</p>
          <div className={styles.actions}>
            <Button size="xs" autoFocus data-autofocus onClick={() => linking.confirm({ withdraw: true })}>
              {words.withdraw}
            </Button>
            <Button size="xs" variant="default" onClick={() => linking.confirm({})}>
              {words.keepTask}
            </Button>
          </div>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={words.amendTitle} wide onClose={linking.close}>
      <div className={styles.choices}>
        <p className="muted">{words.amendText}</p>
        <div className={styles.pair}>
          <div>
            <p className="small muted">{words.here}</p>
            <p className={styles.words}>{content}</p>
          </div>
          <div>
            <p className="small muted">{words.earlier}</p>
            <p className={styles.words}>{asked.proposal.task.content}</p>
          </div>
        </div>
        <div className={styles.actions}>
          <Button size="xs" autoFocus data-autofocus onClick={() => linking.confirm({ content })}>
            {words.newWords}
          </Button>
          <Button size="xs" variant="default" onClick={() => linking.confirm({})}>
            {words.keepWords}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
