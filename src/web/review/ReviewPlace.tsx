import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { use, useMemo, useState } from "react";
import type { SourceAnswer } from "../../contract/document.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { FindingAnswer, FindingsAnswer } from "../../contract/review.ts";
import { reviewWords } from "../../domain/language/web-review.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useDocumentName } from "../documents/document-name.tsx";
import { draftsBack } from "../drafts.ts";
import { useWords } from "../language.tsx";
import { Link, usePart } from "../navigation.tsx";
import { places } from "../places.ts";
import { SourceView } from "../read/SourceView.tsx";
import { indexSource, type Light, lightWords, regionOf, type SourceIndex } from "../read/source-index.ts";
import { type TaskField, wordsOfField } from "../read/task-view.ts";
import { useKeys } from "../read/use-keys.ts";
import { DocumentLinks } from "./DocumentLinks.tsx";
import { LinkDialog } from "./LinkDialog.tsx";
import { LostNote, lightOfLost, useLostPart } from "./LostPart.tsx";
import { ReviewBar } from "./ReviewBar.tsx";
import { ReviewDialogs } from "./ReviewDialogs.tsx";
import { ReviewList } from "./ReviewList.tsx";
import styles from "./ReviewPlace.module.css";
import { useLineage } from "./use-lineage.ts";
import { useLinking } from "./use-linking.ts";
import { useReview } from "./use-review.ts";
import { deskKeys, useReviewDesk } from "./use-review-desk.ts";

/** Review of one document: the source on the left with the place lit, what was read on the right, doubtful first. */
export default function ReviewPlace() {
  const id = usePart("id");
  return <OneReview id={id} key={id} />;
}

function OneReview({ id }: { id: string }) {
  use(draftsBack);
  const review = useReview(id);
  const source = useQuery({
    queryKey: ["source", id],
    queryFn: () => fetchAnswer<SourceAnswer>(pathTo(apiPaths.documentSource, { id })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { findings } = review;
  const failed = findings.error ?? source.error;
  if (failed instanceof FailureError && !findings.data)
    return (
      <FailureNote
        failure={failed.failure}
        onRetry={() => void Promise.all([findings.refetch(), source.refetch()])}
      />
    );
  if (!findings.data || !source.data || review.order.length === 0) {
    if (findings.data?.findings.length === 0 && source.data)
      return <Desk id={id} review={review} answer={findings.data} source={source.data} />;
    return <Waiting />;
  }
  return <Desk id={id} review={review} answer={findings.data} source={source.data} />;
}

function Desk(props: {
  readonly id: string;
  readonly review: ReturnType<typeof useReview>;
  readonly answer: FindingsAnswer;
  readonly source: SourceAnswer;
}) {
  const { id, review, answer } = props;
  const words = useWords(reviewWords);
  const onPhone = useMediaQuery("(max-width: 720px)") ?? false;
  const desk = useReviewDesk(id, review, answer.findings);
  const linking = useLinking(review, desk, useLineage(id));
  const [withSource, setWithSource] = useState(true);
  const index = useMemo(() => indexSource(props.source.source), [props.source.source]);
  const asked = useLostPart(id);
  const [chosenFirst] = useState(desk.chosen);
  // It stays lit until the person goes on to a row.
  const lost = desk.chosen === chosenFirst ? asked : null;
  const light = useMemo(
    () => (lost ? lightOfLost(index, lost) : lightOf(index, desk.current, desk.chosen?.column ?? "content")),
    [index, lost, desk.current, desk.chosen?.column],
  );
  useKeys({ ...deskKeys(desk), l: linking.linkFirst, v: () => setWithSource((now) => !now) });
  const name = useDocumentName()(answer.document);
  // On a phone there is room for one of the two.
  const sourceOnly = onPhone && (!withSource || lost !== null);
  return (
    <Page title={words.title(name)} line={<Link href={places.document(id)}>{words.toDocument}</Link>} fills>
      <ReviewBar
        answer={answer}
        saving={review.saving}
        onAcceptClear={desk.acceptClear}
        steps={linking.steps}
        onTieAll={() => void linking.tieAll()}
        onAdd={desk.add}
        onMerge={desk.merge}
        onKeys={desk.showKeys}
        withSource={onPhone ? !withSource : withSource}
        onSource={() => setWithSource((now) => !now)}
        marked={desk.marked.size}
      />
      {review.failure && <FailureNote failure={review.failure} onRetry={review.forget} />}
      {linking.failure && <FailureNote failure={linking.failure} />}
      <AllDone answer={answer} />
      <DocumentLinks linking={linking} />
      {lost && <LostNote part={lost} />}
      {answer.findings.length === 0 && lost === null ? (
        <EmptyState title={words.nothing}>
          <p>{words.nothingText}</p>
        </EmptyState>
      ) : (
        <div className={styles.halves} data-beside={(withSource && !onPhone) || undefined}>
          {((withSource && !onPhone) || sourceOnly) && (
            <div className={styles.half} data-screen-only>
              <SourceView index={index} light={light} />
            </div>
          )}
          {!sourceOnly && <ReviewList id={id} review={review} desk={desk} linking={linking} />}
        </div>
      )}
      <ReviewDialogs id={id} review={review} desk={desk} />
      <LinkDialog linking={linking} />
    </Page>
  );
}

function AllDone({ answer }: { answer: FindingsAnswer }) {
  const words = useWords(reviewWords);
  const isOver = answer.findings.length > 0 && answer.findings.every((one) => one.decision !== null);
  if (!isOver) return null;
  return (
    <p className={styles.over} role="status">
      {words.allDone} <Link href={places.tasks({ document: answer.document.id })}>{words.openTasks}</Link>
    </p>
  );
}

function lightOf(index: SourceIndex, finding: FindingAnswer | null, column: TaskField): Light | null {
  // What a person wrote stands nowhere; what he took from what the reading left out does.
  if (!finding || (finding.origin === "added" && finding.read.sources.length === 0)) return null;
  // The source has the words that were read, whatever a person made of them.
  const region = regionOf(index, finding.read);
  return { region, words: lightWords(index, region, wordsOfField(finding.read, column)) };
}
