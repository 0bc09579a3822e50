import { useMemo } from "react";
import type { ListedLogEntryAnswer } from "../../contract/log.ts";
import { logWords } from "../../domain/language/web-log.ts";
import { peopleWords } from "../../domain/language/web-people.ts";
import { Icon, type IconName } from "../components/Icon.tsx";
import listStyles from "../components/List.module.css";
import type { RegisterColumn } from "../components/Register.tsx";
import { sayMoment } from "../day-words.ts";
import { useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { actOf, placeOf, thingOf, whoOf } from "./entry-words.ts";
import styles from "./LogPlace.module.css";

export type LogColumn = "at" | "kind" | "act" | "who" | "thing" | "address";

const pictures: Readonly<Record<ListedLogEntryAnswer["kind"], IconName>> = {
  change: "past",
  signIn: "person",
  refusal: "rejected",
  export: "download",
  view: "source",
};

/** When, what kind, what was done, by whom, to what, from where. */
export function useLogColumns(): readonly RegisterColumn<ListedLogEntryAnswer, LogColumn>[] {
  const words = useWords(logWords);
  const rights = useWords(peopleWords).actions;
  const { language } = useSpeech();
  return useMemo(
    () => [
      {
        key: "at",
        title: words.columns.at,
        track: "172px",
        cell: ({ at }) => <time dateTime={at}>{sayMoment(at, language, "second")}</time>,
      },
      {
        key: "act",
        title: words.columns.what,
        track: "minmax(0, 1.2fr)",
        cell: (entry) => actOf(entry, words, rights),
      },
      {
        key: "kind",
        title: words.kind,
        track: "128px",
        cell: ({ kind }) => (
          <span className={styles.kind} data-kind={kind}>
            <Icon name={pictures[kind]} size={14} /> {words.kinds[kind]}
          </span>
        ),
      },
      {
        key: "who",
        title: words.columns.whoName,
        track: "minmax(0, 0.8fr)",
        cell: (entry) => whoOf(entry, words),
      },
      {
        key: "thing",
        title: words.columns.subject,
        track: "minmax(0, 1.5fr)",
        cell: (entry) => <Thing entry={entry} />,
      },
      {
        key: "address",
        title: words.columns.address,
        track: "120px",
        cell: ({ address }) => <span className="muted">{address}</span>,
      },
    ],
    [words, rights, language],
  );
}

/** The thing that an entry concerns, as a link where it can be shown. */
export function Thing({ entry }: { entry: ListedLogEntryAnswer }) {
  const words = useWords(logWords);
  const rights = useWords(peopleWords).actions;
  const { kind, name } = thingOf(entry, words, rights);
  const place = placeOf(entry);
  const named = name ?? (place === null ? null : kind);
  return (
    <span className={listStyles.cut}>
      {name !== null && <span className="muted">{kind}: </span>}
      {place !== null && named !== null ? <Link href={place}>{named}</Link> : (named ?? kind)}
    </span>
  );
}
