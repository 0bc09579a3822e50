import type { DoJob } from "../store/queue.ts";

/** A kind of job: its name, which waiting jobs carry and which therefore never changes, and how it is done. */
export interface KindOfJob<World> {
  readonly name: string;
  /** How many are done at a time by one worker. */
  readonly atATime: number;
  readonly doWith: (world: World) => DoJob;
}
