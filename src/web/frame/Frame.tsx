import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { SessionAnswer } from "../../contract/account.ts";
import { apiPaths, webPaths } from "../../contract/paths.ts";
import { frameWords } from "../../domain/language/web-frame.ts";
import { ask } from "../api.ts";
import { Icon, type IconName } from "../components/Icon.tsx";
import { MoreMenu } from "../components/MoreMenu.tsx";
import { useSpeech, useWords } from "../language.tsx";
import { Link, useGo, usePath } from "../navigation.tsx";
import { places } from "../places.ts";
import { SampleNote } from "../sample/SampleNote.tsx";
import { hasRegister, useMay } from "../session.ts";
import { Bell } from "./Bell.tsx";
import styles from "./Frame.module.css";
import { useKeptFocus } from "./use-kept-focus.ts";

/** The frame around every place: name of the program, places, language, colours, the person. */
export function Frame({ session, children }: { session: SessionAnswer | null; children: ReactNode }) {
  const words = useWords(frameWords);
  const { language } = useSpeech();
  const path = usePath();
  useKeptFocus();
  const inside = session?.gate === "open" || session?.gate === "signedIn";
  const withPlaces = inside && path !== webPaths.setup;
  return (
    <div className={styles.frame} data-places={withPlaces || undefined}>
      <a className={styles.skip} href="#content" data-screen-only>
        {words.toContent}
      </a>
      <header className={styles.head} data-screen-only>
        <Link href={places.first} className={styles.product}>
          <img src="/icon.svg" alt="" width="24" height="24" />
          {words.product}
          {session?.province && (
            <span className={styles.province}>
              {language === "vi" ? session.province.name : session.province.nameEn}
            </span>
          )}
        </Link>
        {hasRegister(session) && <SampleNote />}
        <div className={styles.tools}>
          <SchemeButton />
          <LanguageButton />
          {hasRegister(session) && session?.may.includes("see-duties") && <Bell />}
          {session?.user && <Person name={session.user.name} />}
        </div>
      </header>
      {withPlaces && (
        <nav className={styles.places} aria-label={words.places} data-screen-only>
          {hasRegister(session) && (
            <>
              <PlaceLink
                href={places.overview}
                icon="overview"
                label={words.overview}
                short={words.overview}
              />
              <DutiesLink />
              <PlaceLink href={places.tasks()} icon="tasks" label={words.tasks} short={words.tasks} />
              <PlaceLink
                href={places.documents()}
                icon="documents"
                label={words.documents}
                short={words.documents}
              />
              <CooperationLink />
            </>
          )}
          <FurtherPlaces withRegister={hasRegister(session)} />
        </nav>
      )}
      <main id="content" className={styles.content} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** Reading on trial, and where units, people and the program are looked after; on a phone these stand in a menu. */
function FurtherPlaces({ withRegister }: { withRegister: boolean }) {
  const words = useWords(frameWords);
  const go = useGo();
  const mayInvite = useMay("change-people");
  const seesLog = useMay("see-log");
  const leads = useMay("compare-units");
  const cooperation = { href: places.cooperation, label: words.cooperation };
  const leaders = {
    href: places.leaders,
    icon: "state",
    label: words.leaders,
    short: words.leaders,
  } as const;
  const urging = {
    href: useMay("record-report") ? places.letters : places.meeting,
    icon: "bell",
    label: words.urging,
    short: words.urging,
  } as const;
  const sees = useMay("see-records");
  const read = { href: places.read, icon: "read", label: words.read, short: words.readShort } as const;
  const state = { href: places.state, icon: "state", label: words.state, short: words.stateShort } as const;
  if (!withRegister)
    return (
      <>
        <PlaceLink {...read} />
        <PlaceLink {...state} />
      </>
    );
  const looked = [
    { href: places.organisation(), icon: "units", label: words.units },
    { href: places.people(), icon: "person", label: words.people },
    ...(mayInvite ? [{ href: places.invitations, icon: "person", label: words.invitations } as const] : []),
    ...(seesLog ? [{ href: places.log(), icon: "past", label: words.log } as const] : []),
    { href: places.settings, icon: "settings", label: words.settings },
    state,
  ] as const;
  return (
    <>
      {leads && <PlaceLink {...leaders} secondary />}
      {leads && <PlaceLink {...urging} secondary />}
      <PlaceLink {...read} secondary />
      <p className={styles.group}>{words.administration}</p>
      {looked.map((place) => (
        <PlaceLink key={place.href} short={place.label} {...place} secondary />
      ))}
      <div className={styles.further}>
        <MoreMenu
          label={words.further}
          items={[...(sees ? [cooperation] : []), ...(leads ? [leaders, urging] : []), read, ...looked].map(
            ({ label, href }) => ({
              label,
              onSelect: () => go(href),
            }),
          )}
        />
      </div>
    </>
  );
}

/** One's own duties for who works in a unit, those of all units for who follows them. */
function DutiesLink() {
  const words = useWords(frameWords);
  const label = useMay("report-duty") ? words.myDuties : words.duties;
  if (!useMay("see-duties")) return null;
  return <PlaceLink href={places.duties()} icon="duties" label={label} short={words.dutiesShort} />;
}

/** The database of cooperation; on a phone it stands in the menu. */
function CooperationLink() {
  const { cooperation } = useWords(frameWords);
  if (!useMay("see-records")) return null;
  return (
    <PlaceLink
      href={places.cooperation}
      icon="cooperation"
      label={cooperation}
      short={cooperation}
      secondary
    />
  );
}

function PlaceLink({
  href,
  icon,
  label,
  short,
  secondary,
}: {
  href: string;
  icon: IconName;
  label: string;
  short: string;
  /** Not on a phone, where there is room for four. */
  secondary?: boolean;
}) {
  const here = isUnder(usePath(), href);
  return (
    <Link
      href={href}
      className={styles.place}
      data-secondary={secondary || undefined}
      aria-current={here ? "page" : undefined}
      aria-label={label}
    >
      <Icon name={icon} />
      <span className={styles.long}>{label}</span>
      <span className={styles.short}>{short}</span>
    </Link>
  );
}

/** A place and all that opens from it; the ways of seeing tasks belong to the tasks. */
function isUnder(path: string, place: string): boolean {
  if (place === places.overview && path === places.first) return true;
  if (place === places.read && path === places.first) return false;
  if (place === places.tasks() && (path === places.units() || path === places.timeline())) return true;
  if (place === places.duties() && (path === places.signed() || path === places.proposals())) return true;
  // What readings left out is of documents.
  if (place === places.documents() && path === places.unplaced()) return true;
  if (place === places.people() && (path === places.rights || path === places.keys)) return true;
  return path === place || path.startsWith(`${place}/`);
}

function LanguageButton() {
  const { language, switchLanguage } = useSpeech();
  const words = useWords(frameWords);
  return (
    <button type="button" className={styles.tool} onClick={switchLanguage} title={words.switchLanguage}>
      <span lang={language === "vi" ? "en" : "vi"}>{words.otherLanguage}</span>
    </button>
  );
}

const nextScheme: Record<MantineColorScheme, MantineColorScheme> = {
  auto: "light",
  light: "dark",
  dark: "auto",
};

function SchemeButton() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const words = useWords(frameWords);
  const label = words.changeScheme(words.scheme[colorScheme]);
  return (
    <button
      type="button"
      className={styles.tool}
      onClick={() => setColorScheme(nextScheme[colorScheme])}
      aria-label={label}
      title={label}
    >
      <Icon name={colorScheme} />
    </button>
  );
}

function Person({ name }: { name: string }) {
  const words = useWords(frameWords);
  const queries = useQueryClient();
  const go = useGo();
  const signOut = async () => {
    await ask("DELETE", apiPaths.session);
    // Reloading forgets everything that was read: the next person at this screen must not see it.
    go(places.first);
    queries.clear();
    window.location.reload();
  };
  return (
    <>
      <Link href={places.account} className={styles.person} aria-label={`${name}, ${words.account}`}>
        <Icon name="person" />
        <span className={styles.personName}>{name}</span>
      </Link>
      <button type="button" className={styles.tool} onClick={() => void signOut()}>
        {words.signOut}
      </button>
    </>
  );
}
