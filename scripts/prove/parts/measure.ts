import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";

/** What one run of a program took, its children included. */
export interface Run {
  readonly wallSeconds: number;
  /** Processor time of user and system; null where the system does not tell. */
  readonly processorSeconds: number | null;
  /** Most resident memory of the process and of its child processes in MB, each at its own peak; null likewise. */
  readonly peakMegabytes: number | null;
  readonly childPeakMegabytes: number | null;
  /** That of the largest child process alone, in MB. */
  readonly largestChildMegabytes: number | null;
  readonly output: string;
  readonly code: number | null;
}

/** How often the counters of a running program are looked at, in milliseconds. */
const interval = 5;

/**
 * Runs Node with these words and takes its figures from the system while it runs (Linux: /proc). Time is that from the
 * start of the process to the end of its output.
 */
export function measure(words: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
    const counters = new Counters(child.pid ?? 0);
    const timer = setInterval(() => counters.look(), interval);
    const output: Buffer[] = [];
    child.stdout.on("data", (data: Buffer) => output.push(data));
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(timer);
      resolve({
        wallSeconds: (performance.now() - started) / 1000,
        ...counters.figures(),
        output: Buffer.concat(output).toString(),
        code,
      });
    });
  });
}

interface Counter {
  peakKilobytes: number;
  ticks: number;
}

/** The highest figures seen of a process and its children; those of a process that ended stay. */
class Counters {
  private readonly seen = new Map<number, Counter>();
  private readonly pid: number;

  constructor(pid: number) {
    this.pid = pid;
  }

  look(): void {
    for (const pid of [this.pid, ...childrenOf(this.pid)]) {
      const now = counterOf(pid);
      const before = this.seen.get(pid);
      if (now)
        this.seen.set(pid, {
          peakKilobytes: Math.max(now.peakKilobytes, before?.peakKilobytes ?? 0),
          ticks: Math.max(now.ticks, before?.ticks ?? 0),
        });
    }
  }

  figures(): Omit<Run, "wallSeconds" | "output" | "code"> {
    const own = this.seen.get(this.pid);
    if (!own)
      return {
        processorSeconds: null,
        peakMegabytes: null,
        childPeakMegabytes: null,
        largestChildMegabytes: null,
      };
    const all = [...this.seen.values()];
    const peak = all.reduce((sum, counter) => sum + counter.peakKilobytes, 0);
    return {
      // The kernel counts in hundredths of a second (USER_HZ).
      processorSeconds: all.reduce((sum, counter) => sum + counter.ticks, 0) / 100,
      peakMegabytes: (peak * 1024) / 1e6,
      childPeakMegabytes: ((peak - own.peakKilobytes) * 1024) / 1e6,
      largestChildMegabytes:
        (Math.max(0, ...all.filter((each) => each !== own).map((each) => each.peakKilobytes)) * 1024) / 1e6,
    };
  }
}

/** proc(5): VmHWM is the peak of resident memory; fields 14 and 15 of stat are the ticks of user and system. */
function counterOf(pid: number): Counter | null {
  try {
    const peak = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { peakKilobytes: Number(peak ?? 0), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return null;
  }
}

function childrenOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Seconds with two digits behind the point, "–" for what could not be measured. */
export function seconds(value: number | null): string {
  return value === null ? "–" : value.toFixed(2);
}

export function megabytes(value: number | null): string {
  return value === null ? "–" : String(Math.round(value));
}

/** The machine of a table, in a sentence. */
export function machine(): string {
  const [first] = cpus();
  return `${type()} ${release()}, ${cpus().length} × ${first?.model.trim() ?? "unknown processor"}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}.`;
}
