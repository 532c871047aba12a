import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { ChatCustomer } from './chat-customer.js';
import { round } from './machine.js';
import { startServer } from './running-server.js';

/** Seconds of a first start: the build, then the sample ingest until questions are answered, then the first answer. */
export async function measureStart() {
  rmSync('dist', { recursive: true, force: true });
  const buildStartedAt = performance.now();
  execFileSync('npm', ['run', 'build', '--silent'], { stdio: 'inherit' });
  const buildMs = performance.now() - buildStartedAt;
  const server = await startServer();
  try {
    const customer = await ChatCustomer.open(server.url);
    const firstAnswerMs = await customer.ask('Hoe stap ik over naar eSIM?');
    customer.close();
    const totalMs = buildMs + server.readyAfterMs + firstAnswerMs;
    return {
      buildMs: round(buildMs),
      readyAfterMs: round(server.readyAfterMs),
      firstAnswerMs: round(firstAnswerMs),
      totalMs: round(totalMs),
    };
  } finally {
    await server.stop();
  }
}
