import { Fragment } from "react";
import type { RecordListAnswer } from "../../contract/record.ts";
import type { Declaration } from "../../domain/cooperation/declaration.ts";
import { noneGiven, readWhere, writeWhere } from "../../domain/cooperation/record-query.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import type { AskedRecords } from "./RecordFilters.tsx";

interface Shown {
  readonly declaration: Declaration;
  readonly list: RecordListAnswer;
  /** What the list is narrowed to. */
  readonly asked: AskedRecords;
}

/** How many records, what they add up to, and the share that is done; both parts of the share open their lists. */
export function RecordsLine(props: Shown) {
  const { fields, summed = [], share, about } = props.declaration;
  const { total, sums } = props.list;
  const words = useWords(recordWords);
  const say = useNumber();
  const { language } = useSpeech();
  const added = summed.flatMap((key) => {
    const field = fields.find((one) => one.key === key);
    if (!field || !sums[key]) return [];
    const unit = field.kind === "money" ? ` ${field.currency ?? ""}` : "";
    return [`${field.label[language]}: ${say(sums[key])}${unit}`];
  });
  const hasShare = share !== undefined && total > 0;
  const parts = [
    words.count(say(total)),
    ...(hasShare ? [<Share key="share" {...props} />] : []),
    ...added,
    ...(added.length === 0 && !hasShare ? [about[language]] : []),
  ];
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place
    <Fragment key={at}>
      {at > 0 && " · "}
      {part}
    </Fragment>
  ));
}

/** Of how many records the day of the register's share stands; what has it and what has not, each with its list. */
function Share(props: Shown) {
  const { declaration, list, asked } = props;
  const words = useWords(recordWords);
  const say = useNumber();
  const { language } = useSpeech();
  const { key, share } = declaration;
  if (!share) return null;
  const { total, shared, facets } = list;
  const given = (facets ?? []).flatMap(({ field, value }) =>
    field === share.field && value !== noneGiven ? [value] : [],
  );
  const narrowed = readWhere(declaration, asked.where ?? "");
  const address = (values: readonly string[]) =>
    places.records(key, {
      ...asked,
      where: writeWhere({ ...(narrowed.ok ? narrowed.value : {}), [share.field]: values }),
    });
  const done = words.share(share.label[language], say(shared), say((100 * shared) / total));
  return (
    <>
      {shared > 0 ? <Link href={address(given)}>{done}</Link> : done}
      {shared < total && (
        <>
          {" · "}
          <Link href={address([noneGiven])}>{words.shareLeft(say(total - shared))}</Link>
        </>
      )}
    </>
  );
}
