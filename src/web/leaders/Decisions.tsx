import type { LeadersAnswer } from "../../contract/leaders.ts";
import { type ProposalKind, proposalKinds } from "../../domain/duty/change-proposal.ts";
import { dutyWords } from "../../domain/language/web-duties.ts";
import { leadersWords } from "../../domain/language/web-leaders.ts";
import { PlainTable } from "../components/PlainTable.tsx";
import { sayDay } from "../day-words.ts";
import { useWords } from "../language.tsx";
import overview from "../overview/OverviewPlace.module.css";
import { places } from "../places.ts";
import { Count } from "./late-cell.tsx";

type Decision = LeadersAnswer["waiting"][number];

/** What waits for somebody's decision, since when, and who waits longest. */
export function Decisions({ waiting }: { waiting: readonly Decision[] }) {
  const words = useWords(leadersWords);
  const { steps } = useWords(dutyWords);
  const say = ({ what }: Decision) =>
    what === "asked" || what === "head" || what === "none" || isProposal(what)
      ? words.waiting[what]
      : words.liesWith(steps[what]);
  return (
    <section>
      <h2 className={overview.heading}>{words.decisions}</h2>
      {waiting.length === 0 ? (
        <p className="muted">{words.noDecisions}</p>
      ) : (
        <PlainTable
          heads={[
            { title: words.what },
            { title: words.count, isNumber: true },
            { title: words.since, isNumber: true },
          ]}
        >
          {waiting.map((one) => (
            <tr key={one.what}>
              <th scope="row">
                {say(one)} <span className="small muted">{words.oldest(one.oldest)}</span>
              </th>
              <td data-number>
                <Count count={one.count} href={listOf(one)} />
              </td>
              <td data-number>{sayDay(one.since)}</td>
            </tr>
          ))}
        </PlainTable>
      )}
    </section>
  );
}

function isProposal(what: Decision["what"]): what is ProposalKind {
  return proposalKinds.some((kind) => kind === what);
}

/** The list of so many rows. */
function listOf({ what }: Decision): string {
  if (isProposal(what)) return places.proposals({ kind: what });
  if (what === "asked") return places.duties({ asked: "1" });
  return places.duties(what === "head" ? { head: "1" } : { state: "submitted", step: what });
}
