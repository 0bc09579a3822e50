import { NativeSelect } from "@mantine/core";
import type { ImportPreviewAnswer, ImportRequest } from "../../contract/record.ts";
import type { Declaration } from "../../domain/cooperation/declaration.ts";
import { ownerColumn, sheetColumns } from "../../domain/cooperation/record-sheet.ts";
import { recordWords } from "../../domain/language/web-records.ts";
import { PlainTable } from "../components/PlainTable.tsx";
import { useSpeech, useWords } from "../language.tsx";
import styles from "./Records.module.css";

/** What each column of a sent list stands for, and what becomes of rows that are much like a record; both may be mended. */
export function ImportColumns(props: {
  readonly declaration: Declaration;
  readonly list: ImportPreviewAnswer;
  readonly onChange: (changes: Partial<ImportRequest>) => void;
}) {
  const words = useWords(recordWords);
  const { language } = useSpeech();
  const { declaration, list, onChange } = props;
  const mapping = list.columns.map(({ key }) => key);
  const choices = sheetColumns(declaration)
    .filter(({ key }) => key !== ownerColumn)
    .map((column) => ({
      value: column.key,
      label:
        column.kind === "field"
          ? column.field.label[language]
          : column.kind === "id"
            ? words.import.id
            : words.import.source,
    }));
  const choose = (at: number, value: string) =>
    // A column stands in one place: where it stood before is free.
    onChange({ mapping: mapping.map((key, i) => (i === at ? value || null : key === value ? null : key)) });
  return (
    <>
      <details className={styles.group} open={mapping.includes(null)}>
        <summary>{words.import.columns}</summary>
        <PlainTable
          stacks
          heads={[
            { title: words.import.heading },
            { title: words.import.sample },
            { title: words.import.means },
          ]}
        >
          {list.columns.map(({ heading, sample, key }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file have no name but their place
            <tr key={at}>
              <td>{heading || words.nothing}</td>
              <td className="muted">{sample}</td>
              <td>
                <NativeSelect
                  size="xs"
                  aria-label={`${words.import.means}: ${heading}`}
                  value={key ?? ""}
                  data={[{ value: "", label: words.import.skip }, ...choices]}
                  onChange={(event) => choose(at, event.currentTarget.value)}
                />
              </td>
            </tr>
          ))}
        </PlainTable>
      </details>
      <div className={styles.form}>
        <NativeSelect
          size="xs"
          label={words.import.likely}
          value={list.likely}
          data={Object.entries(words.import.likelyWays).map(([value, label]) => ({ value, label }))}
          // The choices are the ways of the catalogue.
          onChange={(event) => onChange({ likely: event.currentTarget.value as ImportRequest["likely"] })}
        />
      </div>
    </>
  );
}
