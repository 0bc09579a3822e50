import { useRef } from "react";
import { frameWords } from "../../domain/language/web-frame.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { Icon } from "../components/Icon.tsx";
import { useWords } from "../language.tsx";
import styles from "./KeysHelp.module.css";
import { useKeys } from "./use-keys.ts";

/** The keys for comparing, behind a button and behind "?". */
export function KeysHelp() {
  const words = useWords(readWords).keys;
  const close = useWords(frameWords).close;
  const dialog = useRef<HTMLDialogElement>(null);
  useKeys({ "?": () => dialog.current?.showModal() });
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
        onClick={() => dialog.current?.showModal()}
      >
        <Icon name="keys" />
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="keys-title">
        <header>
          <h2 id="keys-title" className="subtitle">
            {words.title}
          </h2>
          <button
            type="button"
            className={styles.button}
            aria-label={close}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </header>
        <dl>
          {keys.map(([names, what]) => (
            <div key={what}>
              <dt>
                {names.map((name) => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </dialog>
    </>
  );
}
