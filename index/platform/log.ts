import { pino } from 'pino';
import { isCoded } from './errors.js';

/** What may stand in a log line beside its sentence. Never a message of a customer, never a secret. */
type LogFacts = Readonly<Record<string, unknown>>;

/** The logger that is passed in. One event a line: a sentence and its facts. */
export interface Log {
  debug(message: string, facts?: LogFacts): void;
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  error(message: string, facts?: LogFacts & { error?: unknown }): void;
  /** The same log with a name and standing facts. */
  child(name: string, facts?: LogFacts): Log;
}

type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Keys whose values are replaced before a line is written, at the top and one level down. */
const SECRET_KEYS = ['token', 'secret', 'password', 'authorization', 'cookie', 'signature'];

/** Told of every warning and error, written or not: the code of the error in it; null where it has none. */
export type TroubleListener = (level: 'warn' | 'error', code: string | null) => void;

/** A log that writes JSON lines to `write`, standard output where none is given. */
export function createLog(
  level: LogLevel,
  write?: (line: string) => void,
  onTrouble: TroubleListener = () => {},
): Log {
  const options = {
    level,
    base: null,
    redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`]), censor: '[hidden]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: pino.stdSerializers.err },
  };
  return wrap(pino(options, write ? { write } : standardOutput()), onTrouble);
}

/** So many characters of lines that cannot be written now are kept; what comes then is lost. */
const MOST_UNWRITTEN = 1_000_000;

/** Lines that cannot be written (the log goes to a file, and its disk is full) wait or are lost; they end nothing. */
function standardOutput(): pino.DestinationStream {
  const output = pino.destination({ fd: 1, sync: true, maxLength: MOST_UNWRITTEN });
  output.on('error', () => {});
  return output;
}

/** A log that says nothing. */
export const silentLog: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  child: () => silentLog,
};

function wrap(logger: pino.Logger, onTrouble: TroubleListener): Log {
  return {
    debug: (message, facts = {}) => logger.debug(facts, message),
    info: (message, facts = {}) => logger.info(facts, message),
    warn(message, facts = {}) {
      onTrouble('warn', codeOf(facts));
      logger.warn(facts, message);
    },
    error(message, facts = {}) {
      onTrouble('error', codeOf(facts));
      logger.error(facts, message);
    },
    child: (name, facts = {}) => wrap(logger.child({ name, ...facts }), onTrouble),
  };
}

/** Codes of our own alone: those of systems and libraries are of any number. */
function codeOf({ error, code }: LogFacts): string | null {
  if (isCoded(error)) return error.code;
  return typeof code === 'string' ? code : null;
}
