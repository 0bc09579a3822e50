import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { BorderAnswer } from "../../../contract/border.ts";
import { apiPaths } from "../../../contract/paths.ts";
import { borderWords } from "../../../domain/language/web-border.ts";
import { FailureError, fetchAnswer } from "../../api.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureNote } from "../../components/FailureNote.tsx";
import { Page } from "../../components/Page.tsx";
import { Waiting } from "../../components/Waiting.tsx";
import { useNumber, useWords } from "../../language.tsx";
import { CooperationWays } from "../CooperationWays.tsx";
import { AlongBorder } from "./AlongBorder.tsx";
import styles from "./Border.module.css";
import { BorderDrawing } from "./BorderDrawing.tsx";
import { type BorderSide, sideOf } from "./border-side.ts";
import { OtherSide } from "./OtherSide.tsx";

/** The land border: its communes on a map and in order, the villages that are twinned, gates, and the other side. */
export default function BorderPlace() {
  const words = useWords(borderWords);
  const say = useNumber();
  const border = useQuery({
    queryKey: ["records", "border"],
    queryFn: () => fetchAnswer<BorderAnswer>(apiPaths.border),
    staleTime: 0,
  });
  const { data } = border;
  const side = data && sideOf(data);
  return (
    <Page
      title={words.title}
      line={
        data?.map &&
        side &&
        words.line(
          ...([say(data.communes.length), say(side.twins.length)] as const),
          ...([say(side.gates.length), say(side.events.length)] as const),
        )
      }
      actions={
        <Button size="xs" variant="default" onClick={() => window.print()}>
          {words.print}
        </Button>
      }
    >
      <CooperationWays here="border" />
      {border.error instanceof FailureError ? (
        <FailureNote failure={border.error.failure} onRetry={() => void border.refetch()} />
      ) : !data || !side ? (
        <Waiting />
      ) : !data.map ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <ShownBorder map={data.map} side={side} />
      )}
    </Page>
  );
}

function ShownBorder({ map, side }: { map: NonNullable<BorderAnswer["map"]>; side: BorderSide }) {
  const [lit, setLit] = useState<string | null>(null);
  return (
    <>
      <div className={styles.whole}>
        <BorderDrawing {...{ map, side, lit, onLit: setLit }} />
        <AlongBorder {...{ side, lit, onLit: setLit }} />
      </div>
      <OtherSide side={side} />
    </>
  );
}
