/** What an addressee has to do with a task. */
export type AddresseeRole = "lead" | "standing" | "directs" | "supervises" | "approves" | "with";

/**
 * A body that a text addresses: a named unit under its canonical name, or a collective in the words of the text
 * ("các sở, ban, ngành"). `text` is what is written; `share` the part of the work that is its own, when said.
 */
export type Addressee = ({ readonly unit: string } | { readonly collective: string }) & {
  readonly text: string;
  readonly role: AddresseeRole;
  readonly share: string | null;
};
