import { apiPaths, pathTo } from "../../contract/paths.ts";
import type { SignedPaperAnswer } from "../../contract/signed.ts";
import { signedWords } from "../../domain/language/web-signed.ts";
import { Signatures } from "../components/Signatures.tsx";
import { sayDay, sayMoment } from "../day-words.ts";
import { useSpeech, useWords } from "../language.tsx";

/** What a signed document is: number, unit, day, subject, its files, who sent it and what its signatures are worth. */
export function PaperHead({ paper }: { paper: SignedPaperAnswer }) {
  const words = useWords(signedWords);
  const { language } = useSpeech();
  const told = [
    words.sent(paper.sentBy, sayMoment(paper.sentAt, language)),
    ...(paper.mailFrom ? [words.byMail(paper.mailFrom)] : []),
    ...(paper.signer ? [words.signer(paper.signer)] : []),
  ];
  return (
    <>
      <h2 className="subtitle">
        {paper.number ?? words.noNumber}
        {" · "}
        {paper.owner?.name ?? paper.issuer ?? words.noUnit}
        {" · "}
        <span className="numbers">{paper.issuedOn ? sayDay(paper.issuedOn) : words.noDay}</span>
      </h2>
      {paper.subject && <p>{paper.subject}</p>}
      <p className="small muted">
        {told.join(" · ")}
        {paper.doubtful && ` · ${words.doubtful}`}
        {paper.files.map(({ name }, position) => (
          <span key={name}>
            {" · "}
            <a href={pathTo(apiPaths.signedFile, { id: paper.id, position })} download>
              {name}
            </a>
          </span>
        ))}
      </p>
      <Signatures signatures={paper.signatures} brief />
    </>
  );
}
