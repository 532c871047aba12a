import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

/** What a measurement was made on. */
export interface Machine {
  readonly date: string;
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
}

export function describeMachine(now: Date): Machine {
  const processors = cpus();
  return {
    date: now.toISOString(),
    node: process.version,
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
  };
}

/**
 * The value below which a share of the numbers lies (nearest rank).
 * @param share from 0 to 1
 */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** Two decimals are enough for milliseconds. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** In megabytes, now and at most so far; null but on Linux. */
export interface Memory {
  readonly memoryMb: number | null;
  readonly mostMemoryMb: number | null;
}

/** Resident memory of a process. */
export function memoryOf(pid: number | undefined): Memory {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const megabytes = (name: string) =>
      Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1_024);
    return { memoryMb: megabytes('VmRSS'), mostMemoryMb: megabytes('VmHWM') };
  } catch {
    return { memoryMb: null, mostMemoryMb: null };
  }
}
