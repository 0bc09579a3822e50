import { useQueryClient } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { SessionAnswer } from "../contract/account.ts";
import { webPaths } from "../contract/paths.ts";
import { frameWords } from "../domain/language/web-frame.ts";
import { FailureError } from "./api.ts";
import { EmptyState } from "./components/EmptyState.tsx";
import { FailureNote } from "./components/FailureNote.tsx";
import { Waiting } from "./components/Waiting.tsx";
import { createImports, ImportsContext } from "./documents/imports.ts";
import { Frame } from "./frame/Frame.tsx";
import { useWords } from "./language.tsx";
import { Link, usePath } from "./navigation.tsx";
import { places } from "./places.ts";
import { createReadings, ReadingsContext } from "./read/readings.ts";
import { hasRegister, useSession } from "./session.ts";

const ReadPlace = lazy(() => import("./read/ReadPlace.tsx"));
const OverviewPlace = lazy(() => import("./overview/OverviewPlace.tsx"));
const ProvincePlace = lazy(() => import("./accounts/ProvincePlace.tsx"));
const SignInPlace = lazy(() => import("./accounts/SignInPlace.tsx"));
const SecondFactorPlace = lazy(() => import("./accounts/SecondFactorPlace.tsx"));
const ClosedPlace = lazy(() => import("./accounts/ClosedPlace.tsx"));

/** The door first: who is here and what he may see; then the place that the address names. */
export function App() {
  const path = usePath();
  const [readings] = useState(createReadings);
  const queries = useQueryClient();
  const [imports] = useState(() => createImports(() => void queries.invalidateQueries()));
  const session = useSession();
  const inside = session.data && (session.data.gate === "open" || session.data.gate === "signedIn");
  return (
    <ReadingsContext value={readings}>
      <ImportsContext value={imports}>
        <Frame session={session.data ?? null}>
          <Suspense fallback={<Waiting />}>
            {isDoor(path) ? (
              <Outlet />
            ) : !session.data ? (
              // A server that is away for a moment takes no place away that was open already.
              session.error instanceof FailureError ? (
                <FailureNote failure={session.error.failure} onRetry={() => void session.refetch()} />
              ) : (
                <Waiting />
              )
            ) : inside && (hasRegister(session.data) || isOpenPlace(path)) ? (
              <Outlet />
            ) : inside ? (
              // The places of the register open once the province is known.
              <ClosedRegister session={session.data} />
            ) : session.data.gate === "secondFactor" ? (
              <SecondFactorPlace />
            ) : session.data.gate === "closed" ? (
              <ClosedPlace />
            ) : (
              <SignInPlace />
            )}
          </Suspense>
        </Frame>
      </ImportsContext>
    </ReadingsContext>
  );
}

/** Places where somebody comes in by a code or a link. */
function isDoor(path: string): boolean {
  return [webPaths.setup, webPaths.invitation, webPaths.recovery, webPaths.entry].some(
    (door) => door === path,
  );
}

/** Places that need no province. */
function isOpenPlace(path: string): boolean {
  return [places.first, webPaths.signIn, places.read, places.state, places.account].some(
    (open) => open === path,
  );
}

/** A place of the register before there is one: signed in, the province is chosen; else there is only reading. */
function ClosedRegister({ session }: { session: SessionAnswer }) {
  return session.gate === "signedIn" ? <ProvincePlace /> : <ReadPlace />;
}

/** Where one arrives without naming a place: the overview, or what comes before it. */
export function FirstPlace() {
  const session = useSession().data ?? null;
  if (hasRegister(session)) return <OverviewPlace />;
  return session ? <ClosedRegister session={session} /> : <Waiting />;
}

export function NoSuchPlace() {
  const words = useWords(frameWords);
  return (
    <EmptyState title={words.notFoundTitle} action={<Link href={places.first}>{words.backToRead}</Link>}>
      <p>{words.notFoundText}</p>
    </EmptyState>
  );
}
