import { type CalendarDate, parseIsoDate, partsOf } from "../basics/calendar-date.ts";

/** A day of the Vietnamese lunar calendar; `leap` is true in a month that repeats the number of the one before. */
export interface LunarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
}

/*
 * A month begins on the day of the new moon, a year has the winter solstice in its eleventh month, and where thirteen
 * months lie between two eleventh ones the first without a major solar term is leap: the rules that Hồ Ngọc Đức
 * publishes for Viet Nam (Leipzig, "Computing the Vietnamese lunar calendar"). Days begin at midnight of the seventh
 * time zone (Quyết định 121-CP of 8/8/1967). New moons and the longitude of the sun: Jean Meeus, Astronomical
 * Algorithms, second edition, chapters 49 and 25; exact to about twenty seconds and to 0,01°.
 */

/** The day of the civil calendar of a lunar day; null where the calendar has none (a 30th of a short month). */
export function civilDayOf({ year, month, day, leap }: LunarDay): CalendarDate | null {
  const found = monthsAround(month >= 11 ? year + 1 : year).find(
    (one) => one.year === year && one.month === month && one.leap === leap,
  );
  return found && day >= 1 && day <= found.length ? dayNumbered(found.first + day - 1) : null;
}

/** The lunar day of a day of the civil calendar. */
export function lunarDayOf(date: CalendarDate): LunarDay {
  const number = numberOf(date);
  const { year } = partsOf(date);
  const found = [...monthsAround(year), ...monthsAround(year + 1)].find(
    ({ first, length }) => number >= first && number < first + length,
  );
  if (!found) throw new Error(`no lunar month holds ${date}`);
  return { year: found.year, month: found.month, day: number - found.first + 1, leap: found.leap };
}

/** A lunar month: its name, the Julian number of its first day, and its 29 or 30 days. */
interface LunarMonth {
  readonly year: number;
  readonly month: number;
  readonly leap: boolean;
  readonly first: number;
  readonly length: number;
}

/** The months from the eleventh before a lunar year begins up to the tenth of that year. */
function monthsAround(year: number): readonly LunarMonth[] {
  const [begin, end] = [solsticeMoon(year - 1), solsticeMoon(year)];
  const firsts = Array.from({ length: end - begin + 1 }, (_, i) => newMoonDay(begin + i));
  const leapAt =
    end - begin === 13 ? firsts.findIndex((first, i) => i > 0 && !hasTerm(first, firsts[i + 1])) : -1;
  return firsts.slice(0, -1).map((first, i) => {
    const ordinal = leapAt >= 0 && i >= leapAt ? i - 1 : i;
    return {
      year: ordinal < 2 ? year - 1 : year,
      month: ((ordinal + 10) % 12) + 1,
      leap: i === leapAt,
      ...{ first, length: (firsts[i + 1] ?? first) - first },
    };
  });
}

/** Whether the sun enters a new twelfth of its way within a month. */
function hasTerm(first: number, next: number | undefined): boolean {
  return next !== undefined && twelfthOf(first) !== twelfthOf(next);
}

/** The number of the new moon that begins the eleventh month: the month in which the sun passes 270°. */
function solsticeMoon(year: number): number {
  let moon = Math.floor((year + 0.98 - 2000) * moonsEachYear) + 1;
  while (twelfthOf(newMoonDay(moon)) >= 9 || newMoonDay(moon) > numberOf(lastDayOf(year))) moon -= 1;
  return moon;
}

function lastDayOf(year: number): CalendarDate {
  const day = parseIsoDate(`${String(year).padStart(4, "0")}-12-31`);
  if (day === null) throw new Error(`the calendar has no year ${year}`);
  return day;
}

/** Julian day numbers of days: 1 January 1970 is 2.440.588. */
const unixEpoch = 2_440_588;
const milliseconds = 86_400_000;

function numberOf(date: CalendarDate): number {
  return Date.parse(date) / milliseconds + unixEpoch;
}

