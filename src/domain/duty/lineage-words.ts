import { findDocumentNumbers } from "../document/number-find.ts";
import { isCapital, type Word, wordsOf } from "../organisation/words.ts";
import { fold, foldedKey, singleSpaced } from "../text/fold.ts";

/**
 * Syllables that orders of every office share, folded: they tell little of what an order is about. Vietnamese words are
 * mostly of two syllables, so that pairs of neighbours are compared; a pair of two of these does not count.
 */
const sharedSyllables = new Set(
  (
    "cac nhung mot so va voi cua cho trong tren duoi ve theo den tu tai de la duoc co khong khi se da dang cung nhu hoac hay bi do vao ra " +
    "cong tac thuc hien to chuc trien khai tang cuong day manh dia ban nham gop phan nganh don vi co quan dia phuong phoi hop chu tri hieu qua " +
    "tinh thanh pho xa phuong huyen so ban ubnd uy nhan dan chu tich lanh dao giao yeu cau de nghi tiep tuc khan truong kip thoi tap trung chu dong " +
    "ra soat xay dung bao cao ket qua de xuat tham muu trinh hoan thien hoan chinh ban hanh noi dung nhiem vu lien quan bao dam dam quy dinh phap luat " +
    "thoi gian nam thang ngay truoc sau qua trinh tinh hinh day du cu the phu hop nang cao chat luong phat trien ke hoach giai phap hoat dong " +
    "kiem tra giam sat don doc theo doi huong dan quan ly xem xet quyet dinh cap tham quyen hang dinh ky thuong xuyen khac moi nay " +
    "khu cuoc hop van ban chi dao thong bao thu truong giam doc phong linh vuc muc tieu trach nhiem tiep nhu"
  ).split(" "),
);

/** Whether a folded syllable is one that orders of every office share. */
export function isSharedSyllable(syllable: string): boolean {
  return sharedSyllables.has(syllable);
}

/** An order, or what a document says of itself, before it is compared. */
export interface LineageText {
  readonly content: string;
  readonly result: string | null;
  /** The words of its time: a deadline is not what an order is about. */
  readonly timeWords: string | null;
  /** The heading above it. */
  readonly heading: string | null;
  /** The subject of its document, to which "nêu trên" and the like point. */
  readonly subject: string | null;
}

/** What an order wants to be made: "kế hoạch" and what the plan is about. */
export interface LineageProduct {
  /** Folded: "ke hoach". */
  readonly kind: string;
  /** The phrase as written. */
  readonly words: string;
  /** Folded syllables of the phrase without its kind. */
  readonly syllables: readonly string[];
  /** Numbers of documents in the phrase: "kế hoạch thực hiện Nghị quyết số 12/NQ-CP". */
  readonly numbers: readonly string[];
}

/** An order as lineage compares it. */
export interface LineageWords {
  readonly written: string;
  /** Its words in order, with their places in `written`; null where a sentence ends or something was left out. */
  readonly syllables: readonly (Word | null)[];
  /** Telling syllables and pairs of neighbours, folded. */
  readonly terms: ReadonlySet<string>;
  /** Numbers of documents named in it. */
  readonly numbers: ReadonlySet<string>;
  /** Names of places, partners and products with capitals inside a sentence: folded, and as written. */
  readonly names: ReadonlyMap<string, string>;
  /** Communes, villages, border gates and other small places, named after their kind ("xã Ia Mơ"), folded. */
  readonly places: ReadonlySet<string>;
  /** Years, quarters, months, stages and rounds that the words speak of, deadlines apart, folded. */
  readonly rounds: ReadonlySet<string>;
  readonly product: LineageProduct | null;
  /** All words in one line, folded, with a space at both ends. */
  readonly folded: string;
}

/** A longer one is a sentence that leads into a list. */
const longestHeading = 200;

/** The words of a text, each folded as `foldedKey` folds. */
function foldedWords(text: string): readonly Word[] {
  return wordsOf(text).map((word) => ({ ...word, key: fold(word.text) }));
}

