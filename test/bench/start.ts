import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { ChatCustomer } from './chat-customer.js';
import { round } from './machine.js';
import { startServer } from './running-server.js';

/**
 * Milliseconds of a first start: the build, then the sample ingest until questions are answered, then the first answer.
 * `totalMs` is what a newcomer waits after `npm ci`, which has built once already; `totalFromNothingMs` is with a build
 * from nothing.
 */
export async function measureStart() {
  rmSync('dist', { recursive: true, force: true });
  const buildFromNothingMs = build();
  const buildMs = build();
  const server = await startServer();
  try {
    const customer = await ChatCustomer.open(server.url);
    const { afterMs: firstAnswerMs } = await customer.ask('Hoe stap ik over naar eSIM?');
    customer.close();
    const afterBuildMs = server.readyAfterMs + firstAnswerMs;
    return {
      buildFromNothingMs: round(buildFromNothingMs),
      buildMs: round(buildMs),
      readyAfterMs: round(server.readyAfterMs),
      firstAnswerMs: round(firstAnswerMs),
      totalMs: round(buildMs + afterBuildMs),
      totalFromNothingMs: round(buildFromNothingMs + afterBuildMs),
    };
  } finally {
    await server.stop();
  }
}

function build(): number {
  const startedAt = performance.now();
  execFileSync('npm', ['run', 'build', '--silent'], { stdio: 'inherit' });
  return performance.now() - startedAt;
}
