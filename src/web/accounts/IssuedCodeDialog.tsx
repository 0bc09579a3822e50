import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { IssuedCode } from "../../contract/account.ts";
import { codeLink } from "../../contract/paths.ts";
import { ownAccountWords } from "../../domain/language/web-own-account.ts";
import { Dialog } from "../components/Dialog.tsx";
import { sayMoment } from "../day-words.ts";
import { useSpeech, useWords } from "../language.tsx";
import styles from "./Account.module.css";

/** A code for one use, shown this once: to be printed or handed over. On paper it stands alone. */
export function IssuedCodeDialog(props: {
  readonly title: string;
  readonly place: "invitation" | "recovery";
  readonly made: Pick<IssuedCode, "code" | "expiresAt">;
  readonly onEnd: () => void;
  readonly children?: ReactNode;
}) {
  const words = useWords(ownAccountWords).issued;
  const { language } = useSpeech();
  const { code, expiresAt } = props.made;
  return (
    <Dialog title={props.title} onClose={props.onEnd}>
      <div className={styles.fields}>
        {props.children}
        <p>
          <span className="small muted">{words.code}</span>
          <br />
          <span className={styles.code}>{code}</span>
        </p>
        <p>
          <span className="small muted">{words.link}</span>
          <br />
          <span className={styles.secret}>{codeLink(window.location.origin, props.place, code)}</span>
        </p>
        <p>{words.until(sayMoment(expiresAt, language))}</p>
        <Button data-screen-only onClick={() => window.print()}>
          {words.print}
        </Button>
        <Button data-screen-only variant="default" onClick={props.onEnd}>
          {words.done}
        </Button>
      </div>
    </Dialog>
  );
}
