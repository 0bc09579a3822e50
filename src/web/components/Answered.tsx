import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FailureError } from "../api.ts";
import { FailureNote } from "./FailureNote.tsx";
import { Waiting } from "./Waiting.tsx";

/** What was asked for, as soon as it is there; why it is not, with a button to ask again. */
export function Answered<Answer>(props: {
  readonly query: UseQueryResult<Answer>;
  readonly children: (answer: Answer) => ReactNode;
}) {
  const { data, error, refetch } = props.query;
  if (error instanceof FailureError)
    return <FailureNote failure={error.failure} onRetry={() => void refetch()} />;
  return data ? props.children(data) : <Waiting />;
}
