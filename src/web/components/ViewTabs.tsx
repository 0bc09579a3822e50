import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { ViewsAnswer } from "../../contract/view.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { viewWords } from "../../domain/language/web-views.ts";
import { ask, fetchAnswer } from "../api.ts";
import { useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { type Query, readQuery, sameQuery, writeQuery } from "../places.ts";
import { Dialog } from "./Dialog.tsx";
import { FailureNote } from "./FailureNote.tsx";
import { Icon } from "./Icon.tsx";
import styles from "./ViewTabs.module.css";

/** The views that a person keeps of a place, as tabs; the filters shown now can be kept as one more. */
export function ViewTabs(props: {
  /** Under which name views of this place are kept. */
  readonly place: string;
  readonly query: Query;
  readonly address: (query: Query) => string;
}) {
  const { place, query, address } = props;
  const words = useWords(viewWords);
  const queries = useQueryClient();
  const answer = useQuery({
    queryKey: ["views"],
    queryFn: () => fetchAnswer<ViewsAnswer>(apiPaths.views),
  });
  const [naming, setNaming] = useState(false);
  const views = (answer.data?.views ?? []).filter((view) => view.place === place);
  const here = views.find((view) => sameQuery(readQuery(view.query), query));
  const plain = sameQuery(query, {});
  const remove = async (id: string) => {
    await ask("DELETE", pathTo(apiPaths.view, { id }));
    await queries.invalidateQueries({ queryKey: ["views"] });
  };
  return (
    <nav className={styles.views} aria-label={words.views} data-screen-only>
      <Link href={address({})} aria-current={plain ? "page" : undefined}>
        {words.all}
      </Link>
      {views.map((view) => (
        <span key={view.id} className={styles.view} data-here={view === here || undefined}>
          <Link href={address(readQuery(view.query))} aria-current={view === here ? "page" : undefined}>
            {view.name}
          </Link>
          {view === here && (
            <button
              type="button"
              aria-label={words.removeView(view.name)}
              onClick={() => void remove(view.id)}
            >
              <Icon name="close" size={12} />
            </button>
          )}
        </span>
      ))}
      {!plain && !here && (
        <button type="button" className="link-button" onClick={() => setNaming(true)}>
          {words.saveView}
        </button>
      )}
      {naming && <NameView {...{ place, query }} onClose={() => setNaming(false)} />}
    </nav>
  );
}

function NameView(props: { readonly place: string; readonly query: Query; readonly onClose: () => void }) {
  const { place, query, onClose } = props;
  const words = useWords(viewWords);
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async () => {
    if (name.trim() === "") return;
    const answer = await ask("POST", apiPaths.views, {
      name: name.trim(),
      place,
      query: writeQuery(query).slice(1),
    });
    if (!answer.ok) return setFailure(answer.failure);
    await queries.invalidateQueries({ queryKey: ["views"] });
    onClose();
  };
  return (
    <Dialog title={words.saveView} onClose={onClose}>
      <form
        className={styles.naming}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {failure && <FailureNote failure={failure} />}
        <TextInput
          size="sm"
          label={words.viewName}
          maxLength={80}
          autoFocus
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button size="xs" type="submit">
          {words.save}
        </Button>
      </form>
    </Dialog>
  );
}
