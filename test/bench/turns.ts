import { readFileSync } from 'node:fs';
import { ChatCustomer } from './chat-customer.js';
import { quantile, round } from './machine.js';
import { startServer } from './running-server.js';

const CUSTOMERS = [1, 20];
const QUESTIONS_EACH = 40;

/**
 * Milliseconds of a turn at the doors: from posting a question to its answer on the socket. The pause that collects
 * short messages is off, everything else is as customers meet it.
 */
export async function measureTurns() {
  const server = await startServer({ COLLECT_MESSAGES_MS: '0', WEBCHAT_TOKENS_PER_MINUTE: '100000' });
  try {
    const questions = readQuestions();
    await ask(server.url, 1, questions.slice(0, 10));
    const rows = [];
    for (const customers of CUSTOMERS) {
      const times = await ask(server.url, customers, questions);
      rows.push({
        customers,
        turns: times.length,
        p50Ms: round(quantile(times, 0.5)),
        p95Ms: round(quantile(times, 0.95)),
        maxMs: round(Math.max(...times)),
      });
    }
    return rows;
  } finally {
    await server.stop();
  }
}

async function ask(url: string, customers: number, questions: readonly string[]): Promise<number[]> {
  const each = await Promise.all(
    Array.from({ length: customers }, async (_, number) => {
      const times: number[] = [];
      for (let turn = 0; turn < Math.min(QUESTIONS_EACH, questions.length); turn += 1) {
        // A conversation for each question: one that waits for a person is not answered any more.
        const customer = await ChatCustomer.open(url);
        times.push(await customer.ask(questions[(number * 7 + turn) % questions.length] ?? ''));
        customer.close();
      }
      return times;
    }),
  );
  return each.flat();
}

/** Questions that go to the community: a hand-over would end the bot's turns. */
function readQuestions(): string[] {
  return ['questions-nl.jsonl', 'questions-en.jsonl'].flatMap((name) =>
    readFileSync(`data/evaluation/${name}`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { text: string; relevant: string[] })
      .filter((row) => row.relevant.length > 0)
      .map((row) => row.text),
  );
}
