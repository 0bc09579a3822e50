import { singleSpaced } from "../text/fold.ts";
import { type ColumnKind, columnKindOf } from "./columns.ts";
import type { OrderRow } from "./order-rows.ts";
import { type OutlineItem, placesOfItem } from "./outline.ts";

/** A line "Đơn vị chủ trì: …" under an item. */
export interface Field {
  readonly kind: ColumnKind;
  readonly heading: string;
  readonly text: string;
  readonly item: OutlineItem;
}

/**
 * The labelled lines under an item that together stand for a row of a table ("Thời gian: …", "Đơn vị chủ trì: …",
 * "Đơn vị phối hợp: …"). Null unless one names who leads and at least one more says time, helpers or result.
 */
export function fieldsOf(item: OutlineItem): readonly Field[] | null {
  const fields = item.children.flatMap((child): readonly Field[] => {
    if (child.kind !== "item" || child.children.length > 0) return [];
    const colon = child.text.indexOf(":");
    if (colon < 3 || colon > 45 || child.text.slice(colon + 1).trim() === "") return [];
    const heading = singleSpaced(child.text.slice(0, colon));
    const kind = columnKindOf(heading);
    return [{ kind, heading, text: singleSpaced(child.text.slice(colon + 1)), item: child }];
  });
  const kinds = new Set(fields.map((field) => field.kind));
  const more = (["time", "coordinating", "result"] as const).filter((kind) => kinds.has(kind)).length;
  return kinds.has("lead") && more > 0 ? fields : null;
}

/** The item and its labelled lines as a row of a table. */
export function rowOfFields(
  item: OutlineItem,
  fields: readonly Field[],
  groups: readonly string[],
): OrderRow {
  const content = {
    column: { kind: "content" as const, heading: "" },
    text: item.text,
    places: placesOfItem(item),
  };
  const lines = fields.map((field) => ({
    column: { kind: field.kind, heading: field.heading },
    text: field.text,
    places: placesOfItem(field.item),
  }));
  return {
    label: item.marker?.label || null,
    groups,
    parent: null,
    cells: [content, ...lines],
    places: [content, ...lines].flatMap((cell) => cell.places),
    inherited: new Set(),
  };
}
