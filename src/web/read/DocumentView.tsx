import { Tabs } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMemo, useState } from "react";
import type { CitationAnswer, ReadDocumentAnswer } from "../../contract/read.ts";
import { rejectionsOf } from "../../domain/basics/ledger.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { Balance } from "../components/Balance.tsx";
import { Doubt } from "../components/Doubt.tsx";
import { Icon } from "../components/Icon.tsx";
import type { Chosen } from "../components/register-row.ts";
import { Signatures } from "../components/Signatures.tsx";
import { useNumber, useWords } from "../language.tsx";
import { BalanceTab } from "./BalanceTab.tsx";
import { CitationsTab } from "./CitationsTab.tsx";
import styles from "./DocumentView.module.css";
import { Downloads } from "./Downloads.tsx";
import { HeadFacts, HeadTitle } from "./HeadFacts.tsx";
import { KeysHelp } from "./KeysHelp.tsx";
import { SourceView } from "./SourceView.tsx";
import { indexSource, type Light, lightWords, regionOf, type SourceIndex } from "./source-index.ts";
import { TaskTab } from "./TaskTab.tsx";
import { doubtOf, type TaskField, wordsOfField } from "./task-view.ts";
import { useKeys } from "./use-keys.ts";

type Tab = "tasks" | "citations" | "balance" | "source";

/** What a finding lights: a cell of a task, or a citation. */
type Finding =
  | { readonly kind: "task"; readonly chosen: Chosen<TaskField> }
  | { readonly kind: "citation"; readonly citation: CitationAnswer }
  | { readonly kind: "rejected"; readonly what: string };

/** One document as read: its head, its balance, the source on the left and the findings on the right. */
export function DocumentView({ document }: { document: ReadDocumentAnswer }) {
  const { output } = document;
  const words = useWords(readWords);
  const onPhone = useMediaQuery("(max-width: 720px)") ?? false;
  const [tab, setTab] = useState<Tab>("tasks");
  const [withSource, setWithSource] = useState(true);
  const [finding, setFinding] = useState<Finding | null>(null);
  const index = useMemo(() => indexSource(document.source), [document.source]);
  const light = useMemo(() => lightOf(index, document, finding), [index, document, finding]);
  useKeys({ v: () => setWithSource((now) => !now) });
  const shown = tab === "source" && !onPhone ? "tasks" : tab;
  const besideSource = withSource && !onPhone;
  return (
    <article className={styles.document}>
      <Head document={document} onBalance={() => setTab("balance")} />
      <div className={styles.halves} data-beside={besideSource || undefined}>
        {besideSource && (
          <div className={styles.half} data-screen-only>
            <SourceView index={index} light={light} />
          </div>
        )}
        <Tabs
          className={styles.findings}
          value={shown}
          onChange={(value) => setTab(tabOf(value))}
          keepMounted={false}
        >
          <TabNames
            document={document}
            onPhone={onPhone}
            withSource={withSource}
            onWithSource={setWithSource}
          />
          <Tabs.Panel value="tasks" className={styles.panel}>
            <TaskTab
              tasks={output.tasks}
              besideSource={besideSource || onPhone}
              chosen={finding?.kind === "task" ? finding.chosen : null}
              onChoose={(chosen) => setFinding(chosen && { kind: "task", chosen })}
              onShowSource={() => setTab("source")}
            />
          </Tabs.Panel>
          <Tabs.Panel value="citations" className={styles.panel}>
            <div className={styles.scroller}>
              <CitationsTab
                citations={output.citations}
                lit={finding?.kind === "citation" ? finding.citation : null}
                onLight={(citation) => setFinding({ kind: "citation", citation })}
              />
            </div>
          </Tabs.Panel>
          <Tabs.Panel value="balance" className={styles.panel}>
            <div className={styles.scroller}>
              <BalanceTab
                ledger={output.ledger}
                lit={finding?.kind === "rejected" ? finding.what : null}
                onLight={(what) => setFinding({ kind: "rejected", what })}
              />
            </div>
          </Tabs.Panel>
          <Tabs.Panel value="source" className={styles.panel} aria-label={words.sourceTitle}>
            <SourceView index={index} light={light} />
          </Tabs.Panel>
        </Tabs>
      </div>
    </article>
  );
}

