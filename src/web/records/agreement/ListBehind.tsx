import type { AgreementReportAnswer } from "../../../contract/agreement-lists.ts";
import { levelWords } from "../../../domain/cooperation/records/agreement.ts";
import { agreementReportWords } from "../../../domain/language/web-agreement-report.ts";
import { agreementWords } from "../../../domain/language/web-agreements.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { PlainTable } from "../../components/PlainTable.tsx";
import { sayDay } from "../../day-words.ts";
import { useNumber, useSpeech, useWords } from "../../language.tsx";
import { Link } from "../../navigation.tsx";
import { places } from "../../places.ts";
import styles from "./Agreement.module.css";

/** What a figure counts: its name, and the ids behind it; a duty of an agreement that has two counts twice. */
export interface Behind {
  readonly name: string;
  readonly ids: readonly string[];
}

/** The agreements behind a figure of the report, each leading to its page. */
export function ListBehind(props: {
  readonly behind: Behind;
  readonly agreements: AgreementReportAnswer["agreements"];
  readonly onClose: () => void;
}) {
  const { behind, agreements, onClose } = props;
  const words = useWords(agreementReportWords);
  const { status } = useWords(agreementWords);
  const { language } = useSpeech();
  const say = useNumber();
  const asked = new Set(behind.ids);
  const times = (id: string) => behind.ids.filter((one) => one === id).length;
  return (
    <Dialog title={words.behind(behind.name, say(behind.ids.length))} onClose={onClose}>
      <PlainTable
        stacks
        heads={[words.agreement, words.status, words.signedOn, words.endsOn].map((title) => ({ title }))}
      >
        {agreements
          .filter(({ id }) => asked.has(id))
          .map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link href={places.record("agreements", one.id)}>{one.title}</Link>
                {times(one.id) > 1 && <span className="muted"> × {say(times(one.id))}</span>}
                <span className={styles.second}>
                  {[levelWords[one.level][language], ...one.partners].join(" · ")}
                </span>
              </th>
              <td>{status[one.status]}</td>
              <td className="numbers" data-label={words.signedOn}>
                {one.signedOn && sayDay(one.signedOn)}
              </td>
              <td className="numbers" data-label={words.endsOn}>
                {one.endsOn && sayDay(one.endsOn)}
              </td>
            </tr>
          ))}
      </PlainTable>
    </Dialog>
  );
}
