/**
 * Up to this doubt a value counts as read for sure. What reads gives 0.1 at most where the words allow one reading only and
 * a habitual sign of it is missing: a body named in the heading instead of the sentence, a day without the word "ngày", a
 * name of the list of bodies behind an unlisted kind. Where one of several readings was chosen, it gives 0.2 or more.
 */
export const sureUpTo = 0.1;

/** Whether a person should check a value with this doubt, 0…1. */
export function isDoubtful(doubt: number): boolean {
  return doubt > sureUpTo;
}
