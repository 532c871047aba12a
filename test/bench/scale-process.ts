import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Embedder } from '../../index/contracts/embedder.js';
import { openEmbedder } from '../../index/embedder/open-embedder.js';
import { parseSettings } from '../../index/platform/settings.js';
import { embedderOptions, indexSettings } from '../../index/settings.js';

/** What a measuring process is told. */
export interface ScaleOrder {
  /** Folder of the public sets. */
  readonly sets: string;
  /** Folder of the releases. */
  readonly releases: string;
  readonly items: number;
}

/** Runs a script beside this file with an order, in a fresh process; returns what it reports. */
export function inFreshProcess<Report>(script: string, order: ScaleOrder): Promise<Report> {
  const child: ChildProcess = fork(fileURLToPath(new URL(script, import.meta.url)), [JSON.stringify(order)]);
  return new Promise((done, failed) => {
    let report: Report | undefined;
    child.once('message', (message) => {
      report = message as Report;
    });
    child.once('exit', (code) => {
      if (code === 0 && report !== undefined) done(report);
      else failed(new Error(`${script} ended with ${code}`));
    });
  });
}

/** Runs a measurement with the order of this process, and reports. */
export async function report(measure: (order: ScaleOrder) => Promise<object>): Promise<void> {
  const result = await measure(JSON.parse(process.argv[2] ?? '{}') as ScaleOrder);
  await new Promise((sent) => process.send?.(result, sent));
  process.disconnect?.();
}

/** The bundled models. */
export function openBundledEmbedder(): Promise<Embedder> {
  return openEmbedder(embedderOptions(parseSettings(indexSettings, {})));
}

export function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}

/** The most memory that this process had at once, in MB; 0 where the kernel does not tell. */
export function peakMb(): number {
  try {
    return Math.round(
      Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024,
    );
  } catch {
    return 0;
  }
}