/** Number, subject, issuer, signer; what intake noticed; the balance. */
function Head({ document, onBalance }: { document: ReadDocumentAnswer; onBalance: () => void }) {
  const { output } = document;
  const words = useWords(readWords);
  return (
    <header className={styles.head}>
      <div className={styles.titleLine}>
        <h1 className="title">
          <HeadTitle head={output.document} />
        </h1>
        <div className={styles.actions} data-screen-only>
          <Downloads output={output} />
          <KeysHelp />
        </div>
      </div>
      {output.document.subject && (
        <p className={styles.subject} title={output.document.subject}>
          <Doubt reason={doubtOf(output.document.doubts, ["subject"], words)}>
            {output.document.subject}
          </Doubt>
        </p>
      )}
      <HeadFacts head={output.document} />
      <Signatures signatures={document.output.signatures ?? []} />
      <Notices document={document} />
      <Balance ledger={output.ledger} taskCount={output.tasks.length} onOpen={onBalance} />
    </header>
  );
}

function tabOf(value: string | null): Tab {
  return value === "citations" || value === "balance" || value === "source" ? value : "tasks";
}

function lightOf(index: SourceIndex, { output }: ReadDocumentAnswer, finding: Finding | null): Light | null {
  if (!finding) return null;
  if (finding.kind === "citation") {
    const { asWritten, place } = finding.citation;
    const region = regionOf(index, { sources: [place], content: asWritten });
    return { region, words: lightWords(index, region, asWritten) };
  }
  if (finding.kind === "rejected") {
    const words = finding.what.split(" | ").join("\n");
    const region = regionOf(index, { sources: [], content: words });
    return { region, words: lightWords(index, region, words) };
  }
  const task = output.tasks.find((one) => one.ref === finding.chosen.row);
  if (!task) return null;
  const region = regionOf(index, task);
  return { region, words: lightWords(index, region, wordsOfField(task, finding.chosen.column)) };
}

function TabNames(props: {
  readonly document: ReadDocumentAnswer;
  readonly onPhone: boolean;
  readonly withSource: boolean;
  readonly onWithSource: (withSource: boolean) => void;
}) {
  const words = useWords(readWords);
  const say = useNumber();
  const { tasks, citations, ledger } = props.document.output;
  const toggle = props.withSource ? words.hideSource : words.showSource;
  const count = (value: number) => <span className={styles.count}>{say(value)}</span>;
  return (
    <div className={styles.tabLine} data-screen-only>
      <Tabs.List>
        <Tabs.Tab value="tasks" rightSection={count(tasks.length)}>
          {words.tabs.tasks}
        </Tabs.Tab>
        <Tabs.Tab value="citations" rightSection={count(citations.length)}>
          {words.tabs.citations}
        </Tabs.Tab>
        <Tabs.Tab value="balance" rightSection={count(rejectionsOf(ledger).length)}>
          {words.tabs.balance}
        </Tabs.Tab>
        {props.onPhone && <Tabs.Tab value="source">{words.tabs.source}</Tabs.Tab>}
      </Tabs.List>
      {!props.onPhone && (
        <button
          type="button"
          className={styles.toggle}
          aria-pressed={props.withSource}
          onClick={() => props.onWithSource(!props.withSource)}
        >
          <Icon name="source" />
          {toggle}
        </button>
      )}
    </div>
  );
}

/** What intake noticed, said once each. */
function Notices({ document }: { document: ReadDocumentAnswer }) {
  const words = useWords(readWords);
  const say = useNumber();
  const counts = new Map<string, number>();
  for (const { code, count } of document.notices) counts.set(code, (counts.get(code) ?? 0) + count);
  // The signatures themselves say more.
  if ((document.output.signatures ?? []).length > 0) counts.delete("digitalSignature");
  if (counts.size === 0) return null;
  return (
    <ul className={styles.notices}>
      {[...counts].map(([code, count]) => (
        <li key={code}>
          <Icon name="unclear" size={14} />
          {words.notices[code]?.(say(count)) ?? `${code} ${say(count)}`}
        </li>
      ))}
    </ul>
  );
}
