import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { administratorsJoin, provincesIn, provincesServed } from "../accounts/memberships.ts";
import type { AccountsTables } from "../accounts/tables.ts";
import { type Failure, fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import { type ProvinceNumber, programActor, provinceNumber } from "../domain/organisation/actor.ts";
import type { SamplePort } from "../http/dependencies.ts";
import { fillSample, type SampleBalance, type SampleWorld } from "../operations/fill-sample.ts";
import { beginSample, type SampleContent, type SampleProgress, sampleFiller } from "../operations/sample.ts";
import { type Rows, withProvince } from "../store/database.ts";
import { findFilledProvince, loadContents, loadSampleMark } from "../store/sample.ts";
import { wholeProvince } from "../store/sight.ts";
import type { World } from "./world.ts";

/** The sample of this installation: the only one there is, of Gia Lai. */
export interface SampleDesk extends SamplePort {
  /** Fills the register, or joins the filling under way; a bug is reported and given as `server.unexpected`. */
  readonly fill: () => Promise<Result<SampleBalance | null>>;
  /** Whether the province is marked as one of sample data. */
  readonly isHeld: () => Promise<boolean>;
  /** The program is ending: what the filling under way still runs into is no bug; the next start goes on with it. */
  readonly stop: () => void;
}

const sampleName = "gia-lai";

function sampleProvince(): ProvinceNumber {
  const province = provinceNumber(52);
  if (province === null) throw new Error("52 is the number of a province");
  return province;
}

/** The facts of `samples/`, checked, as a filling wants them. They are loaded when first asked for. */
async function loadContent(world: World): Promise<SampleContent> {
  const [{ parseSample }, { sampleDocuments }, { partnerRecords }] = await Promise.all([
    import("../../samples/gia-lai/facts.ts"),
    import("../../samples/gia-lai/documents.ts"),
    import("../../samples/gia-lai/partner-records.ts"),
  ]);
  const folder = join(world.checkout, "samples", sampleName);
  const sample = parseSample((name) => readFileSync(join(folder, name), "utf8"));
  const { startDay, documents } = sample.trial;
  const printed = sampleDocuments(sample);
  return {
    ...{ name: sampleName, startDay, partners: partnerRecords(sample.partners) },
    documents: documents.map((document) => {
      const found = printed.get(document.file);
      if (!found) throw new Error(`the sample prints no ${document.file}`);
      return { ...document, printed: found };
    }),
  };
}

/** Keeps the one filling that may be under way; it acts for the province, not for a person. */
export function openSample(world: World, register: SampleWorld, onBug: (error: unknown) => void): SampleDesk {
  const province = sampleProvince();
  const actor = programActor(sampleFiller, province);
  let underWay: Promise<Result<SampleBalance | null>> | null = null;
  let progress: SampleProgress | null = null;
  let failure: Failure | null = null;
  let stopped = false;
  const work = async (): Promise<Result<SampleBalance | null>> => {
    progress = { step: "reading", done: 0, of: 0 };
    failure = null;
    try {
      const filled = await fillSample(actor, await loadContent(world), register, (now) => {
        progress = now;
      });
      if (!filled.ok) ({ failure } = filled);
      return filled;
    } catch (error) {
      if (stopped) return fail("register.sample-stopped");
      onBug(error);
      failure = { code: "server.unexpected", detail: { reference: sampleFiller } };
      return { ok: false, failure } as const;
    } finally {
      [underWay, progress] = [null, null];
    }
  };
  const fill = () => {
    underWay ??= work();
    return underWay;
  };
  return {
    province,
    now: () => ({ progress, failure }),
    fill,
    isHeld: async () =>
      (await withProvince(register.kysely, province, (transaction) =>
        loadSampleMark(transaction, province),
      )) !== null,
    stop: () => {
      stopped = true;
    },
    begin: async (person) => {
      const allowed = permit(person, "fill-sample");
      if (!allowed.ok) return allowed;
      if (person.province !== province) return fail("register.sample-elsewhere", { province: "" });
      const begun = await beginSample(actor, sampleName, register);
      if (!begun.ok) return begun;
      if (begun.value === "begun") void fill();
      return succeed(null);
    },
  };
}

/**
 * Whether `--sample` may go on: no province but its own was chosen and no document is there, or the sample is there
 * already. Fails with `register.sample-not-empty` and `register.sample-elsewhere`.
 */
export async function maySample(
  kysely: Rows["kysely"],
  accounts: Kysely<AccountsTables>,
): Promise<Result<null>> {
  const province = sampleProvince();
  const mark = await withProvince(kysely, province, (transaction) => loadSampleMark(transaction, province));
  const served = (await provincesServed(accounts)).find((id) => id !== province);
  if (served !== undefined) {
    const name = (await provincesIn(accounts)).find(({ id }) => id === served)?.name ?? String(served);
    return fail("register.sample-elsewhere", { province: name });
  }
  const filled = mark ? null : await findFilledProvince(kysely);
  if (filled === null) return succeed(null);
  const { documents } = await withProvince(kysely, filled, (transaction) =>
    loadContents(transaction, wholeProvince(filled), sampleFiller),
  );
  return fail("register.sample-not-empty", { documents });
}

/** Lets administrators who chose no province yet work for that of the sample. */
export function settleProvince(accounts: Kysely<AccountsTables>): Promise<void> {
  return administratorsJoin(accounts, sampleProvince());
}
