import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { SessionAnswer } from "../../contract/account.ts";
import { apiPaths, webPaths } from "../../contract/paths.ts";
import { frameWords } from "../../domain/language/web-frame.ts";
import { ask } from "../api.ts";
import { Icon } from "../components/Icon.tsx";
import { MoreMenu } from "../components/MoreMenu.tsx";
import { useNumber, useSpeech, useWords } from "../language.tsx";
import { Link, useGo, usePath } from "../navigation.tsx";
import { places } from "../places.ts";
import { SampleNote } from "../sample/SampleNote.tsx";
import { SearchButton } from "../search/SearchButton.tsx";
import { hasRegister, useMay } from "../session.ts";
import { Bell } from "./Bell.tsx";
import styles from "./Frame.module.css";
import { CooperationLink, DutiesLink, type MenuPlace, PlaceLink, useWaitingPlaces } from "./place-links.tsx";
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
        {hasRegister(session) && session && <SearchButton session={session} />}
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
              <PlaceLink href={places.overview} icon="overview" label={words.overview} />
              <DutiesLink />
              <PlaceLink href={places.tasks()} icon="tasks" label={words.tasks} />
              <PlaceLink href={places.documents()} icon="documents" label={words.documents} />
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
  const say = useNumber();
  const go = useGo();
  const mayInvite = useMay("change-people");
  const seesLog = useMay("see-log");
  const leads = useMay("compare-units");
  const sees = useMay("see-records");
  const { work, above } = useWaitingPlaces();
  const leaders = { href: places.leaders, icon: "state", label: words.leaders } as const;
  const urging = {
    href: useMay("record-report") ? places.letters : places.meeting,
    icon: "bell",
    label: words.urging,
  } as const;
  const read = { href: places.read, icon: "read", label: words.read, short: words.readShort } as const;
  const state = { href: places.state, icon: "state", label: words.state, short: words.stateShort } as const;
  if (!withRegister)
    return (
      <>
        <PlaceLink {...read} />
        <PlaceLink {...state} />
      </>
    );
  const cooperation: MenuPlace = { href: places.cooperation, icon: "cooperation", label: words.cooperation };
  const daily: readonly MenuPlace[] = [
    ...work,
    ...(leads ? [leaders] : []),
    ...above,
    ...(leads ? [urging] : []),
    read,
  ];
  const looked: readonly MenuPlace[] = [
    { href: places.organisation(), icon: "units", label: words.units },
    { href: places.people(), icon: "person", label: words.people },
    ...(mayInvite ? [{ href: places.invitations, icon: "person", label: words.invitations } as const] : []),
    ...(seesLog ? [{ href: places.log(), icon: "past", label: words.log } as const] : []),
    { href: places.settings, icon: "settings", label: words.settings },
    state,
  ];
  return (
    <>
      {daily.map((place) => (
        <PlaceLink key={place.href} {...place} secondary />
      ))}
      <p className={styles.group}>{words.administration}</p>
      {looked.map((place) => (
        <PlaceLink key={place.href} {...place} secondary />
      ))}
      <div className={styles.further}>
        <MoreMenu
          label={words.further}
          items={[...(sees ? [cooperation] : []), ...daily, ...looked].map(({ label, href, count = 0 }) => ({
            label: count > 0 ? `${label} (${say(count)})` : label,
            onSelect: () => go(href),
          }))}
        />
      </div>
    </>
  );
}

function LanguageButton() {
  const { language, switchLanguage } = useSpeech();
  const words = useWords(frameWords);
  return (
    <button
      type="button"
      className={styles.tool}
      onClick={switchLanguage}
      aria-label={`${words.otherLanguageShort}, ${words.otherLanguage}`}
      title={words.switchLanguage}
    >
      <span lang={language === "vi" ? "en" : "vi"}>
        <span className={styles.long}>{words.otherLanguage}</span>
        <span className={styles.short}>{words.otherLanguageShort}</span>
      </span>
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
