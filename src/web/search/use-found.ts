import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { SessionAnswer } from "../../contract/account.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { SearchAnswer } from "../../contract/search.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { searchWords } from "../../domain/language/web-search.ts";
import { searchQuery, wordsToMark } from "../../domain/text/search-query.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { useSpeech } from "../language.tsx";
import { writeQuery } from "../places.ts";
import { type FoundRows, foundRows, rowOf } from "./found-rows.ts";
import { readOpenedThings } from "./opened.ts";

/** What a search shows now. */
export interface Found {
  readonly lists: readonly FoundRows[];
  /** Folded words by which titles are marked. */
  readonly marks: readonly string[];
  readonly count: number;
  /** It is what was typed last, and not what was there before the answer. */
  readonly isSettled: boolean;
  /** Nothing was typed: what was opened before. */
  readonly isOpened: boolean;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

/** Between the last key and the question. */
const pause = 120;

/** What fits the words typed, or with none what was opened before; an answer that comes late replaces no later one. */
export function useFound(typed: string, session: SessionAnswer): Found {
  const { language } = useSpeech();
  const words = searchWords[language];
  const asked = usePaused(typed);
  const isEmpty = typed.trim() === "";
  const opened = useMemo(() => readOpenedThings(session).join(","), [session]);
  const query = useQuery({
    queryKey: ["search", asked],
    queryFn: () => fetchAnswer<SearchAnswer>(apiPaths.search + writeQuery({ words: asked })),
    enabled: !isEmpty && asked.trim() !== "",
    placeholderData: keepPreviousData,
    staleTime: 20_000,
    retry: false,
  });
  const before = useQuery({
    queryKey: ["search opened", opened],
    queryFn: () => fetchAnswer<SearchAnswer>(apiPaths.search + writeQuery({ opened })),
    enabled: opened !== "",
    retry: false,
  });
  if (isEmpty) {
    const rows = before.data?.opened.map((thing) => rowOf(thing, language)) ?? [];
    return {
      ...{ lists: rows.length > 0 ? [{ name: "", rows, lists: [] }] : [], marks: [], count: rows.length },
      ...{ isSettled: opened === "" || !before.isPending, isOpened: true },
      ...{ failure: null, retry: () => undefined },
    };
  }
  const failure = query.error instanceof FailureError ? query.error.failure : null;
  const lists = failure
    ? []
    : foundRows(query.data ?? { groups: [], listWords: "" }, typed, session.may, { words, language });
  const own = searchQuery(typed);
  return {
    ...{ lists, count: lists.reduce((sum, { rows }) => sum + rows.length, 0), isOpened: false, failure },
    marks: query.data?.marks ?? (own ? wordsToMark(own) : []),
    isSettled: asked === typed && !query.isFetching && !query.isPlaceholderData,
    retry: () => void query.refetch(),
  };
}

function usePaused(typed: string): string {
  const [asked, setAsked] = useState(typed);
  useEffect(() => {
    const wait = setTimeout(() => setAsked(typed), pause);
    return () => clearTimeout(wait);
  }, [typed]);
  return asked;
}
