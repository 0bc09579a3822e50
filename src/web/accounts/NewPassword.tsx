import { PasswordInput } from "@mantine/core";
import { shortestPassword } from "../../contract/limits.ts";
import { accountWords } from "../../domain/language/web-accounts.ts";
import { useWords } from "../language.tsx";

export interface ChosenPassword {
  readonly password: string;
  readonly again: string;
}

/** Whether a password that was typed twice can be sent. */
export function isChosen({ password, again }: ChosenPassword): boolean {
  return [...password].length >= shortestPassword && again === password;
}

/** A new password, typed twice; faults show once sending was tried. */
export function NewPassword(props: {
  readonly value: ChosenPassword;
  readonly tried: boolean;
  readonly onChange: (value: ChosenPassword) => void;
}) {
  const words = useWords(accountWords);
  const { value, tried, onChange } = props;
  const length = [...value.password].length;
  const eye = { "aria-label": words.showPassword };
  return (
    <>
      <PasswordInput
        label={words.password}
        description={words.passwordHelp(shortestPassword)}
        inputWrapperOrder={["label", "input", "description", "error"]}
        autoComplete="new-password"
        visibilityToggleButtonProps={eye}
        value={value.password}
        error={
          tried && length < shortestPassword ? words.errors.passwordShort(shortestPassword, length) : null
        }
        onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
      />
      <PasswordInput
        label={words.passwordAgain}
        autoComplete="new-password"
        visibilityToggleButtonProps={eye}
        value={value.again}
        error={tried && value.again !== value.password ? words.errors.passwordDiffers : null}
        onChange={(event) => onChange({ ...value, again: event.currentTarget.value })}
      />
    </>
  );
}
