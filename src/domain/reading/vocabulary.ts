import type { Gazetteer } from "../organisation/gazetteer.ts";
import { buildLexicon, type Lexicon, type Phrase } from "../text/lexicon.ts";
import { wordsOfDoing } from "./action-verbs.ts";
import {
  commonWords,
  fieldWords,
  numberWords,
  officePhrases,
  personNames,
  usualWords,
} from "./vocabulary-words.ts";

/** Costs in nats: how surprising a word or phrase of each list is. */
const costs = {
  common: 4.5,
  usual: 9,
  phrase: 8.5,
  doing: 9,
  body: 9.5,
  field: 10,
  person: 8,
  number: 5,
  pair: 11,
  commune: 12,
  province: 11,
} as const;

const vocabularies = new WeakMap<Gazetteer, Lexicon>();

/**
 * What reading looks for in a text, as a lexicon for damaged ones: the words of its own grammar, and the bodies and
 * provinces of the gazetteer. Built when first asked for.
 */
export function vocabularyOf(gazetteer: Gazetteer): Lexicon {
  let vocabulary = vocabularies.get(gazetteer);
  if (!vocabulary) {
    vocabulary = buildLexicon(phrasesOf(gazetteer));
    vocabularies.set(gazetteer, vocabulary);
  }
  return vocabulary;
}

function* phrasesOf(gazetteer: Gazetteer): Generator<Phrase> {
  yield* listed(commonWords, costs.common);
  yield* listed(numberWords, costs.number);
  yield* listed(usualWords, costs.usual);
  yield* listed(officePhrases, costs.phrase);
  yield* listed(wordsOfDoing, costs.doing);
  yield* listed(fieldWords, costs.field);
  yield* listed(personNames, costs.person);
  for (const { name, kind } of gazetteer.provinces) {
    yield { text: name, cost: costs.province };
    yield { text: `${kind} ${name}`, cost: costs.province - 1 };
  }
  for (const { name, kind } of gazetteer.communes().all)
    yield { text: `${kind} ${name}`, cost: costs.commune };
  for (const body of gazetteer.bodies)
    for (const name of [body.name, body.fullName, ...body.aliases])
      for (const text of spelledOut(name)) yield { text, cost: costs.body };
}

function* listed(words: string, cost: number): Generator<Phrase> {
  for (const word of words.split(",")) {
    const text = word.replace(/\s+/g, " ").trim();
    if (text === "") continue;
    yield { text, cost };
    // Most words have two syllables: those of longer phrases stand on their own as well.
    const syllables = text.split(" ");
    for (const [i, syllable] of syllables.entries()) {
      const next = syllables[i + 1];
      if (next && syllables.length > 2) yield { text: `${syllable} ${next}`, cost: costs.pair };
    }
  }
}

/** A name of the gazetteer with and without the words for its place: "Công an {p}" is "Công an tỉnh" and "Công an". */
function spelledOut(name: string): readonly string[] {
  const bare = name.replace(/\s*\{[pPx]\}/g, "").trim();
  const kinds = name.includes("{p}") ? ["tỉnh", "thành phố"] : name.includes("{x}") ? ["xã", "phường"] : [];
  const placed = kinds.map((kind) =>
    name
      .replace(/\{[px]\}/g, kind)
      .replace(/\s*\{P\}/g, "")
      .trim(),
  );
  return [bare, ...placed].filter(
    (text) => text.includes(" ") && !/(?:^|\s)(?!UBND|HĐND|MTTQ|TW)\p{Lu}{2,}/u.test(text),
  );
}
