import { z } from "@hono/zod-openapi";
import { rungKind } from "./urging.ts";

const mailChoice = z
  .object({
    wanted: z.boolean(),
    /** Whether the province leaves it to its people. */
    isOptional: z.boolean(),
  })
  .openapi("MailChoice");

/** A person's own messages, the newest first. */
export const messagesAnswer = z
  .object({
    today: z.string(),
    unread: z.number(),
    mail: mailChoice,
    messages: z.array(
      z.object({
        id: z.string(),
        on: z.string(),
        isRead: z.boolean(),
        lines: z.array(
          z.object({
            duty: z.string(),
            content: z.string(),
            unit: z.string(),
            document: z.string().nullable(),
            /** The last day that was told. */
            lastDay: z.string(),
            kind: rungKind,
            /** Whether the unit still has to act by that day. */
            waits: z.boolean(),
          }),
        ),
        /** Requests to co-ordinating units, in a message of them. */
        requests: z.array(
          z.object({
            request: z.string(),
            task: z.string(),
            content: z.string(),
            document: z.string().nullable(),
            kind: z.enum(["asked", "answered", "declined"]),
            /** The other side. */
            unit: z.string(),
            dueOn: z.string(),
            /** Whether an answer is still waited for. */
            waits: z.boolean(),
          }),
        ),
        /** Duties or requests that the person does not see any more. */
        hidden: z.number(),
      }),
    ),
    /** What was told of ends of agreements, the newest first; on the first page alone. */
    alerts: z.array(
      z.object({
        id: z.uuid(),
        on: z.string(),
        isRead: z.boolean(),
        agreement: z.object({ id: z.uuid(), title: z.string() }),
        end: z.object({
          kind: z.enum(["expires", "renews", "reported", "copied", "notified"]),
          on: z.string(),
          noticeBy: z.string().nullable(),
        }),
      }),
    ),
    /** What was told of time limits of records, the newest first; on the first page alone. */
    limitAlerts: z.array(
      z.object({
        id: z.uuid(),
        on: z.string(),
        isRead: z.boolean(),
        record: z.object({ id: z.uuid(), register: z.string(), title: z.string() }),
        name: z.object({ vi: z.string(), en: z.string() }),
        due: z.string(),
      }),
    ),
    /** The day before which the next page begins. */
    next: z.string().nullable(),
  })
  .openapi("Messages");

export const unreadAnswer = z.object({ unread: z.number() }).openapi("Unread");

/** What waits for a person in the places of the frame; null: the place is none of his. */
export const waitingAnswer = z
  .object({
    unread: z.number(),
    signed: z.number().nullable(),
    proposals: z.number().nullable(),
    /** He may look across provinces. */
    readsCountry: z.boolean(),
  })
  .openapi("Waiting");

export const readRequest = z
  .object({
    /** Null: all. */
    ids: z.array(z.uuid()).max(200).nullable(),
  })
  .openapi("ReadMessages");

export const mailChoiceRequest = z.object({ wanted: z.boolean() }).openapi("MailChoiceRequest");
export const mailChoiceAnswer = mailChoice;

/** The person's own link for a calendar; null: he has none. */
export const calendarLinkAnswer = z
  .object({
    link: z.object({ createdAt: z.iso.datetime(), usedAt: z.iso.datetime().nullable() }).nullable(),
  })
  .openapi("CalendarLink");

/** Where the calendar is read: a path, shown this once. */
export const madeCalendarAnswer = z.object({ path: z.string() }).openapi("MadeCalendarLink");

export type CalendarLinkAnswer = z.infer<typeof calendarLinkAnswer>;
export type MadeCalendarAnswer = z.infer<typeof madeCalendarAnswer>;
export type MessagesAnswer = z.infer<typeof messagesAnswer>;
export type WaitingAnswer = z.infer<typeof waitingAnswer>;
