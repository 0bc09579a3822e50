import type { Result } from "../domain/basics/result.ts";
import { levelWords } from "../domain/cooperation/records/agreement.ts";
import { agreementLimitWords } from "../domain/language/web-agreement-limits.ts";
import { agreementWords } from "../domain/language/web-agreements.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { type SpreadsheetColumn, type SpreadsheetSheet, writeSpreadsheet } from "../print/spreadsheet.ts";
import {
  type AgreementLimits,
  type LimitOfAgreement,
  listAgreementLimits,
  type NamedAgreement,
} from "./agreement-limits.ts";
import type { AgreementWorld } from "./agreement-work.ts";
import { logApart } from "./log-apart.ts";

const [words, life] = [agreementLimitWords.vi, agreementWords.vi];

const named: readonly SpreadsheetColumn[] = [
  { heading: words.agreement, kind: "text", width: 50 },
  { heading: words.level, kind: "text", width: 22 },
  { heading: words.partners, kind: "text", width: 34 },
  { heading: words.owner, kind: "text", width: 26 },
];

function namesOf({ title, level, partners, owner }: NamedAgreement): readonly string[] {
  return [title, levelWords[level].vi, partners.join("; "), owner ?? words.focal];
}

/** The three lists of time limits as a workbook; logged as an export. Fails as `listAgreementLimits` does. */
export async function exportAgreementLimits(
  actor: Actor,
  months: number,
  world: AgreementWorld,
): Promise<Result<Uint8Array>> {
  const limits = await listAgreementLimits(actor, months, world, "export-register");
  if (!limits.ok) return limits;
  const { endings, duties, opinions } = limits.value;
  const bytes = await writeSpreadsheet([
    endingSheet(endings),
    limitSheet(words.duties, duties),
    limitSheet(words.opinions, opinions),
  ]);
  const after = { months, count: endings.length + duties.length + opinions.length };
  await logApart(
    actor,
    { kind: "export", what: "export-agreement-limits", subject: "register:agreements", after },
    world,
  );
  return { ok: true, value: bytes };
}

function endingSheet(endings: AgreementLimits["endings"]): SpreadsheetSheet {
  return {
    name: words.endings,
    columns: [
      ...named,
      { heading: words.atEnd, kind: "text", width: 18 },
      { heading: words.endsOn, kind: "date", width: 14 },
      { heading: words.noticeBy, kind: "date", width: 14 },
    ],
    rows: endings.map(({ agreement, kind, on, noticeBy }) => [
      ...namesOf(agreement),
      ...[words.ends[kind], on, noticeBy],
    ]),
  };
}

function limitSheet(name: string, limits: readonly LimitOfAgreement[]): SpreadsheetSheet {
  return {
    name,
    columns: [
      ...named,
      { heading: words.step, kind: "text", width: 26 },
      { heading: words.body, kind: "text", width: 26 },
      { heading: words.since, kind: "date", width: 14 },
      { heading: words.lastDay, kind: "date", width: 14 },
      { heading: words.doneOn, kind: "date", width: 14 },
      { heading: words.state, kind: "text", width: 16 },
      { heading: words.daysLate, kind: "wholeNumber", width: 10 },
      { heading: words.proof, kind: "text", width: 22 },
    ],
    rows: limits.map((one) => [
      ...namesOf(one.agreement),
      `${life.kinds[one.step]} (${life.purposes[one.purpose].toLowerCase()})`,
      one.name ?? (one.body && life.bodies[one.body]),
      ...[one.since, one.lastDay, one.doneOn, words.states[one.state], one.daysLate, one.proof],
    ]),
  };
}
