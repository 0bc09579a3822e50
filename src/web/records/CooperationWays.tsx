import { recordCalendarWords } from "../../domain/language/web-record-calendar.ts";
import { Ways } from "../components/Ways.tsx";
import { useWords } from "../language.tsx";
import { places } from "../places.ts";

type Way = "registers" | "world" | "border" | "calendar" | "limits";

/** The ways to look at the database of cooperation, beside each other. */
export function CooperationWays({ here }: { readonly here: Way }) {
  const { label, ...words } = useWords(recordCalendarWords).ways;
  const hrefs: Readonly<Record<Way, string>> = {
    ...{ registers: places.cooperation, world: places.worldMap(), border: places.border },
    ...{ calendar: places.recordCalendar(), limits: places.timeLimits() },
  };
  const names = ["registers", "world", "calendar", "limits"] as const;
  return (
    <Ways
      label={label}
      here={here}
      ways={names.map((name) => ({ name, label: words[name], href: hrefs[name] }))}
    />
  );
}
