import { context, type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { isCoded } from '../errors.js';

/** What a span tells beside its time: kinds, codes and numbers. Never words, names or ids of a person. */
export type SpanFacts = Readonly<Record<string, string | number | boolean>>;

/** How the steps of an answer are called in a trace. */
export type SpanName = 'door' | 'turn' | 'search' | 'outbox.send';

const TRACER = 'support-bot';

/**
 * Does a piece of work as a span of the trace that is under way, or of a new one. Without tracing (`openTracing`) it costs
 * nothing worth telling. Of an error it tells the code alone, because messages may quote.
 */
export async function inSpan<Result>(
  name: SpanName,
  facts: SpanFacts,
  work: () => Promise<Result>,
): Promise<Result> {
  return trace.getTracer(TRACER).startActiveSpan(name, { attributes: facts }, async (span) => {
    try {
      return await work();
    } catch (error) {
      fail(span, isCoded(error) ? error.code : 'none');
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Adds facts to the span that is under way. */
export function tellSpan(facts: SpanFacts): void {
  trace.getActiveSpan()?.setAttributes(facts);
}

/**
 * Begins a span around what follows in `run`, which tells its end by itself.
 * @returns how to end it; a code for what failed, null for what did not
 */
export function beginSpan(
  name: SpanName,
  run: () => void,
): (facts: SpanFacts, failedBy: string | null) => void {
  const span = trace.getTracer(TRACER).startSpan(name);
  context.with(trace.setSpan(context.active(), span), run);
  return (facts, failedBy) => {
    span.setAttributes(facts);
    if (failedBy !== null) fail(span, failedBy);
    span.end();
  };
}

function fail(span: Span, code: string): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', code);
}

/** Lets nobody receive spans any more. */
export function endTracing(): void {
  trace.disable();
  context.disable();
}
