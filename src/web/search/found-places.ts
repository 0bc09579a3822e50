import type { SessionAnswer } from "../../contract/account.ts";
import { declarations } from "../../domain/cooperation/declarations.ts";
import type { Language } from "../../domain/language/language.ts";
import { frameWords } from "../../domain/language/web-frame.ts";
import { searchWords } from "../../domain/language/web-search.ts";
import { holdsAll, type SearchQuery } from "../../domain/text/search-query.ts";
import { places } from "../places.ts";

type May = SessionAnswer["may"][number];

/** A place of the program: what it is called, and the right without which the menu does not show it. */
interface NamedPlace {
  readonly href: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly may: May | null;
}

const [vi, en] = [frameWords.vi, frameWords.en];
const [viMore, enMore] = [searchWords.vi.further, searchWords.en.further];

function called(
  key: { [Key in keyof typeof vi]: (typeof vi)[Key] extends string ? Key : never }[keyof typeof vi],
  href: string,
  may: May | null = null,
): NamedPlace {
  return { href, may, name: { vi: vi[key], en: en[key] } };
}

function further(key: keyof typeof viMore, href: string, may: May | null = null): NamedPlace {
  return { href, may, name: { vi: viMore[key], en: enMore[key] } };
}

/** All places that need no thing of their own, in the order of the menu. */
const all: readonly NamedPlace[] = [
  called("overview", places.overview),
  called("duties", places.duties(), "see-duties"),
  further("messages", places.messages, "see-duties"),
  called("tasks", places.tasks()),
  further("byUnit", places.units()),
  further("timeline", places.timeline()),
  called("documents", places.documents()),
  further("importing", places.importing, "import-document"),
  further("unplaced", places.unplaced(), "review-findings"),
  called("cooperation", places.cooperation, "see-records"),
  further("calendar", places.recordCalendar(), "see-records"),
  ...declarations.map(
    ({ key, name }): NamedPlace => ({ href: places.records(key), name, may: "see-records" }),
  ),
  called("signed", places.signed(), "file-signed"),
  called("proposals", places.proposals(), "see-duties"),
  called("leaders", places.leaders, "compare-units"),
  further("letters", places.letters, "record-report"),
  further("meeting", places.meeting, "compare-units"),
  called("read", places.read),
  called("units", places.organisation()),
  further("collectives", places.collectives, "bind-collectives"),
  called("people", places.people()),
  further("rights", places.rights, "see-rights"),
  further("keys", places.keys, "manage-keys"),
  called("invitations", places.invitations, "change-people"),
  called("log", places.log(), "see-log"),
  called("settings", places.settings),
  further("dutySettings", places.dutySettings, "change-settings"),
  further("urgingSettings", places.urging, "change-settings"),
  further("days", places.days, "change-settings"),
  called("state", places.state),
  called("account", places.account),
];

const most = 4;

/** Places whose name in either language has the words, as far as the menu would show them; a few. */
export function findPlaces(
  query: SearchQuery,
  may: SessionAnswer["may"],
  language: Language,
): readonly { readonly href: string; readonly name: string }[] {
  return all
    .filter((place) => place.may === null || may.includes(place.may))
    .filter(({ name }) => holdsAll(name.vi, query) || holdsAll(name.en, query))
    .slice(0, most)
    .map(({ href, name }) => ({ href, name: name[language] }));
}
