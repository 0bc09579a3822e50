import type { RecordAnswer } from "../../../contract/record.ts";
import { agreementTextWords } from "../../../domain/language/web-agreement-texts.ts";
import { FailureError } from "../../api.ts";
import { FailureNote } from "../../components/FailureNote.tsx";
import { Waiting } from "../../components/Waiting.tsx";
import { useWords } from "../../language.tsx";
import { Link } from "../../navigation.tsx";
import { places } from "../../places.ts";
import { useMay } from "../../session.ts";
import { AgreementClauses } from "./AgreementClauses.tsx";
import { AgreementEvaluations } from "./AgreementEvaluations.tsx";
import { AgreementLife } from "./AgreementLife.tsx";
import { useAgreement } from "./use-agreement.ts";

/** What the page of an agreement has beside its facts: its life, its clauses and its yearly evaluations. */
export default function AgreementPart({ record }: { readonly record: RecordAnswer }) {
  const { id, links, values } = record;
  const words = useWords(agreementTextWords);
  const life = useAgreement(id);
  const mayFollow = useMay("review-findings");
  if (life.error instanceof FailureError)
    return <FailureNote failure={life.error.failure} onRetry={() => void life.refetch()} />;
  if (!life.data) return <Waiting />;
  // Documents that the person may not see have no name here.
  const texts = (links.documents ?? []).flatMap((text) =>
    text.name === null ? [] : [{ id: text.id, name: text.name }],
  );
  const fields = Array.isArray(values.fields) ? values.fields.map(String) : [];
  return (
    <>
      <AgreementLife id={id} life={life.data} />
      <p data-screen-only>
        <Link href={places.agreementTexts(id)}>{words.open}</Link>
      </p>
      <AgreementClauses {...{ id, life: life.data, texts, mayFollow }} />
      <AgreementEvaluations {...{ id, life: life.data, fields }} />
    </>
  );
}
