import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';
import { round } from './machine.js';

/** What the server's main thread did over a run. */
export interface LoopReport {
  /** Milliseconds between two looks of a timer of 1 ms: an idle loop already shows 1 to 2. Nothing is subtracted. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** Share of the time in which the loop had something to do, from 0 to 1. */
  readonly busy: number;
  /** Seconds the thread ran on a core, and seconds it could have run but found none free; null but on Linux. */
  readonly ranSeconds: number | null;
  readonly waitedForCoreSeconds: number | null;
  /** Seconds that all threads of the server ran, the embedder's among them. */
  readonly allThreadsSeconds: number;
}

/** The timer looks this often; what it finds can be neither shorter nor finer. */
const RESOLUTION_MS = 1;

/*
 * Loaded into the server with `node --import`, so that the product holds nothing of it. The word 'begin' forgets what was
 * seen, 'report' sends it.
 */
if (isMainThread && process.send) {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let utilization = performance.eventLoopUtilization();
  let cores = readCores();
  let all = process.cpuUsage();
  delays.enable();
  process.on('message', (word) => {
    if (word === 'begin') {
      utilization = performance.eventLoopUtilization();
      cores = readCores();
      all = process.cpuUsage();
      delays.reset();
    }
    if (word === 'report') process.send?.(report());
  });
  // Listening must not keep a server alive that has been stopped.
  process.channel?.unref();

  function report(): LoopReport {
    const now = readCores();
    const { user, system } = process.cpuUsage(all);
    return {
      p50Ms: round(delays.percentile(50) / 1e6),
      p99Ms: round(delays.percentile(99) / 1e6),
      maxMs: round(delays.max / 1e6),
      busy: round(performance.eventLoopUtilization(utilization).utilization),
      ranSeconds: now && cores && round(now.ran - cores.ran),
      waitedForCoreSeconds: now && cores && round(now.waited - cores.waited),
      allThreadsSeconds: round((user + system) / 1e6),
    };
  }
}

/** Seconds of the main thread so far, as the kernel's scheduler counts them. */
function readCores() {
  try {
    const [ran = 0, waited = 0] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8')
      .split(' ')
      .map((nanoseconds) => Number(nanoseconds) / 1e9);
    return { ran, waited };
  } catch {
    return null;
  }
}
