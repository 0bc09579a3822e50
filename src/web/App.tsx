import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { SessionAnswer } from "../contract/account.ts";
import { apiPaths, webPaths } from "../contract/paths.ts";
import { frameWords } from "../domain/language/web-frame.ts";
import { FailureError, fetchAnswer } from "./api.ts";
import { EmptyState } from "./components/EmptyState.tsx";
import { FailureNote } from "./components/FailureNote.tsx";
import { Waiting } from "./components/Waiting.tsx";
import { Frame } from "./frame/Frame.tsx";
import { useWords } from "./language.tsx";
import { Link, usePath } from "./navigation.tsx";
import { places } from "./places.ts";
import { ReadPlace } from "./read/ReadPlace.tsx";
import { createReadings, ReadingsContext } from "./read/readings.ts";

const SignInPlace = lazy(() => import("./accounts/SignInPlace.tsx"));
const ClosedPlace = lazy(() => import("./accounts/ClosedPlace.tsx"));

/** The door first: who is here and what he may see; then the place that the address names. */
export function App() {
  const path = usePath();
  const [readings] = useState(createReadings);
  const session = useQuery({
    queryKey: ["session"],
    queryFn: () => fetchAnswer<SessionAnswer>(apiPaths.session),
  });
  const inside = session.data && (session.data.gate === "open" || session.data.gate === "signedIn");
  return (
    <ReadingsContext value={readings}>
      <Frame session={session.data ?? null}>
        <Suspense fallback={<Waiting />}>
          {path === webPaths.setup ? (
            <Outlet />
          ) : session.error instanceof FailureError ? (
            <FailureNote failure={session.error.failure} onRetry={() => void session.refetch()} />
          ) : !session.data ? (
            <Waiting />
          ) : inside ? (
            <Outlet />
          ) : session.data.gate === "closed" ? (
            <ClosedPlace />
          ) : (
            <SignInPlace />
          )}
        </Suspense>
      </Frame>
    </ReadingsContext>
  );
}

/** Where one arrives without naming a place. */
export function FirstPlace() {
  return <ReadPlace />;
}

export function NoSuchPlace() {
  const words = useWords(frameWords);
  return (
    <EmptyState title={words.notFoundTitle} action={<Link href={places.first}>{words.backToRead}</Link>}>
      <p>{words.notFoundText}</p>
    </EmptyState>
  );
}
