/**
 * Which fields hold personal data (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15): they are shown to the person himself and to
 * whom the table of rights lets see personal data; lists, exports and history leave them out for all others. The names
 * of people in their office are no secret and are not among them.
 */
export const personalFields = {
  person: ["email", "phone"],
  unitContact: ["person", "email", "phone"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SensitiveThing = keyof typeof personalFields;

/** A thing without its personal fields. */
export function withoutPersonal<Thing extends object>(kind: SensitiveThing, thing: Thing): Partial<Thing> {
  const hidden: readonly string[] = personalFields[kind];
  // A part of the same fields with the same values.
  return Object.fromEntries(
    Object.entries(thing).filter(([field]) => !hidden.includes(field)),
  ) as Partial<Thing>;
}
