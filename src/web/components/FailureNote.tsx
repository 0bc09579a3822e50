import { Button } from "@mantine/core";
import type { Failure } from "../../domain/basics/result.ts";
import { sayFailure } from "../../domain/language/failures.ts";
import { frameWords } from "../../domain/language/web-frame.ts";
import { useSpeech, useWords } from "../language.tsx";
import styles from "./FailureNote.module.css";
import { Icon } from "./Icon.tsx";

/** What went wrong, where, what to do, and the code to tell the administrator. */
export function FailureNote({ failure, onRetry }: { failure: Failure; onRetry?: () => void }) {
  const { language } = useSpeech();
  const words = useWords(frameWords);
  return (
    <div className={styles.note} role="alert">
      <span className={styles.icon}>
        <Icon name="warning" />
      </span>
      <div>
        <p>{sayFailure(failure, language)}</p>
        <p className="small muted">{words.code(failure.code)}</p>
      </div>
      {onRetry && (
        <Button variant="default" size="compact-sm" onClick={onRetry}>
          {words.retry}
        </Button>
      )}
    </div>
  );
}
