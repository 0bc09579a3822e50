/** A sheet that was dropped on the register, on its way to the place where it is compared. */
let handed: File | null = null;

export function handSheet(file: File): void {
  handed = file;
}

/** The sheet, once. */
export function takeSheet(): File | null {
  const file = handed;
  handed = null;
  return file;
}

/** Whether a file looks like a list of tasks by its name. */
export function isSheet({ name }: Pick<File, "name">): boolean {
  return /\.(xlsx|csv)$/i.test(name);
}
