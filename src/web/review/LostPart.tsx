import { useQuery } from "@tanstack/react-query";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { ShownUnplacedAnswer } from "../../contract/unplaced.ts";
import { sayReason } from "../../domain/language/unplaced-reasons.ts";
import { unplacedWords } from "../../domain/language/web-unplaced.ts";
import { fetchAnswer } from "../api.ts";
import { useSpeech, useWords } from "../language.tsx";
import { Link, useQueryOf } from "../navigation.tsx";
import { places } from "../places.ts";
import type { Light } from "../read/source-index.ts";
import { lightWords, regionOf, type SourceIndex } from "../read/source-index.ts";
import styles from "./ReviewPlace.module.css";

const names = ["unplaced"] as const;

/** The part that the address asks to see, which the reading of the document left out; null when it asks for none. */
export function useLostPart(document: string): ShownUnplacedAnswer | null {
  const { unplaced } = useQueryOf(names);
  const part = useQuery({
    queryKey: ["unplaced", document, unplaced],
    queryFn: () =>
      fetchAnswer<ShownUnplacedAnswer>(
        pathTo(apiPaths.documentUnplaced, { id: document, position: unplaced ?? "" }),
      ),
    enabled: unplaced !== undefined,
  });
  return part.data ?? null;
}

/** Its place in the source, with its words. */
export function lightOfLost(index: SourceIndex, part: ShownUnplacedAnswer): Light {
  const region = regionOf(index, part);
  return { region, words: lightWords(index, region, part.content) };
}

/** Says which part is lit and why the reading left it out, with the way back to the list. */
export function LostNote({ part }: { readonly part: ShownUnplacedAnswer }) {
  const words = useWords(unplacedWords);
  const { language } = useSpeech();
  return (
    <p className={styles.lost} role="status" data-screen-only>
      {words.lit} “{part.what}” ({sayReason(part.why, language)}).{" "}
      <Link href={places.unplaced({ document: part.document.id })}>{words.toList}</Link>{" "}
      <Link href={places.review(part.document.id)}>{words.leave}</Link>
    </p>
  );
}
