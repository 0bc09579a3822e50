import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { AgreementTextAnswer, AgreementTextsAnswer } from "../../../contract/agreement-text.ts";
import { beginningOf, type ParallelRow } from "../../../domain/cooperation/agreement/parallel-text.ts";
import { agreementTextWords } from "../../../domain/language/web-agreement-texts.ts";
import { FailureError } from "../../api.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { Page } from "../../components/Page.tsx";
import { Waiting } from "../../components/Waiting.tsx";
import { useNumber, useWords } from "../../language.tsx";
import { Link, useGo, usePart, useQueryOf } from "../../navigation.tsx";
import { places } from "../../places.ts";
import styles from "./Agreement.module.css";
import { ClauseDialog } from "./AgreementClauses.tsx";
import { ParallelTexts } from "./ParallelTexts.tsx";
import { TextDialog } from "./TextDialog.tsx";
import { useTexts, useTextWriting } from "./use-texts.ts";

/** The texts of an agreement in the languages in which it was signed, two of them held side by side. */
export default function AgreementTextsPlace() {
  const id = usePart("id");
  const words = useWords(agreementTextWords);
  const say = useNumber();
  const texts = useTexts(id);
  const [edited, setEdited] = useState<AgreementTextAnswer | "new" | null>(null);
  const { data } = texts;
  if (texts.error instanceof FailureError)
    return <FailureNote failure={texts.error.failure} onRetry={() => void texts.refetch()} />;
  if (!data) return <Waiting />;
  const add = data.mayEdit && (
    <Button size="xs" onClick={() => setEdited("new")}>
      {words.add}
    </Button>
  );
  return (
    <Page
      title={words.title}
      line={
        <>
          <Link href={places.record("agreements", id)}>{data.title}</Link> ·{" "}
          {words.line(say(data.texts.length))}
        </>
      }
      actions={
        data.texts.length > 0 && (
          <>
            {add}
            <Button size="xs" variant="default" onClick={() => window.print()}>
              {words.print}
            </Button>
          </>
        )
      }
    >
      {data.texts.length === 0 ? (
        <EmptyState title={words.none} {...(add && { action: add })}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <HeldTexts id={id} answer={data} onEdit={setEdited} />
      )}
      {edited && (
        <TextDialog
          id={id}
          answer={data}
          text={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Page>
  );
}

/** Which texts stand beside each other, and they themselves. */
function HeldTexts(props: {
  readonly id: string;
  readonly answer: AgreementTextsAnswer;
  readonly onEdit: (text: AgreementTextAnswer) => void;
}) {
  const { id, answer } = props;
  const { texts, mayEdit } = answer;
  const words = useWords(agreementTextWords);
  const [clause, setClause] = useState<{ readonly label: string; readonly content: string } | null>(null);
  const [isKept, setKept] = useState(false);
  const asked = useQueryOf(["left", "right"]);
  const left = texts.find(({ language }) => language === asked.left) ?? texts[0];
  const others = texts.filter((one) => one !== left);
  const right = others.find(({ language }) => language === asked.right) ?? others[0] ?? null;
  if (!left) return null;
  const keep = (row: ParallelRow) => {
    setKept(false);
    setClause(clauseOf(row, { left, right, words }));
  };
  return (
    <section className={styles.section}>
      <TextList {...props} />
      {texts.length > 2 && right && <Choices {...{ id, texts, left, right }} />}
      {isKept && <p role="status">{words.clauseDone}</p>}
      {[left, ...(right ? [right] : [])].some(({ paragraphs }) => paragraphs === null) && (
        <p className="muted">{words.hidden}</p>
      )}
      <ParallelTexts {...{ left, right }} onClause={mayEdit ? keep : null} />
      {clause && (
        <ClauseDialog
          id={id}
          clause={null}
          initial={clause}
          onClose={(written) => {
            setClause(null);
            setKept(written);
          }}
        />
      )}
    </section>
  );
}

/** A paragraph as a clause: its words, under the article and its part as the paper counts. */
function clauseOf(
  row: ParallelRow,
  {
    left,
    right,
    words,
  }: {
    readonly left: AgreementTextAnswer;
    readonly right: AgreementTextAnswer | null;
    readonly words: (typeof agreementTextWords)["vi"];
  },
): { readonly label: string; readonly content: string } {
  const content = row.left ?? row.right ?? "";
  const { kind } = beginningOf(content, (row.left === null && right ? right : left).language);
  const mark = /^[^\s.)]+/.exec(content)?.[0] ?? "";
  const part = kind === "number" || kind === "letter" ? [words.parts[kind](mark)] : [];
  return {
    label: [...(row.article === 0 ? [] : [words.article(String(row.article))]), ...part].join(" "),
    content,
  };
}

/** The texts that there are, each with what it is and where it comes from. */
function TextList(props: {
  readonly id: string;
  readonly answer: AgreementTextsAnswer;
  readonly onEdit: (text: AgreementTextAnswer) => void;
}) {
  const { id, answer, onEdit } = props;
  const { texts, mayEdit } = answer;
  const words = useWords(agreementTextWords);
  const { busy, failure, write } = useTextWriting(id);
  const all = texts.length > 1 && texts.every(({ isAuthentic }) => isAuthentic);
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      <ul className={styles.list}>
        {texts.map((text) => {
          const name = words.languages[text.language];
          return (
            <li key={text.language} className={styles.action}>
              <strong>{name}</strong>
              <span>{text.isAuthentic ? words.authentic : words.notAuthentic}</span>
              {text.document?.name && (
                <Link href={places.document(text.document.id)}>{text.document.name}</Link>
              )}
              {mayEdit && (
                <span className={styles.buttons} data-screen-only>
                  <button
                    type="button"
                    className="link-button"
                    aria-label={words.editOf(name)}
                    onClick={() => onEdit(text)}
                  >
                    {words.edit}
                  </button>
                  <button
                    type="button"
                    className="link-button"
                    aria-label={words.dropOf(name)}
                    disabled={busy}
                    onClick={() => void write(text.language, null)}
                  >
                    {words.drop}
                  </button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {all && <p className="small muted">{words.allAuthentic}</p>}
      {texts.length === 1 && <p className="small muted">{words.one}</p>}
    </>
  );
}

/** Which two of several texts stand beside each other. */
function Choices(props: {
  readonly id: string;
  readonly texts: readonly AgreementTextAnswer[];
  readonly left: AgreementTextAnswer;
  readonly right: AgreementTextAnswer;
}) {
  const { id, texts, left, right } = props;
  const words = useWords(agreementTextWords);
  const go = useGo();
  const choose = (side: "left" | "right") => (
    <NativeSelect
      size="xs"
      label={words[side]}
      value={(side === "left" ? left : right).language}
      data={texts
        .filter((one) => one !== (side === "left" ? right : left))
        .map(({ language }) => ({ value: language, label: words.languages[language] }))}
      onChange={({ currentTarget: { value } }) =>
        go(places.agreementTexts(id, { left: left.language, right: right.language, [side]: value }))
      }
    />
  );
  return (
    <div className={styles.buttons} data-screen-only>
      {choose("left")}
      {choose("right")}
    </div>
  );
}
