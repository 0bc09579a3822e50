import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { apiPaths } from "../../contract/paths.ts";
import type { MeetingAnswer } from "../../contract/urging.ts";
import { urgingWords } from "../../domain/language/web-urging.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import styles from "./Letters.module.css";
import { UrgedTable } from "./UrgedTable.tsx";
import { UrgingWays } from "./UrgingWays.tsx";

/** The late duties for the chair's meeting, by unit; printed, or taken along as .docx. */
export default function MeetingPlace() {
  const words = useWords(urgingWords);
  const say = useNumber();
  const meeting = useQuery({
    queryKey: ["duties", "meeting"],
    queryFn: () => fetchAnswer<MeetingAnswer>(apiPaths.urgingMeeting),
    staleTime: 0,
  });
  const { data } = meeting;
  const items = data?.items ?? [];
  const units = [...Map.groupBy(items, ({ unit }) => unit.id).values()];
  return (
    <Page
      title={words.meetingTitle}
      line={data && words.meetingLine(say(items.length), sayDay(data.today))}
      actions={
        items.length > 0 && (
          <>
            <Button size="xs" component="a" href={apiPaths.urgingMeetingFile} download>
              {words.docx}
            </Button>
            <Button size="xs" variant="default" onClick={() => window.print()}>
              {words.print}
            </Button>
          </>
        )
      }
    >
      <UrgingWays here="meeting" />
      {meeting.error instanceof FailureError ? (
        <FailureNote failure={meeting.error.failure} onRetry={() => void meeting.refetch()} />
      ) : !data ? (
        <Waiting />
      ) : items.length === 0 ? (
        <EmptyState title={words.meetingNone}>
          <p>{words.meetingNoneText}</p>
        </EmptyState>
      ) : (
        units.map((some) => (
          <section key={some[0]?.unit.id} className={styles.letter} aria-label={some[0]?.unit.name}>
            <h2 className="subtitle">{some[0]?.unit.name}</h2>
            <UrgedTable items={some} />
          </section>
        ))
      )}
    </Page>
  );
}
