import { Button, Select } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { SessionAnswer } from "../../contract/account.ts";
import type { ProvincesAnswer } from "../../contract/document.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { overviewWords } from "../../domain/language/web-overview.ts";
import { foldedKey } from "../../domain/text/fold.ts";
import { ask, FailureError, fetchAnswer } from "../api.ts";
import { FailureNote } from "../components/FailureNote.tsx";
import { Waiting } from "../components/Waiting.tsx";
import { useSpeech, useWords } from "../language.tsx";
import { Link } from "../navigation.tsx";
import { places } from "../places.ts";
import styles from "./Door.module.css";

/** A person without a province chooses it once; only then does the register open. */
export default function ProvincePlace() {
  const words = useWords(overviewWords).province;
  const queries = useQueryClient();
  const provinces = useQuery({
    queryKey: ["provinces"],
    queryFn: () => fetchAnswer<ProvincesAnswer>(apiPaths.provinces),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (provinces.error instanceof FailureError)
    return <FailureNote failure={provinces.error.failure} onRetry={() => void provinces.refetch()} />;
  if (!provinces.data) return <Waiting />;
  const listed = orderProvinces(provinces.data.provinces);
  const value = chosen ?? String(listed[0]?.id ?? "");
  const choose = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await ask<SessionAnswer>("PUT", apiPaths.province, { province: Number(value) });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) await queries.invalidateQueries({ queryKey: ["session"] });
  };
  return (
    <form className={styles.door} onSubmit={(event) => void choose(event)}>
      <h1 className="title">{words.title}</h1>
      <p className="muted">{words.text}</p>
      {failure && <FailureNote failure={failure} />}
      <ProvinceField provinces={listed} value={value} onChange={setChosen} />
      <Button type="submit">{words.choose}</Button>
      <Link href={places.read}>{words.later}</Link>
    </form>
  );
}

/**
 * The province, chosen from the list of them all by a part of its name, with accents or without, in either language;
 * `help` says below that it is chosen once.
 */
export function ProvinceField(props: {
  readonly provinces: readonly Province[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: boolean;
}) {
  const words = useWords(overviewWords).province;
  const { language } = useSpeech();
  return (
    <Select
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      nothingFoundMessage={words.none}
      filter={({ options, search }) => {
        const found = new Set(findProvinces(props.provinces, search).map(({ id }) => String(id)));
        return options.filter((option) => "value" in option && found.has(String(option.value)));
      }}
      label={words.label}
      description={props.help ? words.text : null}
      inputWrapperOrder={["label", "input", "description", "error"]}
      value={props.value}
      data={props.provinces.map(({ id, name, nameEn }) => ({
        value: String(id),
        label: language === "vi" ? name : nameEn,
      }))}
      onChange={(value) => value !== null && props.onChange(value)}
    />
  );
}

type Province = ProvincesAnswer["provinces"][number];

/** The provinces of whose name every word begins one, whatever the accents and the language. */
export function findProvinces(provinces: readonly Province[], typed: string): readonly Province[] {
  const words = foldedKey(typed)
    .split(" ")
    .filter((word) => word !== "");
  return provinces.filter(({ name, nameEn }) => {
    const names = foldedKey(`${name} ${nameEn}`).split(" ");
    return words.every((word) => names.some((part) => part.startsWith(word)));
  });
}

/** The first province of the program stands first, the others by name. */
export function orderProvinces(provinces: readonly Province[]): readonly Province[] {
  const isFirst = (province: Province) => province.nameEn.includes("Gia Lai");
  return provinces.toSorted(
    (a, b) => Number(isFirst(b)) - Number(isFirst(a)) || a.name.localeCompare(b.name, "vi"),
  );
}
