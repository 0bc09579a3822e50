import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AssigningUnitsAnswer } from "../../contract/assignment.ts";
import { apiPaths } from "../../contract/paths.ts";
import { peopleWords } from "../../domain/language/web-people.ts";
import { fetchAnswer } from "../api.ts";
import { useWords } from "../language.tsx";
import { useMay } from "../session.ts";
import { AssignDialog, type TaskToGive } from "./AssignDialog.tsx";

type Unit = AssigningUnitsAnswer["units"][number];

/** Gives the chosen tasks to people of a unit: one button for each unit that the person heads, and none for others. */
export function GiveChosen({ tasks }: { tasks: readonly TaskToGive[] }) {
  const words = useWords(peopleWords);
  const may = useMay("assign-work");
  const [unit, setUnit] = useState<Unit | null>(null);
  const found = useQuery({
    queryKey: ["assigning-units"],
    queryFn: () => fetchAnswer<AssigningUnitsAnswer>(apiPaths.assignments),
    enabled: may,
  });
  const units = found.data?.units ?? [];
  return (
    <>
      {units.map((one) => (
        <Button key={one.id} size="compact-sm" onClick={() => setUnit(one)}>
          {units.length === 1 ? words.giveWork : `${words.giveWork}: ${one.name}`}
        </Button>
      ))}
      {unit && <AssignDialog unit={unit} tasks={tasks} onClose={() => setUnit(null)} />}
    </>
  );
}
