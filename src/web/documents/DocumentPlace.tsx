import { Button, Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { DocumentAnswer } from "../../contract/document.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import { documentWords } from "../../domain/language/web-documents.ts";
import { ownPlanWords } from "../../domain/language/web-own-plans.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { Facts } from "../components/Facts.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Signatures } from "../components/Signatures.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { sayMoment } from "../day-words.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link, useGo, usePart, useQueryOf } from "../navigation.tsx";
import { places } from "../places.ts";
import { BalanceTab } from "../read/BalanceTab.tsx";
import { HeadFacts, HeadTitle } from "../read/HeadFacts.tsx";
import { DocumentLineage } from "./DocumentLineage.tsx";
import styles from "./DocumentPlace.module.css";
import { DocumentQuestions } from "./DocumentQuestions.tsx";
import { CitedBy, Cites, Files, Tasks } from "./DocumentTabs.tsx";
import { DocumentName } from "./document-name.tsx";
import { OwnPlan } from "./OwnPlan.tsx";

const names = ["tab"] as const;
const tabs = ["tasks", "cites", "citedBy", "files", "balance"] as const;
type Tab = (typeof tabs)[number];

/** One document: who issued it, how far its review is, its tasks, the documents it cites and that cite it, its files. */
export default function DocumentPlace() {
  const id = usePart("id");
  const document = useQuery({
    queryKey: ["document", id],
    queryFn: () => fetchAnswer<DocumentAnswer>(pathTo(apiPaths.document, { id })),
    staleTime: 0,
  });
  if (document.error instanceof FailureError)
    return <FailureNote failure={document.error.failure} onRetry={() => void document.refetch()} />;
  return document.data ? <Shown document={document.data} /> : <Waiting />;
}

function Shown({ document }: { document: DocumentAnswer }) {
  const words = useWords(documentWords);
  const say = useNumber();
  const go = useGo();
  const plans = useWords(ownPlanWords);
  const { balance } = document;
  return (
    <Page
      title={<HeadTitle head={document.head} />}
      line={document.head.subject ?? document.fileName}
      actions={
        <>
          {document.tasks.length > 0 && (
            <Button size="xs" variant="default" onClick={() => go(places.ownPlans(document.id))}>
              {plans.title}
            </Button>
          )}
          {balance.open > 0 ? (
            <Button size="xs" onClick={() => go(places.review(document.id))}>
              {words.review} · {say(balance.open)}
            </Button>
          ) : (
            balance.total > 0 && (
              <Button size="xs" variant="default" onClick={() => go(places.review(document.id))}>
                {words.review}
              </Button>
            )
          )}
        </>
      }
    >
      <HeadFacts head={document.head} />
      <Standing document={document} />
      <Signatures signatures={document.signatures} />
      <Notices document={document} />
      <p className="numbers">
        {words.balance(
          say(balance.total - balance.added - balance.fromSplit - balance.fromMerge),
          say(balance.accepted),
          say(balance.linked),
          say(balance.general),
          say(balance.dropped),
          say(balance.split + balance.merged),
          say(balance.open),
        )}{" "}
        <Link href={`${places.document(document.id)}?tab=balance`}>{words.tabs.balance}</Link>
      </p>
      <OwnPlan id={document.id} />
      <DocumentQuestions id={document.id} />
      <Parts document={document} />
      <DocumentLineage id={document.id} />
    </Page>
  );
}

function Standing({ document }: { document: DocumentAnswer }) {
  const words = useWords(documentWords);
  const { language } = useSpeech();
  const say = useNumber();
  const { balance, duplicateOf } = document;
  const facts = [
    {
      label: words.facts.imported,
      value: `${document.importedBy}, ${sayMoment(document.importedAt, language)}`,
    },
    {
      label: words.facts.reviewed,
      value: document.reviewedAt
        ? words.reviewDone(sayMoment(document.reviewedAt, language))
        : words.reviewing(say(balance.total - balance.open), say(balance.total)),
    },
    ...(duplicateOf
      ? [
          {
            label: words.facts.duplicateOf,
            value: (
              <Link href={places.document(duplicateOf.id)}>
                <DocumentName of={duplicateOf} />
              </Link>
            ),
          },
        ]
      : []),
  ];
  return <Facts facts={facts} />;
}

function Notices({ document }: { document: DocumentAnswer }) {
  const words = useWords(readWords);
  const say = useNumber();
  const counts = new Map<string, number>();
  for (const { code, count } of document.notices) counts.set(code, (counts.get(code) ?? 0) + count);
  // The signatures themselves say more.
  if (document.signatures.length > 0) counts.delete("digitalSignature");
  if (counts.size === 0) return null;
  return (
    <ul className="small muted">
      {[...counts].map(([code, count]) => (
        <li key={code}>{words.notices[code]?.(say(count)) ?? `${code} ${say(count)}`}</li>
      ))}
    </ul>
  );
}

function Parts({ document }: { document: DocumentAnswer }) {
  const words = useWords(documentWords).tabs;
  const say = useNumber();
  const go = useGo();
  const { tab } = useQueryOf(names);
  const shown: Tab = tabs.find((one) => one === tab) ?? "tasks";
  const counts: Readonly<Record<Tab, number | null>> = {
    tasks: document.tasks.length,
    cites: document.cites.length,
    citedBy: document.citedBy.length,
    files: document.files.length,
    balance: null,
  };
  const panels: Readonly<Record<Tab, ReactNode>> = {
    tasks: <Tasks document={document} />,
    cites: <Cites document={document} />,
    citedBy: <CitedBy document={document} />,
    files: <Files document={document} />,
    balance: <BalanceTab ledger={document.ledger} />,
  };
  return (
    <Tabs
      className={styles.parts}
      value={shown}
      keepMounted={false}
      onChange={(value) => go(`${places.document(document.id)}${value === "tasks" ? "" : `?tab=${value}`}`)}
    >
      <Tabs.List className={styles.tabs} data-screen-only>
        {tabs.map((one) => (
          <Tabs.Tab
            key={one}
            value={one}
            rightSection={
              counts[one] !== null && <span className="muted numbers">{say(counts[one] ?? 0)}</span>
            }
          >
            {words[one]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={shown} className={styles.panel}>
        {panels[shown]}
      </Tabs.Panel>
    </Tabs>
  );
}
