import { ChatCustomer } from './chat-customer.js';
import { quantile, round } from './machine.js';
import { createQuestions, type Questions } from './questions.js';
import { type RunningServer, startServer } from './running-server.js';

/** Customers at once, and how many questions they ask together. */
const RUNS: Readonly<Record<number, number>> = { 1: 500, 10: 2_000, 50: 3_000 };
const WARM_UP = 300;
/** So many questions a customer has, one after the other in one conversation. Then the next customer comes. */
const QUESTIONS_EACH = 3;

/**
 * How many turns a second the built program takes at its doors, how long a customer waits for an answer from posting the
 * question, and how long the server's event loop stands still meanwhile. Customers ask in a process of their own, each
 * the next question as soon as the last one was answered; opening the chat and being welcomed is counted in the turns a
 * second, not in the time of an answer. The pause that collects short messages is off, everything else
 * is as customers meet it.
 * @param customers numbers of customers at once, such as "10,50"; 1, 10 and 50 where empty
 */
export async function measureTurns(customers: string) {
  const wanted = customers === '' ? Object.keys(RUNS) : customers.split(',');
  const server = await startServer({ COLLECT_MESSAGES_MS: '0', WEBCHAT_TOKENS_PER_MINUTE: '1000000' });
  try {
    const questions = createQuestions();
    await ask(server.url, 10, WARM_UP, questions);
    const rows = [];
    for (const count of wanted.map(Number)) rows.push(await measure(server, count, questions));
    return rows;
  } finally {
    await server.stop();
  }
}

async function measure(server: RunningServer, customers: number, questions: Questions) {
  const endWatching = server.watchLoop();
  const startedAt = performance.now();
  const times = await ask(server.url, customers, RUNS[customers] ?? 40 * customers, questions);
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    customers,
    turns: times.length,
    turnsPerSecond: round(times.length / seconds),
    p50Ms: round(quantile(times, 0.5)),
    p95Ms: round(quantile(times, 0.95)),
    p99Ms: round(quantile(times, 0.99)),
    maxMs: round(Math.max(...times)),
    serverLoop: await endWatching(),
  };
}

/** Lets customers ask `turns` questions together; returns how long each answer took. */
export async function ask(url: string, customers: number, turns: number, next: Questions): Promise<number[]> {
  const times: number[] = [];
  let left = turns;
  const oneAfterTheOther = async () => {
    while (left > 0) {
      const customer = await ChatCustomer.open(url);
      let isWithBot = true;
      for (let asked = 0; isWithBot && asked < QUESTIONS_EACH && left > 0; asked += 1) {
        left -= 1;
        const answered = await customer.ask(next());
        times.push(answered.afterMs);
        isWithBot = answered.isWithBot;
      }
      customer.close();
    }
  };
  await Promise.all(Array.from({ length: customers }, oneAfterTheOther));
  return times;
}
