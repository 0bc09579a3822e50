import { ImportSheet } from "../tasks/ImportTasksPlace.tsx";

/** A sheet of plans that comes back: what it would change, which of it is taken, what came of it. */
export default function ImportPlansPlace() {
  return <ImportSheet kind="plans" />;
}
