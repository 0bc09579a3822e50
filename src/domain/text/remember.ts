/** The same answers from a pure function of a text, each worked out once while it is among the last few thousand asked for. */
export function remembering<T>(answer: (text: string) => T, most = 20_000): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const found = answer(text);
    // Words of documents are few; what fills the table is something else, and it begins anew.
    if (answers.size >= most) answers.clear();
    answers.set(text, found);
    return found;
  };
}