function dayNumbered(number: number): CalendarDate | null {
  return parseIsoDate(new Date((number - unixEpoch) * milliseconds).toISOString().slice(0, 10));
}

/** New moons in a year of 365,25 days. */
const moonsEachYear = 12.3685;
/** Terrestrial time runs ahead of the clock by 65 to 72 seconds from 2005 to 2035, in days. */
const clockLag = 69 / 86_400;
/** Hours that Viet Nam is ahead of Greenwich, in days. */
const zone = 7 / 24;

const rad = Math.PI / 180;
const sine = (degrees: number) => Math.sin(degrees * rad);

/** The day in Viet Nam on which the n-th new moon since January 2000 falls. */
function newMoonDay(n: number): number {
  return Math.floor(newMoon(n) - clockLag + zone + 0.5);
}

/** Terms of the true new moon: a factor, multiples of the sun's and the moon's anomaly and of the moon's latitude. */
const moonTerms: readonly (readonly [factor: number, sun: number, moon: number, latitude: number])[] = [
  [-0.4072, 0, 1, 0],
  [0.17241, 1, 0, 0],
  [0.01608, 0, 2, 0],
  [0.01039, 0, 0, 2],
  [0.00739, -1, 1, 0],
  [-0.00514, 1, 1, 0],
  [0.00208, 2, 0, 0],
  [-0.00111, 0, 1, -2],
  [-0.00057, 0, 1, 2],
  [0.00056, 1, 2, 0],
  [-0.00042, 0, 3, 0],
  [0.00042, 1, 0, 2],
  [0.00038, 1, 0, -2],
  [-0.00024, -1, 2, 0],
  [-0.00007, 2, 1, 0],
  [0.00004, 0, 2, -2],
  [0.00004, 3, 0, 0],
  [0.00003, 1, 1, -2],
  [0.00003, 0, 2, 2],
  [-0.00003, 1, 1, 2],
  [0.00003, -1, 1, 2],
  [-0.00002, -1, 1, -2],
  [-0.00002, 1, 3, 0],
  [0.00002, 0, 4, 0],
];

/** What the planets add: a factor, and an angle as it was in 2000 and by each new moon. */
const planetTerms: readonly (readonly [factor: number, start: number, each: number])[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
];

/** Julian day, with its fraction in terrestrial time, of the n-th new moon since January 2000. */
function newMoon(n: number): number {
  const t = n / 1236.85;
  const mean = 2_451_550.09766 + 29.530588861 * n + (0.00015437 - 0.00000015 * t) * t * t;
  const sun = 2.5534 + 29.1053567 * n - 0.0000014 * t * t;
  const moon = 201.5643 + 385.81693528 * n + (0.0107582 + 0.00001238 * t) * t * t;
  const latitude = 160.7108 + 390.67050284 * n - (0.0016118 + 0.00000227 * t) * t * t;
  const node = 124.7746 - 1.56375588 * n + 0.0020672 * t * t;
  const ellipse = 1 - 0.002516 * t - 0.0000074 * t * t;
  const ofMoon = moonTerms.reduce(
    (sum, [factor, a, b, c]) =>
      sum + factor * ellipse ** Math.min(2, Math.abs(a)) * sine(a * sun + b * moon + c * latitude),
    -0.00017 * sine(node),
  );
  return planetTerms.reduce(
    (sum, [factor, start, each]) => sum + factor * sine(start + each * n),
    mean + ofMoon,
  );
}

/** Which twelfth of its way the sun is in when a day begins in Viet Nam: 0 from the spring equinox, 9 from the solstice. */
function twelfthOf(dayNumber: number): number {
  const t = (dayNumber - 0.5 - zone + clockLag - 2_451_545) / 36_525;
  const anomaly = 357.52911 + (35_999.05029 - 0.0001537 * t) * t;
  const centre =
    (1.914602 - 0.004817 * t) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly);
  const seen = -0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
  const longitude = 280.46646 + (36_000.76983 + 0.0003032 * t) * t + centre + seen;
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}
