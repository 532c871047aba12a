/**
 * The one error family. Every error that this program raises on purpose is a `CodedError`, made by a factory of an
 * error table: a stable code, the facts that led to it and a message that says what happened, with which value, and
 * what to do. Codes once used are not used again for something else.
 */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** A failure with a stable `code`, typed `facts` and, where another error led to it, a `cause`. */
export class CodedError<Code extends string = string> extends Error {
  readonly code: Code;
  readonly facts: Facts;

  constructor(code: Code, message: string, facts: Facts, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = code;
    this.code = code;
    this.facts = facts;
  }
}

// Parameters are contravariant: `never` is the only argument type to which every message function is assignable.
type Messages = Readonly<Record<string, (facts: never) => string>>;

type ErrorTable<Table extends Messages> = {
  readonly [Code in keyof Table & string]: (
    facts: Parameters<Table[Code]>[0],
    cause?: unknown,
  ) => CodedError<Code>;
};

/**
 * Turns a table `code → message(facts)` into a table of error factories.
 *
 * @example throw indexErrors.RELEASE_NOT_FOUND({ id: 'r1', directory: '/data' });
 */
export function defineErrors<Table extends Messages>(messages: Table): ErrorTable<Table> {
  const entries = Object.entries(messages).map(([code, message]) => [
    code,
    (facts: Facts, cause?: unknown) =>
      new CodedError(code, (message as (facts: Facts) => string)(facts), facts, cause),
  ]);
  return Object.freeze(Object.fromEntries(entries)) as ErrorTable<Table>;
}

/** Whether `error` is a coded error, of the given code where one is given. */
export function isCoded(error: unknown, code?: string): error is CodedError {
  return error instanceof CodedError && (code === undefined || error.code === code);
}

/** What a terminal prints of an error: the code and message of one of ours, all that there is of any other. */
export function printableError(error: unknown): unknown {
  return isCoded(error) ? `${error.code}: ${error.message}` : error;
}

/** What an error says of itself, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
