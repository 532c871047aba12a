/** The levels of the log by pino's numbers. */
const LEVELS: Readonly<Record<number, string>> = { 20: 'debug', 30: 'info', 40: 'WARN', 50: 'ERROR' };

/**
 * Turns a log line of JSON into one that a person at a terminal reads: time, level, who, sentence, facts.
 * @param line JSON as `createLog` writes it
 */
export function formatLogLine(line: string): string {
  const { time, level, name, msg, error, ...facts } = JSON.parse(line) as Record<string, unknown>;
  const clock = String(time).slice(11, 19);
  const who = name === undefined ? '' : `${name}: `;
  const told = Object.entries(facts).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  const head = [clock, LEVELS[Number(level)] ?? level, `${who}${msg}`, ...told].join(' ');
  return error === undefined ? `${head}\n` : `${head}\n  ${traceOf(error)}\n`;
}

function traceOf(error: unknown): string {
  const { stack, message } = error as { stack?: string; message?: string };
  return (stack ?? message ?? JSON.stringify(error)).replaceAll('\n', '\n  ');
}
