import { useState } from "react";
import { readWords } from "../../domain/language/web-read.ts";
import { Dialog } from "../components/Dialog.tsx";
import { Icon } from "../components/Icon.tsx";
import { KeysList } from "../components/KeysList.tsx";
import { useWords } from "../language.tsx";
import styles from "./KeysHelp.module.css";
import { useKeys } from "./use-keys.ts";

/** The keys for comparing, behind a button and behind "?". */
export function KeysHelp() {
  const words = useWords(readWords).keys;
  const [shown, setShown] = useState(false);
  useKeys({ "?": () => setShown(true) });
  const keys: readonly (readonly [keys: readonly string[], what: string])[] = [
    [["J", "↓"], words.next],
    [["K", "↑"], words.previous],
    [["←", "→"], words.cells],
    [["D"], words.doubtful],
    [["V"], words.source],
    [["?"], words.help],
  ];
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={words.button}
        title={words.button}
        onClick={() => setShown(true)}
      >
        <Icon name="keys" />
      </button>
      {shown && (
        <Dialog title={words.title} onClose={() => setShown(false)}>
          <KeysList keys={keys} />
        </Dialog>
      )}
    </>
  );
}
