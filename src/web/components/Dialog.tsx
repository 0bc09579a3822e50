import { type ReactNode, useEffect, useId, useRef } from "react";
import { frameWords } from "../../domain/language/web-frame.ts";
import { useWords } from "../language.tsx";
import styles from "./Dialog.module.css";
import { Icon } from "./Icon.tsx";

/** A window over the page while it is shown; Escape, the cross and `onClose` put it away. */
export function Dialog(props: {
  readonly title: string;
  readonly wide?: boolean;
  /** Stands at the top, where it stays while what is in it changes its height; on a phone it has the whole screen. */
  readonly high?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const words = useWords(frameWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    // A field that asks for the focus gets it, not the cross, which stands first.
    element?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-wide={props.wide || undefined}
      data-high={props.high || undefined}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={title} className="subtitle">
          {props.title}
        </h2>
        <button type="button" className={styles.close} aria-label={words.close} onClick={props.onClose}>
          <Icon name="close" />
        </button>
      </div>
      {props.children}
    </dialog>
  );
}
