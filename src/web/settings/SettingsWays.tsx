import { urgingSettingsWords } from "../../domain/language/web-urging-settings.ts";
import { Ways } from "../components/Ways.tsx";
import { useWords } from "../language.tsx";
import { places } from "../places.ts";
import { useMay } from "../session.ts";

type Part = "register" | "duties" | "urging" | "days" | "limits" | "agreements";

/** The parts of the settings beside each other; who may change nothing sees the first alone. */
export function SettingsWays({ here }: { readonly here: Part }) {
  const words = useWords(urgingSettingsWords).ways;
  if (!useMay("change-settings")) return null;
  const ways = [
    { name: "register", label: words.register, href: places.settings },
    { name: "duties", label: words.duties, href: places.dutySettings },
    { name: "urging", label: words.urging, href: places.urging },
    { name: "days", label: words.days, href: places.days },
    { name: "limits", label: words.limits, href: places.limitSettings },
    { name: "agreements", label: words.agreements, href: places.agreementSettings },
  ];
  return <Ways label={words.label} ways={ways} here={here} />;
}
