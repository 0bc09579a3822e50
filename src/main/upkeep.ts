import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { sayFailure } from "../domain/language/failures.ts";
import { type DropWorld, dropOldLog } from "../operations/drop-log.ts";
import { fillParties } from "../operations/find-parties.ts";
import { forgetLists } from "../operations/forget-lists.ts";
import { prolongDuties } from "../operations/make-duties.ts";
import { pairAll } from "../operations/pair-tasks.ts";
import { passOnAll } from "../operations/pass-on-parties.ts";
import { prolongOccurrences } from "../operations/prolong-occurrences.ts";
import { sweepFiles } from "../operations/sweep-files.ts";
import { carryOutPlans } from "../operations/unit-plans.ts";
import type { FileStore } from "../store/files.ts";
import { listProvinces } from "../store/provinces.ts";

const hour = 3_600_000;

/** What the program keeps in order by itself, once when it begins to serve and then once each day. */
export function startUpkeep(
  world: DropWorld & { readonly files: FileStore },
  { say, reportBug }: { readonly say: (line: string) => void; readonly reportBug: (error: unknown) => void },
): { readonly close: () => Promise<void> } {
  const stop = new AbortController();
  let done: CalendarDate | null = null;
  let running = Promise.resolve();
  const look = () => {
    const today = world.today();
    if (stop.signal.aborted || done === today) return;
    done = today;
    running = running.then(() => keepOrder(world, say, stop.signal)).catch(reportBug);
  };
  look();
  // A machine that slept through midnight is late by an hour at most.
  const timer = setInterval(look, hour);
  timer.unref();
  return {
    close: async () => {
      clearInterval(timer);
      stop.abort();
      await running;
    },
  };
}

/**
 * Finds units of addressees, prolongs what recurs in every province, forgets old lists of records, drops what is too old of
 * the logs and sweeps the files; says what it did, if anything.
 */
export async function keepOrder(
  world: DropWorld & { readonly files: FileStore },
  say: (line: string) => void,
  stop: AbortSignal,
): Promise<void> {
  let added = 0;
  let [looked, filled] = [0, 0];
  let [passed, duties] = [0, 0];
  let [changed, stopped, lists] = [0, 0, 0];
  for (const province of await listProvinces(world.kysely)) {
    if (stop.aborted) break;
    const plans = await carryOutPlans(province, world);
    changed += plans.made;
    stopped += plans.failed;
    const step = await fillParties(province, world);
    looked += step.in;
    filled += step.out;
    added += await prolongOccurrences(province, world);
    passed += await passOnAll(province, world);
    duties += await prolongDuties(province, world);
    lists += await forgetLists(province, world);
    await pairAll(province, world, stop);
  }
  if (changed + stopped > 0)
    say(
      `Thay đổi tổ chức đến ngày hiệu lực: ${changed} đã thực hiện, ${stopped} không thực hiện được, xem ở mục Cơ quan, đơn vị / Changes of organisation that came into effect: ${changed} made, ${stopped} could not be made, see Units`,
    );
  if (filled > 0)
    say(
      `Đã tìm ra đơn vị cho ${filled} trên ${looked} lượt giao chưa rõ; ${looked - filled} còn ngỏ, xem ở mục Nhóm cơ quan, tên chưa khớp / Found the units of ${filled} of ${looked} open addressees; ${looked - filled} stay open, see Collectives, unknown names`,
    );
  if (added > 0)
    say(`Đã lập thêm ${added} kỳ của nhiệm vụ định kỳ / Made ${added} more occurrences of recurring tasks`);
  if (passed > 0)
    say(
      `Đã chuyển ${passed} phần việc mở lại sang đơn vị kế thừa / ${passed} parts that are open again went to successors`,
    );
  if (duties > 0) say(`Đã lập thêm ${duties} phần việc của đơn vị / Made ${duties} more duties of units`);
  if (lists > 0)
    say(
      `Đã xóa ${lists} danh sách hợp tác gửi quá một ngày / Forgot ${lists} lists of records over a day old`,
    );
  await dropOldLogs(world, say, stop);
  if (stop.aborted) return;
  const { count, bytes } = await sweepFiles(world);
  if (count > 0)
    say(
      `Đã dọn ${count} tệp không thuộc văn bản nào (${bytes} byte) / Removed ${count} files of no document (${bytes} bytes)`,
    );
}

/** Drops what is too old of every province's log; says of how many entries, or why not. */
async function dropOldLogs(world: DropWorld, say: (line: string) => void, stop: AbortSignal): Promise<void> {
  for (const province of await listProvinces(world.kysely)) {
    if (stop.aborted) return;
    const dropped = await dropOldLog(province, world);
    if (!dropped.ok) for (const language of ["vi", "en"] as const) say(sayFailure(dropped.failure, language));
    else if (dropped.value)
      say(
        `Đã bỏ ${dropped.value.gone} mục nhật ký trước ${dropped.value.from} (tỉnh ${province}) / Dropped ${dropped.value.gone} entries of the log from before that day (province)`,
      );
  }
}
