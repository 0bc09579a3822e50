import type { AgreementSettingsRequest } from "../../contract/agreement-lists.ts";

type Level = AgreementSettingsRequest["levels"][number];

/** Settings of agreements as they are typed. */
export interface AgreementFields {
  readonly asksParty: boolean;
  readonly alertDays: string;
  readonly tellDays: string;
  readonly levels: readonly (Pick<Level, "level" | "alsoAsks"> & {
    readonly opinionDays: string;
    readonly copyDays: string;
  })[];
  readonly recipient: string;
  readonly due: string;
  readonly period: AgreementSettingsRequest["report"]["period"];
  readonly form: string;
}

/** The settings as fields, with a line for each of the levels. */
export function agreementFieldsOf(
  { asksParty, alertDays, tellDays, levels, report }: AgreementSettingsRequest,
  shown: readonly Level["level"][],
): AgreementFields {
  const text = (value: number | null | undefined) => (value ? String(value) : "");
  return {
    ...{ asksParty, alertDays: alertDays.join(", "), tellDays: tellDays.join(", ") },
    ...{ recipient: report.recipient, period: report.period },
    ...{ due: report.due ? `${report.due.day}/${report.due.month}` : "", form: report.form ?? "" },
    levels: shown.map((level) => {
      const set = levels.find((one) => one.level === level);
      const { alsoAsks = [] } = set ?? {};
      return { level, alsoAsks, opinionDays: text(set?.opinionDays), copyDays: text(set?.copyDays) };
    }),
  };
}

/** Days of alerts as typed; null: they are none. */
export function typedAlertDays(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== "");
  const days = parts.map(Number);
  const fit = days.every((day) => Number.isInteger(day) && day >= 1 && day <= 1000) && days.length <= 6;
  return fit ? days : null;
}

/** A number of days as typed; null: nothing was; undefined: it is none from 1 to 60. */
export function typedDays(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const days = Number(text.trim());
  return Number.isInteger(days) && days >= 1 && days <= 60 ? days : undefined;
}

/** A day of each year as typed, "20/12"; null: nothing was; undefined: it is none. */
export function typedDue(text: string): AgreementSettingsRequest["report"]["due"] | undefined {
  if (text.trim() === "") return null;
  const match = /^(\d{1,2})\s*[/-]\s*(\d{1,2})$/.exec(text.trim());
  if (!match) return undefined;
  const [day, month] = [Number(match[1]), Number(match[2])];
  return day >= 1 && day <= 28 && month >= 1 && month <= 12 ? { day, month } : undefined;
}

/** What is sent of the fields, in the version that was seen; null: something does not fit. */
export function agreementRequestOf(
  fields: AgreementFields,
  version: number,
): AgreementSettingsRequest | null {
  const [alertDays, tellDays] = [typedAlertDays(fields.alertDays), typedAlertDays(fields.tellDays)];
  const due = typedDue(fields.due);
  const levels = fields.levels.flatMap(({ level, alsoAsks, ...typed }) => {
    const [opinionDays, copyDays] = [typedDays(typed.opinionDays), typedDays(typed.copyDays)];
    if (opinionDays === undefined || copyDays === undefined) return [];
    return [{ level, alsoAsks: [...alsoAsks], opinionDays, copyDays }];
  });
  const recipient = fields.recipient.trim();
  if (alertDays === null || tellDays === null || due === undefined || recipient === "") return null;
  if (levels.length < fields.levels.length) return null;
  const report = { recipient, due, period: fields.period, form: fields.form.trim() || null };
  return { asksParty: fields.asksParty, alertDays, tellDays, levels, report, version };
}
