import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { apiPaths } from "../../contract/paths.ts";
import type { PostRequest } from "../../contract/people.ts";
import type { UnitListAnswer } from "../../contract/unit.ts";
import { peopleWords } from "../../domain/language/web-people.ts";
import { fetchAnswer } from "../api.ts";
import { useWords } from "../language.tsx";

export const unitRoleNames = ["unitOfficer", "unitHead"] as const;
export const provinceRoleNames = [
  "focalOfficer",
  "governmentOffice",
  "leader",
  "auditor",
  "administrator",
] as const;
export type RoleName = NonNullable<PostRequest["role"]>;

/** What a post needs: role, unit where the role has one, title. */
export interface PostDraft {
  readonly role: RoleName;
  readonly unit: string;
  readonly title: string;
}

export const emptyPost: PostDraft = { role: "unitOfficer", unit: "", title: "" };

/** The units of today, asked once. */
export function useUnits() {
  return useQuery({
    queryKey: ["unit-list", "", ""],
    queryFn: () => fetchAnswer<UnitListAnswer>(apiPaths.unitList),
    staleTime: 60_000,
  });
}

/** Role, unit and title of a post; roles over the province only for whom may give them. */
export function PostFields(props: {
  readonly draft: PostDraft;
  readonly all: boolean;
  readonly onChange: (draft: PostDraft) => void;
}) {
  const words = useWords(peopleWords);
  const units = useUnits();
  const { draft, onChange } = props;
  const roles: readonly RoleName[] = props.all ? [...unitRoleNames, ...provinceRoleNames] : unitRoleNames;
  const inside = unitRoleNames.some((role) => role === draft.role);
  return (
    <>
      <NativeSelect
        size="sm"
        label={words.role}
        value={draft.role}
        onChange={(event) => {
          const role = roles.find((name) => name === event.currentTarget.value);
          if (role) onChange({ ...draft, role });
        }}
        data={roles.map((value) => ({ value, label: words.roles[value] ?? value }))}
      />
      <NativeSelect
        size="sm"
        label={inside ? words.unit : `${words.unit} (${words.optional})`}
        value={draft.unit}
        onChange={(event) => onChange({ ...draft, unit: event.currentTarget.value })}
        data={[
          { value: "", label: inside ? "" : words.wholeProvince },
          ...(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextInput
        size="sm"
        label={`${words.title} (${words.optional})`}
        value={draft.title}
        onChange={(event) => onChange({ ...draft, title: event.currentTarget.value })}
      />
    </>
  );
}
