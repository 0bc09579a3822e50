import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { AccountAnswer } from "../../contract/account.ts";
import { apiPaths } from "../../contract/paths.ts";
import { ownAccountWords } from "../../domain/language/web-own-account.ts";
import { FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Page } from "../components/Page.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useWords } from "../language.tsx";
import styles from "./Account.module.css";
import { Factors } from "./Factors.tsx";

/** Who must have a second factor and has none sees nothing else before it is set up. */
export default function SecondFactorPlace() {
  const words = useWords(ownAccountWords).factors;
  const queries = useQueryClient();
  const account = useQuery({
    queryKey: ["account"],
    queryFn: () => fetchAnswer<AccountAnswer>(apiPaths.account),
  });
  return (
    <Page title={words.forcedTitle} line={words.forcedText}>
      {account.error instanceof FailureError ? (
        <FailureNote failure={account.error.failure} onRetry={() => void account.refetch()} />
      ) : account.data ? (
        <div className={styles.parts}>
          <section className={styles.part}>
            <h2 className="subtitle">{words.title}</h2>
            <p className="muted">{words.text}</p>
            <Factors account={account.data} onChange={() => void queries.invalidateQueries()} />
          </section>
        </div>
      ) : (
        <Waiting />
      )}
    </Page>
  );
}
