import type { DocumentHeadAnswer } from "../../contract/read.ts";
import { formatVietnamese, parseIsoDate } from "../../domain/basics/calendar-date.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { Doubt } from "../components/Doubt.tsx";
import { Facts } from "../components/Facts.tsx";
import { useNumber, useWords } from "../language.tsx";
import { doubtOf } from "./task-view.ts";

/** "Quyết định 1520/QĐ-UBND", with its doubts. */
export function HeadTitle({ head }: { head: DocumentHeadAnswer }) {
  const words = useWords(readWords);
  const name = [head.kindName ?? head.kind, head.number].filter((part) => part !== null).join(" ");
  const others = head.candidates?.number?.filter((number) => number !== head.number) ?? [];
  return (
    <>
      <Doubt reason={doubtOf(head.doubts, ["kind", "kindName", "number"], words)}>
        {name || words.untitled}
      </Doubt>
      {others.length > 0 && <span className="small muted"> {words.orElse(others.join(", "))}</span>}
    </>
  );
}

/** Who issued the document, when, who signed it, for whom; what was not found says so. */
export function HeadFacts({ head }: { head: DocumentHeadAnswer }) {
  const words = useWords(readWords);
  const say = useNumber();
  const { signer, recipients } = head;
  const value = (text: string | null, ...fields: readonly string[]) => (
    <Doubt reason={doubtOf(head.doubts, fields, words)}>
      {text ?? <span className="muted">{words.missing}</span>}
    </Doubt>
  );
  const facts = [
    { label: words.head.issuer, value: value(head.issuer, "issuer", "issuerSuperior") },
    { label: words.head.date, value: value(sayDate(head.date), "date") },
    {
      label: words.head.signer,
      value: value(signer && [signer.name, signer.title].filter(Boolean).join(", "), "signer"),
    },
    ...(recipients.length > 0
      ? [
          {
            label: words.head.recipients,
            value: (
              <span title={recipients.join("\n")}>
                {value(words.head.recipientCount(say(recipients.length)), "recipients")}
              </span>
            ),
          },
        ]
      : []),
    ...(head.attachedTo
      ? [{ label: words.head.attachedTo, value: value(head.attachedTo, "attachedTo") }]
      : []),
  ];
  return <Facts facts={facts} />;
}

function sayDate(iso: string | null): string | null {
  const date = iso === null ? null : parseIsoDate(iso);
  return date ? formatVietnamese(date) : iso;
}
