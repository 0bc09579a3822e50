import { useMemo } from "react";
import type { FindingAnswer } from "../../contract/review.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { reviewWords } from "../../domain/language/web-review.ts";
import { Register } from "../components/Register.tsx";
import { useSpeech, useWords } from "../language.tsx";
import { FindingDetail } from "./FindingDetail.tsx";
import { FindingForm } from "./FindingForm.tsx";
import { findingColumns } from "./finding-columns.tsx";
import { editOf, fieldsOf } from "./finding-fields.ts";
import { ProposedLinks } from "./ProposedLinks.tsx";
import styles from "./ReviewPlace.module.css";
import { SplitForm } from "./SplitForm.tsx";
import { draftKey } from "./use-draft.ts";
import type { Linking } from "./use-linking.ts";
import type { Review } from "./use-review.ts";
import type { ReviewDesk } from "./use-review-desk.ts";

/** The rows in the order of review; below the chosen one its remarks and actions, or the form it is edited in. */
export function ReviewList(props: {
  readonly id: string;
  readonly review: Review;
  readonly desk: ReviewDesk;
  readonly linking: Linking;
}) {
  const { review, desk } = props;
  const words = useWords(reviewWords);
  const read = useWords(readWords);
  const { language } = useSpeech();
  const { marked, drafts } = desk;
  const isForm = desk.form?.kind === "edit" || desk.form?.kind === "split";
  const unfolded = isForm ? null : (desk.chosen?.column ?? null);
  const findings = review.findings.data?.findings;
  const rows = useMemo(() => {
    const byId = new Map(findings?.map((one) => [one.id, one]));
    return review.order.flatMap((id) => {
      const item = byId.get(id);
      return item ? [{ kind: "item", key: id, item } as const] : [];
    });
  }, [findings, review.order]);
  const columns = useMemo(
    () => findingColumns(words, read, language, { marked, drafts, unfolded }),
    [words, read, language, marked, drafts, unfolded],
  );
  return (
    <div className={styles.list}>
      <Register
        label={words.list}
        columns={columns}
        rows={rows}
        chosen={desk.chosen}
        onChoose={desk.setChosen}
        detail={(finding) => <Below {...props} finding={finding} />}
      />
    </div>
  );
}

function Below(props: {
  readonly id: string;
  readonly review: Review;
  readonly desk: ReviewDesk;
  readonly linking: Linking;
  readonly finding: FindingAnswer;
}) {
  const { id, review, desk, finding } = props;
  const words = useWords(reviewWords);
  const close = () => desk.setForm(null);
  const { form } = desk;
  if (form?.kind === "edit" && form.id === finding.id && finding.decision === null) {
    const initial = fieldsOf(finding.task);
    return (
      <FindingForm
        key={finding.id}
        draft={draftKey.edit(id, finding.id)}
        version={finding.version}
        initial={initial}
        saveLabel={words.save}
        onClose={close}
        onSave={async (fields) => {
          const edit = editOf(initial, fields);
          return Object.keys(edit).length === 0 || (await review.edit(finding.id, edit)) !== null;
        }}
      />
    );
  }
  if (form?.kind === "split" && form.id === finding.id && finding.decision === null)
    return (
      <SplitForm
        key={finding.id}
        draft={draftKey.split(id, finding.id)}
        finding={finding}
        onClose={close}
        onSave={async (parts) => {
          const answer = await review.split(finding.id, parts);
          if (answer) desk.setDone({ what: "split", ids: [finding.id] });
          return answer !== null;
        }}
      />
    );
  return (
    <>
      <FindingDetail
        finding={finding}
        actions={desk}
        onTargets={(targets) => void review.edit(finding.id, { targets: [...targets] })}
      />
      <ProposedLinks finding={finding} linking={props.linking} />
    </>
  );
}
