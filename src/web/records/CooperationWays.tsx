import { hasLandBorder } from "../../domain/cooperation/border-map.ts";
import { recordCalendarWords } from "../../domain/language/web-record-calendar.ts";
import { Ways } from "../components/Ways.tsx";
import { useWords } from "../language.tsx";
import { places } from "../places.ts";
import { useSession } from "../session.ts";

type Way = "registers" | "world" | "border" | "calendar" | "limits";

/** The ways to look at the database of cooperation, beside each other; the border where there is one on land. */
export function CooperationWays({ here }: { readonly here: Way }) {
  const { label, ...words } = useWords(recordCalendarWords).ways;
  const province = useSession().data?.province?.id ?? 0;
  const hrefs: Readonly<Record<Way, string>> = {
    ...{ registers: places.cooperation, world: places.worldMap(), border: places.border },
    ...{ calendar: places.recordCalendar(), limits: places.timeLimits() },
  };
  const names: readonly Way[] = [
    ...(["registers", "world"] as const),
    ...(hasLandBorder(province) ? (["border"] as const) : []),
    ...(["calendar", "limits"] as const),
  ];
  return (
    <Ways
      label={label}
      here={here}
      ways={names.map((name) => ({ name, label: words[name], href: hrefs[name] }))}
    />
  );
}
