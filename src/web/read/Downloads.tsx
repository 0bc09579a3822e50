import { Button } from "@mantine/core";
import { useState } from "react";
import type { ReadOutputAnswer } from "../../contract/read.ts";
import { readWords } from "../../domain/language/web-read.ts";
import { Icon } from "../components/Icon.tsx";
import { useSpeech, useWords } from "../language.tsx";
import { saveAs } from "./save-as.ts";

/** The same findings as a workbook, as JSON, and on paper. */
export function Downloads({ output }: { output: ReadOutputAnswer }) {
  const words = useWords(readWords).download;
  const { language } = useSpeech();
  const [failed, setFailed] = useState(false);
  const name = output.file.replace(/\.[^.]+$/, "");
  const saveWorkbook = async () => {
    setFailed(false);
    try {
      const { workbookOf } = await import("./workbook.ts");
      saveAs(`${name}.xlsx`, await workbookOf(output, language));
    } catch (error) {
      setFailed(true);
      throw error;
    }
  };
  const saveJson = () =>
    saveAs(`${name}.json`, new Blob([JSON.stringify(output, null, 2)], { type: "application/json" }));
  return (
    <>
      {failed && <span role="alert">{words.failed}</span>}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Icon name="download" size={14} />}
        onClick={() => void saveWorkbook()}
      >
        {words.xlsx}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Icon name="download" size={14} />}
        onClick={saveJson}
      >
        {words.json}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Icon name="print" size={14} />}
        onClick={() => window.print()}
      >
        {words.print}
      </Button>
    </>
  );
}
