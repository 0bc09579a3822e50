import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { apiPaths } from "../../contract/paths.ts";
import type { ListedPersonAnswer, PeopleAnswer } from "../../contract/people.ts";
import { peopleWords } from "../../domain/language/web-people.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { FilterChip } from "../components/FilterChip.tsx";
import { Page } from "../components/Page.tsx";
import { SearchBox } from "../components/SearchBox.tsx";
import { usePrintWhole } from "../components/use-printing.ts";
import { Waiting } from "../components/Waiting.tsx";
import { sayDay } from "../day-words.ts";
import { useNumber, useWords } from "../language.tsx";
import { Link, useGo, useQueryOf } from "../navigation.tsx";
import { places, writeQuery } from "../places.ts";
import { useMay } from "../session.ts";
import styles from "./People.module.css";
import { PeopleWays } from "./PeopleWays.tsx";
import { provinceRoleNames, unitRoleNames, useUnits } from "./PostFields.tsx";
import { PostWords } from "./Posts.tsx";

const names = ["q", "unit", "role", "left"] as const;

/** People of the province with their posts of today. */
export default function PeoplePlace() {
  const words = useWords(peopleWords);
  const say = useNumber();
  const asked = useQueryOf(names);
  const go = useGo();
  const people = useInfiniteQuery({
    queryKey: ["people", "list", asked],
    queryFn: ({ pageParam }) =>
      fetchAnswer<PeopleAnswer>(
        apiPaths.people + writeQuery({ ...asked, limit: pageParam ? "200" : "60", after: pageParam }),
      ),
    initialPageParam: "",
    getNextPageParam: (page: PeopleAnswer) => page.next,
    placeholderData: (before) => before,
  });
  const { loading, print } = usePrintWhole([people]);
  const mayInvite = useMay("change-people");
  const all = people.data?.pages.flatMap((page) => page.people) ?? [];
  const total = people.data?.pages[0]?.total;
  return (
    <Page
      title={words.people}
      line={total !== undefined && words.line(say(total))}
      actions={
        <>
          {loading && <Waiting for={words.printLoading} />}
          <Button size="xs" variant="default" onClick={() => void print()}>
            {words.print}
          </Button>
          {mayInvite && (
            <Button size="xs" onClick={() => go(places.invitations)}>
              {words.invite}
            </Button>
          )}
        </>
      }
    >
      <PeopleWays here="people" />
      <Filters />
      {people.error instanceof FailureError ? (
        <FailureNote failure={people.error.failure} onRetry={() => void people.refetch()} />
      ) : !people.data ? (
        <Waiting />
      ) : all.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <PeopleTable people={all} />
      )}
      {people.hasNextPage && (
        <Button
          data-screen-only
          variant="default"
          size="xs"
          mt="sm"
          onClick={() => void people.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </Page>
  );
}

function Filters() {
  const words = useWords(peopleWords);
  const asked = useQueryOf(names);
  const units = useUnits();
  const go = useGo();
  const set = (change: Partial<Record<(typeof names)[number], string>>) =>
    go(places.people({ ...asked, ...change }));
  return (
    <search className={styles.filters} data-screen-only>
      <SearchBox label={words.search} value={asked.q ?? ""} onSearch={(q) => set({ q })} />
      <FilterChip
        label={words.unit}
        all={words.all}
        value={asked.unit ?? ""}
        choices={(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(unit) => set({ unit })}
      />
      <FilterChip
        label={words.role}
        all={words.all}
        value={asked.role ?? ""}
        choices={[...unitRoleNames, ...provinceRoleNames].map((value) => ({
          value,
          label: words.roles[value] ?? value,
        }))}
        onChange={(role) => set({ role })}
      />
      <FilterChip
        label={words.still}
        all={words.working}
        value={asked.left ?? ""}
        choices={[{ value: "1", label: words.left }]}
        onChange={(left) => set({ left })}
      />
      {names.some((name) => asked[name]) && (
        <button type="button" className="link-button" onClick={() => go(places.people())}>
          {words.clear}
        </button>
      )}
    </search>
  );
}

function PeopleTable({ people }: { people: readonly ListedPersonAnswer[] }) {
  const words = useWords(peopleWords);
  return (
    <table className={`${styles.table} ${styles.people}`}>
      <thead>
        <tr>
          <th scope="col">{words.columns.name}</th>
          <th scope="col">{words.columns.posts}</th>
          <th scope="col">{words.columns.contact}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <Link href={places.person(person.id)}>{person.name}</Link>
              {person.leftOn && <div className="small muted">{words.leftOn(sayDay(person.leftOn))}</div>}
            </th>
            <td>
              {person.posts.length === 0 && <span className="muted">{words.noPost}</span>}
              {person.posts.map((post) => (
                <div key={post.id}>
                  <PostWords post={post} />
                </div>
              ))}
            </td>
            <td className="small">
              {person.email ?? <span className="muted">{words.hidden}</span>}
              {person.phone && <div>{person.phone}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
