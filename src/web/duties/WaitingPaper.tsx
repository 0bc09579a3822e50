import { Button, Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import type { DutyRowAnswer } from "../../contract/duty.ts";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { SignedMatchAnswer, SignedMatchRequest, SignedPaperAnswer } from "../../contract/signed.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { sayFailure } from "../../domain/language/failures.ts";
import { signedWords } from "../../domain/language/web-signed.ts";
import { ask, failureOf } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Icon } from "../components/Icon.tsx";
import { ReasonDialog } from "../components/ReasonDialog.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import form from "./Duties.module.css";
import { DutyStateMark } from "./DutyStateMark.tsx";
import { OtherDuties } from "./OtherDuties.tsx";
import { PaperHead } from "./PaperHead.tsx";
import styles from "./Signed.module.css";
import { useSignedChanged } from "./use-signed.ts";

type Candidate = SignedPaperAnswer["candidates"][number];

/** Duties shown of one document before the rest is asked for; all sure ones are. */
const shownAtFirst = 4;

/** A signed document that waits: why, the duties that it may answer, and one press that matches it. */
export function WaitingPaper(props: {
  readonly paper: SignedPaperAnswer;
  readonly duty: string | undefined;
  readonly onDone: (said: string, id: string, path: "signedMatch" | "signedAside") => void;
}) {
  const { paper } = props;
  const words = useWords(signedWords);
  const say = useNumber();
  const [all, setAll] = useState(false);
  const [asking, setAsking] = useState(false);
  const matching = useMatching(props);
  const { chosen, toggle } = matching;
  const sure = paper.candidates.filter((one) => one.sure).length;
  const shown = all ? paper.candidates : paper.candidates.slice(0, Math.max(shownAtFirst, sure));
  const hidden = paper.candidates.length - shown.length;
  const known = new Set(paper.candidates.map(({ row }) => row.id));
  const others = [...chosen.values()].filter(({ id }) => !known.has(id));
  return (
    <>
      <PaperHead paper={paper} />
      {paper.why && (
        <p className={styles.why} data-sure={paper.why === "sure" || undefined}>
          <Icon name={paper.why === "sure" ? "check" : "unclear"} size={14} /> {words.why[paper.why]}
        </p>
      )}
      {paper.candidates.length + others.length > 0 && (
        <ul className={styles.candidates} aria-label={words.candidates}>
          {shown.map((one) => (
            <CandidateLine key={one.row.id} one={one} chosen={chosen.has(one.row.id)} onToggle={toggle} />
          ))}
          {others.map((row) => (
            <CandidateLine key={row.id} one={{ row, reasons: [] }} chosen onToggle={toggle} />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {words.moreCandidates(say(hidden))}
        </button>
      )}
      {matching.failure && <FailureNote failure={matching.failure} />}
      {matching.refused && <Refused refused={matching.refused} rows={chosen} />}
      {paper.why !== "otherProvince" && <MatchForm matching={matching} />}
      <div className={styles.actions}>
        {paper.why !== "otherProvince" && (
          <Button
            size="compact-sm"
            disabled={chosen.size === 0}
            loading={matching.busy}
            onClick={() => void matching.match()}
          >
            {chosen.size === 0 ? words.matchNone : words.match(say(chosen.size))}
          </Button>
        )}
        {paper.why !== "otherProvince" && (
          <OtherDuties unit={paper.owner?.id} chosen={chosen} onToggle={toggle} />
        )}
        <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
          {words.aside}
        </Button>
      </div>
      {asking && (
        <ReasonDialog
          words={words.asideDialog}
          onReason={(reason) => {
            setAsking(false);
            void matching.putAside(reason);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

type Chosen = ReadonlyMap<string, DutyRowAnswer>;

/** What a person says of a match before it is made, and how it is sent. */
function useMatching(props: Parameters<typeof WaitingPaper>[0]) {
  const { paper, duty, onDone } = props;
  const words = useWords(signedWords);
  const say = useNumber();
  const changed = useSignedChanged();
  const [chosen, setChosen] = useState<Chosen>(
    () =>
      new Map(
        paper.candidates
          .filter(({ sure, row }) => sure || row.id === duty)
          .map(({ row }) => [row.id, row] as const),
      ),
  );
  const [fields, setFields] = useState({
    number: paper.number ?? "",
    on: paper.issuedOn ?? "",
    claimsDone: true,
  });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [refused, setRefused] = useState<SignedMatchAnswer["refused"] | null>(null);
  const toggle = (row: DutyRowAnswer) => {
    const next = new Map(chosen);
    if (!next.delete(row.id)) next.set(row.id, row);
    setChosen(next);
  };
  const match = async () => {
    setBusy(true);
    const body: SignedMatchRequest = {
      ...fields,
      ...{ version: paper.version, duties: [...chosen.values()].map(({ id, version }) => ({ id, version })) },
    };
    const answer = await ask<SignedMatchAnswer>("POST", pathTo(apiPaths.signedMatch, { id: paper.id }), body);
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    setRefused(answer.ok && answer.value.refused.length > 0 ? answer.value.refused : null);
    if (!answer.ok || answer.value.answered.length === 0) return changed();
    const [done, not] = [say(answer.value.answered.length), answer.value.refused.length];
    return onDone(not > 0 ? words.partly(done, say(not)) : words.matched(done), paper.id, "signedMatch");
  };
  const putAside = async (reason: string) => {
    const body = { version: paper.version, reason };
    const answer = await ask("POST", pathTo(apiPaths.signedAside, { id: paper.id }), body);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) onDone(words.setAside, paper.id, "signedAside");
  };
  const set = (more: Partial<typeof fields>) => setFields({ ...fields, ...more });
  return { chosen, toggle, fields, set, busy, failure, refused, match, putAside };
}

function CandidateLine(props: {
  readonly one: Pick<Candidate, "row" | "reasons">;
  readonly chosen: boolean;
  readonly onToggle: (row: DutyRowAnswer) => void;
}) {
  const { row, reasons } = props.one;
  const words = useWords(signedWords);
  return (
    <li className={styles.candidate}>
      <Checkbox
        size="xs"
        aria-label={words.choosing(row.task.content)}
        checked={props.chosen}
        onChange={() => props.onToggle(row)}
      />
      <div>
        <Link href={places.duty(row.id)}>{row.task.content}</Link>
        <p className="small muted">
          {[
            row.document.number,
            row.holder.name,
            ...reasons.map(({ code, words: said }) => words.reasons[code](said)),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      <DutyStateMark state={row.state} />
    </li>
  );
}

/** Number and day, as they will stand in the facts; to be put right where they were read badly. */
function MatchForm({ matching }: { matching: ReturnType<typeof useMatching> }) {
  const words = useWords(signedWords);
  const { fields, set } = matching;
  return (
    <div className={styles.fields}>
      <div className={form.pair}>
        <TextInput
          size="xs"
          label={words.number}
          value={fields.number}
          onChange={(event) => set({ number: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          type="date"
          label={words.on}
          value={fields.on}
          onChange={(event) => set({ on: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        size="xs"
        label={words.claims}
        description={words.claimsHelp}
        checked={fields.claimsDone}
        onChange={(event) => set({ claimsDone: event.currentTarget.checked })}
      />
    </div>
  );
}

function Refused({ refused, rows }: { refused: SignedMatchAnswer["refused"]; rows: Chosen }) {
  const { language } = useSpeech();
  return (
    <ul role="alert" className="small">
      {refused.map(({ id, failure }) => (
        <li key={id}>
          {rows.get(id)?.task.content}: {sayFailure(failureOf({ error: failure }), language)}
        </li>
      ))}
    </ul>
  );
}
