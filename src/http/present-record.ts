import type { RecordAnswer, RecordRowAnswer, RecordValue } from "../contract/record.ts";
import type { Value } from "../domain/cooperation/declaration.ts";
import type { MaskedRecord } from "../domain/cooperation/record.ts";
import { isList } from "../domain/cooperation/record-value.ts";
import type { ShownRecord } from "../operations/show-record.ts";

/** A record as it goes over the wire. */
export function presentRecord(record: MaskedRecord): RecordRowAnswer {
  const { id, register, title, owner, sourceKey, version } = record;
  return {
    ...{ id, register, title, owner, sourceKey, version, hidden: [...record.hidden] },
    values: mapped(record.values, presentValue),
    links: mapped(record.links, (links) => links.map(({ kind, id: to, name }) => ({ kind, id: to, name }))),
    computed: { ...record.computed },
  };
}

function presentValue(value: Value): RecordValue {
  return isList(value) ? [...value] : value;
}

function mapped<From, To>(
  entries: Readonly<Record<string, From>>,
  of: (from: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, of(value)]));
}

/** A record with its life. */
export function presentShown({ record, mayEdit, linked, changes }: ShownRecord): RecordAnswer {
  return {
    ...{ ...presentRecord(record), mayEdit },
    linked: {
      groups: linked.groups.map(({ states, latest, ...group }) => ({
        ...group,
        ...{ states: [...states], latest: [...latest] },
      })),
      tasks: { ...linked.tasks, latest: [...linked.tasks.latest] },
      documents: { ...linked.documents, latest: [...linked.documents.latest] },
      toldBy: [...linked.toldBy],
      days: { ...linked.days },
    },
    changes: changes.map(({ id, at, who, what, before, after }) => ({
      ...{ id, at: at.toISOString(), who, what, before, after },
    })),
  };
}