const backward = /\b(?:neu tren|noi tren|tren day)\b/;
const dayOfWords =
  /(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?/giu;
/** "6 rõ", which most orders recall (Nghị quyết 18-NQ/TW and what follows it). */
const sixClears =
  /(?:6|sáu) rõ|rõ (?:người|việc|thời gian|trách nhiệm|thẩm quyền|sản phẩm|kết quả|tiến độ)/giu;
const placeAfterKind =
  /(?:xã|phường|thị trấn|huyện|thị xã|quận|đặc khu|thôn|làng|buôn|khu phố|tổ dân phố|cửa khẩu(?: quốc tế)?|hồ|sông|suối|cầu|chợ|cảng)\s+((?:\p{Lu}[\p{L}'’-]*)(?:\s+\p{Lu}[\p{L}'’-]*)*)/gu;
const roundShape =
  /\b(?:quy (?:iv|i{1,3}|[1-4])|(?:6|sau|9|chin) thang (?:dau|cuoi)? ?nam|thang \d{1,2}|nam (?:hoc )?\d{4}|dot (?:\d+|i{1,3}|iv)|giai doan \d{4} \d{4}|lan thu \w+|ky (?:\d+|i{1,3})|vu (?:dong xuan|he thu|mua))\b/g;
const productKinds =
  /\b(ke hoach|de an|quy che|quy trinh|danh muc|chuong trinh|phuong an|nghi quyet|chi thi|co so du lieu|trang thong tin|cong thong tin|bo chi so|bo tieu chi|so tay|cam nang|quy hoach|to trinh|ban do)\b/;
const makesBefore =
  /\b(?:xay dung|hoan thien|hoan chinh|hoan thanh|ban hanh|lap|soan thao|trinh|phe duyet|tham muu|du thao|cap nhat|dieu chinh|sua doi|bo sung|thay the|thu hoi|bai bo|thiet lap)(?: [a-z]+){0,6}? $/;
const productEnds =
  /[.,;:()“”]|\s(?:để|nhằm|và tổ chức|và triển khai|trước ngày|trong tháng|trong quý|chậm nhất|gửi|báo cáo|trình|trong thời gian|làm cơ sở|theo quy định)\s/iu;

/**
 * Takes an order apart for comparison. `leftOut` are names of bodies, folded, which are judged apart and do not count as
 * words; `own` are names that the whole pool speaks of, such as that of the province.
 */
export function lineageWords(text: LineageText, leftOut: readonly string[]): LineageWords {
  const refersBack = text.subject !== null && backward.test(foldedKey(text.content));
  const said = singleSpaced([text.content, text.result ?? ""].filter((part) => part !== "").join(". "));
  const written = refersBack ? `${said}. ${text.subject}` : said;
  const blank = (words: string) => ".".padEnd(words.length, " ");
  const undated = without(written, text.timeWords).replace(dayOfWords, blank).replace(sixClears, blank);
  const syllables = syllablesOf(undated, leftOut);
  const heading = text.heading !== null && text.heading.length <= longestHeading ? text.heading : "";
  return {
    ...{ written, syllables, terms: termsOf(syllables), names: namesIn(`${undated}. ${heading}`) },
    numbers: new Set(findDocumentNumbers(written).map(({ number }) => number.text)),
    places: new Set([...undated.matchAll(placeAfterKind)].map((match) => foldedKey(match[1] ?? ""))),
    rounds: new Set(foldedKey(undated).match(roundShape) ?? []),
    ...{
      product: productIn(undated, refersBack ? text.subject : null),
      folded: ` ${foldedKey(`${written} ${heading}`)} `,
    },
  };
}

/** The words of its time taken out; what stands behind keeps its place. */
function without(text: string, words: string | null): string {
  const time = words === null ? "" : singleSpaced(words);
  return time === "" ? text : text.replaceAll(time, ".".padEnd(time.length, " "));
}

function syllablesOf(text: string, leftOut: readonly string[]): readonly (Word | null)[] {
  const words = foldedWords(text);
  const keys = ` ${words.map(({ key }) => key).join(" ")} `;
  const hidden = new Set<number>();
  for (const name of leftOut)
    for (let at = keys.indexOf(` ${name} `); at >= 0; at = keys.indexOf(` ${name} `, at + 1)) {
      const first = keys.slice(0, at).split(" ").length - 1;
      for (let i = 0; i < name.split(" ").length; i++) hidden.add(first + i);
    }
  return words.flatMap((word, i) =>
    hidden.has(i) ? [null] : /[.;:,()“”"!?…]/u.test(word.gap) ? [null, word] : [word],
  );
}

function termsOf(syllables: readonly (Word | null)[]): ReadonlySet<string> {
  const terms = new Set<string>();
  syllables.forEach((word, at) => {
    if (word === null) return;
    if (!sharedSyllables.has(word.key) && word.key.length > 3) terms.add(word.key);
    const next = syllables[at + 1];
    if (next && !(sharedSyllables.has(word.key) && sharedSyllables.has(next.key)))
      terms.add(`${word.key} ${next.key}`);
  });
  return terms;
}

/** Runs of words with capitals that do not begin a sentence; digits and single letters are no names. */
function namesIn(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  let run: Word[] = [];
  const close = () => {
    const key = run.map((word) => word.key).join(" ");
    if (key.length > 2 && !run.every((word) => sharedSyllables.has(word.key)))
      names.set(key, run.map((word) => word.text).join(" "));
    run = [];
  };
  let starts = true;
  for (const word of foldedWords(text)) {
    starts ||= /[.;:!?…\n“”"(-]\s*$/u.test(word.gap);
    const capital = isCapital(word) && !/^\p{N}/u.test(word.text);
    if (run.length > 0 && (!capital || !/^[\s-]*$/u.test(word.gap))) close();
    if (capital && !starts) run.push(word);
    starts = false;
  }
  close();
  return names;
}

/** The document or system that the words want to be made, the first that a verb of making stands before. */
function productIn(text: string, subject: string | null): LineageProduct | null {
  const words = foldedWords(text);
  for (let i = 0; i < words.length; i++) {
    const ahead = words
      .slice(i, i + 4)
      .map(({ key }) => key)
      .join(" ");
    const kind = productKinds.exec(ahead);
    const before = words.slice(Math.max(0, i - 8), i);
    if (kind?.index !== 0 || !makesBefore.test(`${before.map(({ key }) => key).join(" ")} `)) continue;
    const product = phraseFrom(text, words, { from: i, kind: kind[0] });
    const meant = backward.test(foldedKey(product.words)) && subject !== null;
    return meant ? (productNamed(subject, kind[0]) ?? product) : product;
  }
  return null;
}

/** The product that the subject of a document names: "Kế hoạch thực hiện …" of "về việc ban hành Kế hoạch thực hiện …". */
export function productNamed(title: string, kind?: string): LineageProduct | null {
  const subject = title.replace(dayOfWords, (day) => ".".padEnd(day.length, " "));
  const words = foldedWords(subject);
  for (let i = 0; i < words.length; i++) {
    const ahead = words
      .slice(i, i + 4)
      .map(({ key }) => key)
      .join(" ");
    const found = productKinds.exec(ahead);
    if (found?.index === 0 && (kind === undefined || kind === found[0]))
      return phraseFrom(subject, words, { from: i, kind: found[0] });
  }
  return null;
}

function phraseFrom(
  text: string,
  words: readonly Word[],
  { from, kind }: { readonly from: number; readonly kind: string },
): LineageProduct {
  const head = kind.split(" ").length;
  const start = words[from]?.start ?? 0;
  const behind = words[from + head]?.start ?? text.length;
  const end = productEnds.exec(text.slice(behind));
  const until = Math.min(end ? behind + end.index : text.length, start + 300);
  const phrase = text.slice(start, until).trim();
  return {
    ...{ kind, words: phrase, numbers: findDocumentNumbers(phrase).map(({ number }) => number.text) },
    syllables: words.slice(from + head).flatMap(({ key, end: last }) => (last <= until ? [key] : [])),
  };
}
