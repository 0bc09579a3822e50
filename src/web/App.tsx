import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { SessionAnswer } from "../contract/account.ts";
import { apiPaths, webPaths } from "../contract/paths.ts";
import { frameWords } from "../domain/language/web-frame.ts";
import { FailureError, fetchAnswer } from "./api.ts";
import { EmptyState } from "./components/EmptyState.tsx";
import { FailureNote } from "./components/FailureNote.tsx";
import { Frame } from "./frame/Frame.tsx";
import { useWords } from "./language.tsx";
import { Link, usePath } from "./navigation.tsx";
import { ReadPlace } from "./read/ReadPlace.tsx";
import { createReadings, ReadingsContext } from "./read/readings.ts";

const StatePlace = lazy(() => import("./state/StatePlace.tsx"));
const SignInPlace = lazy(() => import("./accounts/SignInPlace.tsx"));
const SetupPlace = lazy(() => import("./accounts/SetupPlace.tsx"));
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
            <SetupPlace />
          ) : session.error instanceof FailureError ? (
            <FailureNote failure={session.error.failure} onRetry={() => void session.refetch()} />
          ) : !session.data ? (
            <Waiting />
          ) : inside ? (
            <Place path={path} />
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

function Place({ path }: { path: string }) {
  if (path === webPaths.read || path === webPaths.signIn) return <ReadPlace />;
  if (path === webPaths.state) return <StatePlace />;
  return <NoSuchPlace />;
}

function Waiting() {
  const words = useWords(frameWords);
  return (
    <p className="muted" role="status">
      {words.loading}
    </p>
  );
}

function NoSuchPlace() {
  const words = useWords(frameWords);
  return (
    <EmptyState title={words.notFoundTitle} action={<Link href={webPaths.read}>{words.backToRead}</Link>}>
      <p>{words.notFoundText}</p>
    </EmptyState>
  );
}
