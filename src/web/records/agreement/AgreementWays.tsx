import { agreementLimitWords } from "../../../domain/language/web-agreement-limits.ts";
import { Ways } from "../../components/Ways.tsx";
import { useWords } from "../../language.tsx";
import { places } from "../../places.ts";

/** The lists about agreements beside each other. */
export function AgreementWays({ here }: { readonly here: "list" | "limits" | "report" }) {
  const words = useWords(agreementLimitWords).ways;
  const ways = [
    { name: "list", label: words.list, href: places.records("agreements") },
    { name: "limits", label: words.limits, href: places.agreementLimits() },
    { name: "report", label: words.report, href: places.agreementReport() },
  ];
  return <Ways label={words.label} ways={ways} here={here} />;
}
