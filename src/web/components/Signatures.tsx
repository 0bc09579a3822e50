import type { FileSignatureAnswer } from "../../contract/read.ts";
import { type SignatureStanding, saySignature } from "../../domain/document/signature-words.ts";
import { useSpeech } from "../language.tsx";
import { Icon, type IconName } from "./Icon.tsx";
import styles from "./Signatures.module.css";

const icons: Readonly<Record<SignatureStanding, IconName>> = {
  valid: "check",
  wholeOnly: "unclear",
  certificateInvalid: "warning",
  changed: "warning",
  cannotJudge: "question",
};

/** Digital signatures as facts in plain words: who, when, whole or changed, and why. `brief` leaves the reasons out. */
export function Signatures(props: {
  readonly signatures: readonly FileSignatureAnswer[];
  readonly brief?: boolean;
}) {
  const { language } = useSpeech();
  if (props.signatures.length === 0) return null;
  return (
    <ul className={styles.list}>
      {props.signatures.map((signature) => {
        const { headline, standing, verdict, details } = saySignature(signature, language);
        return (
          <li key={`${signature.file} ${signature.number}`}>
            {headline}:{" "}
            <span className={styles[standing]}>
              <Icon name={icons[standing]} size={14} /> {verdict}
            </span>
            {!props.brief && <p className={styles.details}>{details.join(" ")}</p>}
          </li>
        );
      })}
    </ul>
  );
}
