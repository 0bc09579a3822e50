import { useQuery } from "@tanstack/react-query";
import type { CallReviewAnswer } from "../../contract/call-review.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { RecordAnswer } from "../../contract/record.ts";
import { writeWhere } from "../../domain/cooperation/record-query.ts";
import { reviewOutcomes } from "../../domain/cooperation/records/investment.ts";
import { callReviewWords } from "../../domain/language/web-call-reviews.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { PlainTable } from "../components/PlainTable.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./Records.module.css";

/** What a review made of the projects calling for investment, and the list as it stood afterwards. */
export default function CallReviewPart({ record }: { readonly record: RecordAnswer }) {
  const words = useWords(callReviewWords);
  const say = useNumber();
  const { language } = useSpeech();
  const review = useQuery({
    queryKey: ["records", "call-reviews", record.id, "list"],
    queryFn: () => fetchAnswer<CallReviewAnswer>(pathTo(apiPaths.callReview, { id: record.id })),
    staleTime: 1000,
  });
  if (review.error instanceof FailureError)
    return <FailureNote failure={review.error.failure} onRetry={() => void review.refetch()} />;
  if (!review.data) return <Waiting />;
  const { outcomes, listed } = review.data;
  const said = (key: string) => reviewOutcomes.find((one) => one.key === key)?.[language] ?? key;
  const items = (outcome: string) =>
    places.records("call-review-items", {
      where: writeWhere({ review: [record.id], outcome: [outcome] }),
    });
  return (
    <section aria-labelledby="review-title" className={styles.group}>
      <h2 id="review-title" className="subtitle">
        {words.results}
      </h2>
      {outcomes.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <p>
          {outcomes.map(({ outcome, count }, at) => (
            <span key={outcome}>
              {at > 0 && " · "}
              <Link href={items(outcome)}>{`${said(outcome)}: ${say(count)}`}</Link>
            </span>
          ))}
        </p>
      )}
      <h2 className="subtitle">{words.list(say(listed.length))}</h2>
      {listed.length > 0 && (
        <PlainTable stacks heads={[words.project, words.since].map((title) => ({ title }))}>
          {listed.map(({ id, title, outcome, review: last }) => (
            <tr key={id}>
              <td>
                <Link href={places.record("calls", id)} className={styles.name}>
                  {title}
                </Link>
              </td>
              <td className="small">
                {said(outcome)} · <Link href={places.record("call-reviews", last.id)}>{last.title}</Link>,{" "}
                {sayDay(last.on)}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </section>
  );
}
