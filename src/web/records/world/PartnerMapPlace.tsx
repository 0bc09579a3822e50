import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { PartnerMapAnswer } from "../../../contract/partner-map.ts";
import { apiPaths } from "../../../contract/paths.ts";
import { countryName } from "../../../domain/cooperation/country.ts";
import { writeWhere } from "../../../domain/cooperation/record-query.ts";
import { partnerMapWords } from "../../../domain/language/web-partner-map.ts";
import { FailureError, fetchAnswer } from "../../api.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { Page } from "../../components/Page.tsx";
import { PlainTable } from "../../components/PlainTable.tsx";
import { Waiting } from "../../components/Waiting.tsx";
import { useNumber, useSpeech, useWords } from "../../language.tsx";
import { Link } from "../../navigation.tsx";
import { places } from "../../places.ts";
import { CooperationWays } from "../CooperationWays.tsx";
import styles from "./PartnerMap.module.css";
import { WorldMap } from "./WorldMap.tsx";

type CountryRow = PartnerMapAnswer["countries"][number];

/** What there is with each country, on a map and beside it in words. */
export default function PartnerMapPlace() {
  const words = useWords(partnerMapWords);
  const say = useNumber();
  const figures = useQuery({
    queryKey: ["records", "world"],
    queryFn: () => fetchAnswer<PartnerMapAnswer>(apiPaths.partnerMap),
    staleTime: 0,
  });
  const { data } = figures;
  const placed = data?.countries.reduce((sum, { partners }) => sum + partners, 0) ?? 0;
  const known = data?.countries.filter(({ partners }) => partners > 0).length ?? 0;
  return (
    <Page
      title={words.title}
      line={data && words.line(say(data.partners), say(known), say(data.partners - placed))}
      actions={
        <Button size="xs" variant="default" onClick={() => window.print()}>
          {words.print}
        </Button>
      }
    >
      <CooperationWays here="world" />
      {figures.error instanceof FailureError ? (
        <FailureNote failure={figures.error.failure} onRetry={() => void figures.refetch()} />
      ) : !data ? (
        <Waiting />
      ) : data.countries.length === 0 ? (
        <EmptyState
          title={words.empty}
          action={<Link href={places.records("partners")}>{words.toPartners}</Link>}
        >
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <div className={styles.whole}>
          <WorldMap countries={data.countries} />
          <CountryTable countries={data.countries} year={data.year} />
        </div>
      )}
    </Page>
  );
}

/** The figures of the map as a table: each number opens its list. */
function CountryTable(props: { readonly countries: readonly CountryRow[]; readonly year: number }) {
  const words = useWords(partnerMapWords);
  const { language } = useSpeech();
  const { year } = props;
  return (
    <PlainTable
      heads={[
        { title: words.country },
        { title: words.partners, isNumber: true },
        { title: words.agreements, isNumber: true },
        { title: words.delegations(String(year)), isNumber: true },
      ]}
    >
      {props.countries.map(({ country, partners, agreements, agreed, delegations }) => (
        <tr key={country}>
          <th scope="row">{countryName(country, language)}</th>
          <Count count={partners} register="partners" where={{ country: [country] }} />
          <Count count={agreements} register="agreements" where={{ status: ["inForce"], partners: agreed }} />
          <Count
            count={delegations}
            register="delegations"
            where={{ country: [country], when: [String(year)] }}
          />
        </tr>
      ))}
    </PlainTable>
  );
}

function Count(props: {
  readonly count: number;
  readonly register: string;
  readonly where: Readonly<Record<string, readonly string[]>>;
}) {
  const say = useNumber();
  const { count, register } = props;
  return (
    <td data-number>
      {count === 0 ? (
        <span className="muted">0</span>
      ) : (
        <Link href={places.records(register, { where: writeWhere(props.where) })}>{say(count)}</Link>
      )}
    </td>
  );
}
