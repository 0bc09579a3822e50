import { type CalendarDate, formatVietnamese, parseIsoDate } from "../domain/basics/calendar-date.ts";
import { type Language, sayNumber } from "../domain/language/language.ts";

/** "15/04/2026"; what is no day stays as it is. */
export function sayDay(date: string): string {
  const day = parseIsoDate(date);
  return day ? formatVietnamese(day) : date;
}

const dayLength = 86_400_000;

/** Whole days from one day to another; negative when `to` lies before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

/** "còn 12 ngày", "quá 37 ngày", "hôm nay": how a due day stands to today. */
export function sayDistance(due: string, today: string, language: Language): string | null {
  const [to, from] = [parseIsoDate(due), parseIsoDate(today)];
  if (!to || !from) return null;
  const days = daysBetween(from, to);
  if (days === 0) return language === "vi" ? "hôm nay" : "today";
  const count = sayNumber(Math.abs(days), language);
  if (language === "vi") return days > 0 ? `còn ${count} ngày` : `quá ${count} ngày`;
  const unit = count === "1" ? "day" : "days";
  return days > 0 ? `${count} ${unit} left` : `${count} ${unit} over`;
}

/** An instant as wall time in Vietnam: "22/11/2026 15:40", to the second where one asks for it. */
export function sayMoment(iso: string, language: Language, to: "minute" | "second" = "minute"): string {
  return new Intl.DateTimeFormat(language === "vi" ? "vi-VN" : "en-GB", {
    ...(to === "second" && { second: "2-digit" as const }),
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Asia/Ho_Chi_Minh",
  }).format(new Date(iso));
}
