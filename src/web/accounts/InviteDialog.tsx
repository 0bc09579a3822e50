import { Button, Checkbox, NumberInput, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { InvitationRequest, MadeInvitation } from "../../contract/account.ts";
import { apiPaths } from "../../contract/paths.ts";
import type { Failure } from "../../domain/basics/result.ts";
import { accountWords } from "../../domain/language/web-accounts.ts";
import { ownAccountWords } from "../../domain/language/web-own-account.ts";
import { peopleWords } from "../../domain/language/web-people.ts";
import { foldedKey } from "../../domain/text/fold.ts";
import { ask, failureOf } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { FailureNote } from "../components/FailureNote.tsx";
import { useSpeech, useWords } from "../language.tsx";
import { provinceRoleNames, type RoleName, unitRoleNames, useUnits } from "../people/PostFields.tsx";
import styles from "./Account.module.css";
import { IssuedCodeDialog } from "./IssuedCodeDialog.tsx";
import { useProof } from "./use-proof.tsx";

const roleNames = [...unitRoleNames, ...provinceRoleNames];

const empty = { name: "", email: "", officialId: "", title: "" };

/** Whom to invite and as what; then the code, once, to be printed or handed over. */
export function InviteDialog(props: {
  /** Whether letters can be sent. */
  readonly mail: boolean;
  readonly onMade: () => void;
  readonly onEnd: () => void;
}) {
  const words = useWords(ownAccountWords).invitations;
  const [made, setMade] = useState<(MadeInvitation & typeof empty) | null>(null);
  if (made === null)
    return (
      <InviteForm
        mail={props.mail}
        onEnd={props.onEnd}
        onMade={(invitation) => {
          setMade(invitation);
          props.onMade();
        }}
      />
    );
  return (
    <IssuedCodeDialog title={words.made(made.name)} place="invitation" made={made} onEnd={props.onEnd}>
      {made.mailed && <p role="status">{words.mailed(made.email.trim())}</p>}
      {made.unsent && <FailureNote failure={failureOf({ error: made.unsent })} />}
    </IssuedCodeDialog>
  );
}

function InviteForm(props: {
  readonly mail: boolean;
  readonly onMade: (made: MadeInvitation & typeof empty) => void;
  readonly onEnd: () => void;
}) {
  const words = useWords(ownAccountWords).invitations;
  const people = useWords(peopleWords);
  const door = useWords(accountWords);
  const [fields, setFields] = useState(empty);
  const [role, setRole] = useState<RoleName>("unitOfficer");
  const [unit, setUnit] = useState<string | null>(null);
  const [days, setDays] = useState<number | string>(14);
  const [mailing, setMailing] = useState(true);
  const { language } = useSpeech();
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { asProved, dialog } = useProof();
  const needsUnit = role === "unitHead" || role === "unitOfficer";
  const faults = {
    name: fields.name.trim() === "" ? door.errors.nameMissing : null,
    email: /^\S+@\S+\.\S+$/.test(fields.email.trim()) ? null : door.errors.emailWrong,
    unit: needsUnit && unit === null ? words.unitMissing : null,
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(faults).some((fault) => fault !== null)) return;
    const request: InvitationRequest = {
      ...{ name: fields.name.trim(), email: fields.email.trim(), days: Number(days) || 14 },
      officialId: fields.officialId.trim() || null,
      posts: [{ role, unit, title: fields.title.trim() || null }],
      mail: props.mail && mailing ? language : null,
    };
    const answer = await asProved(() => ask<MadeInvitation>("POST", apiPaths.invitations, request));
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) props.onMade({ ...fields, ...answer.value });
  };
  const field = (name: keyof typeof empty) => ({
    value: fields[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setFields((now) => ({ ...now, [name]: value }));
    },
  });
  return (
    <Dialog title={words.invite} onClose={props.onEnd}>
      <form className={styles.fields} onSubmit={(event) => void send(event)} noValidate>
        <p className="muted">{words.text}</p>
        {failure && <FailureNote failure={failure} />}
        <TextInput data-autofocus label={door.name} error={tried ? faults.name : null} {...field("name")} />
        <TextInput label={words.email} type="email" error={tried ? faults.email : null} {...field("email")} />
        <Select
          label={words.role}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          data={roleNames.map((value) => ({ value, label: people.roles[value] ?? value }))}
          value={role}
          onChange={(value) => setRole((now) => roleNames.find((name) => name === value) ?? now)}
        />
        <UnitField value={unit} onChange={setUnit} error={tried ? faults.unit : null} />
        <TextInput label={`${words.postTitle} (${words.optional})`} {...field("title")} />
        <TextInput label={`${words.officialId} (${words.optional})`} {...field("officialId")} />
        <NumberInput label={words.days} min={1} max={60} value={days} onChange={setDays} />
        {props.mail && (
          <Checkbox
            label={words.byMail}
            checked={mailing}
            onChange={(event) => setMailing(event.currentTarget.checked)}
          />
        )}
        <Button type="submit">{words.make}</Button>
      </form>
      {dialog}
    </Dialog>
  );
}

/** A unit of the province, found by a part of its name. */
function UnitField(props: {
  readonly value: string | null;
  readonly onChange: (unit: string | null) => void;
  readonly error: string | null;
}) {
  const words = useWords(ownAccountWords).invitations;
  const units = useUnits().data?.units ?? [];
  return (
    <Select
      searchable
      clearable
      clearButtonProps={{ size: "sm" }}
      label={words.unit}
      placeholder={words.wholeProvince}
      comboboxProps={{ withinPortal: false }}
      nothingFoundMessage={words.noUnit}
      limit={50}
      filter={({ options, search }) => {
        const typed = foldedKey(search);
        return options.filter(
          (option) => "label" in option && foldedKey(String(option.label)).includes(typed),
        );
      }}
      data={units.map(({ id, name }) => ({ value: id, label: name }))}
      value={props.value}
      error={props.error}
      onChange={props.onChange}
    />
  );
}
