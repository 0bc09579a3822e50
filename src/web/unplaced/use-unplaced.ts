import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { apiPaths } from "../../contract/paths.ts";
import type { ReviewAnswer } from "../../contract/review.ts";
import type { UnplacedAnswer, UnplacedKeyRequest, UnplacedPartAnswer } from "../../contract/unplaced.ts";
import type { Failure, Result } from "../../domain/basics/result.ts";
import { ask, fetchAnswer } from "../api.ts";
import { type Query, writeQuery } from "../places.ts";

/** What was done last and can be taken back. */
export interface Said {
  readonly what: "skipped" | "placed" | "undone";
  readonly parts: readonly UnplacedKeyRequest[];
}

/** The name of a part in the list. */
export function partKey(part: Pick<UnplacedPartAnswer, "document" | "position">): string {
  return `${part.document.id}/${part.position}`;
}

function requestOf(part: UnplacedPartAnswer): UnplacedKeyRequest {
  return { document: part.document.id, position: part.position };
}

/** What readings left out under some filters, page after page, and what can be said of it. */
export function useUnplaced(query: Query) {
  const list = useInfiniteQuery({
    queryKey: ["unplaced", query],
    queryFn: ({ pageParam }) =>
      fetchAnswer<UnplacedAnswer>(apiPaths.unplaced + writeQuery({ ...query, after: pageParam })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { ...list, more, ...useSaying() };
}

function useSaying() {
  const queries = useQueryClient();
  const [said, setSaid] = useState<Said | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const say = async (what: Said["what"], parts: Said["parts"], asked: Promise<Result<unknown>>) => {
    const answer = await asked;
    setFailure(answer.ok ? null : answer.failure);
    setSaid(answer.ok ? { what, parts } : null);
    await Promise.all(
      ["unplaced", "overview", "documents", "findings"].map((name) =>
        queries.invalidateQueries({ queryKey: [name] }),
      ),
    );
  };
  const undo = (parts: Said["parts"]) =>
    say("undone", parts, ask("DELETE", apiPaths.unplacedMarks, { parts }));
  return {
    said,
    failure,
    forget: () => {
      setSaid(null);
      setFailure(null);
    },
    skip: (parts: readonly UnplacedPartAnswer[], reason: string) => {
      const keys = parts.map(requestOf);
      return say("skipped", keys, ask("POST", apiPaths.unplacedMarks, { parts: keys, reason }));
    },
    place: (part: UnplacedPartAnswer) => {
      const key = requestOf(part);
      return say("placed", [key], ask<ReviewAnswer>("POST", apiPaths.unplacedTask, key));
    },
    undo: (part: UnplacedPartAnswer) => undo([requestOf(part)]),
    undoSaid: () => {
      if (said && said.what !== "undone") void undo(said.parts);
    },
  };
}

export type Unplaced = ReturnType<typeof useUnplaced>;
