import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../../index/platform/log.js';
import { openTracing, type TracingSettings } from '../../../../index/platform/telemetry/open-tracing.js';
import { inSpan } from '../../../../index/platform/telemetry/spans.js';
import { startWebchatServer } from '../../../support/webchat-server.js';
import { visit } from '../../../support/webchat-visitor.js';
import { TestBot } from '../support/test-bot.js';

interface SentSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { key: string; value: Record<string, unknown> }[];
  readonly status: { code?: number };
}

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A collector that takes OTLP over HTTP, on this machine. */
async function startCollector(status = 200) {
  const spans: SentSpan[] = [];
  const bodies: string[] = [];
  const headers: (string | undefined)[] = [];
  const server = createHttpServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces).toString();
    bodies.push(body);
    headers.push(request.headers['x-key'] as string | undefined);
    const { resourceSpans } = JSON.parse(body) as {
      resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[];
    };
    spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
    response.writeHead(request.url === '/v1/traces' ? status : 404, { 'Content-Type': 'application/json' });
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => new Promise((resolve) => server.close(resolve)));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans, bodies, headers };
}

function traceTo(url: string | undefined): TracingSettings {
  return {
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20key,nonsense',
    OTEL_SERVICE_NAME: 'support-bot',
    OTEL_TRACES_SAMPLER_ARG: 1,
  };
}

function silentLines() {
  const lines: string[] = [];
  return { lines, log: createLog('debug', (line) => lines.push(line)) };
}

describe('a trace', () => {
  it('leads from the door over the turn and its search to the sending, without words or ids', async () => {
    const collector = await startCollector();
    const tracing = await openTracing(traceTo(collector.url), silentLines().log);
    ends.push(async () => tracing?.close());
    const test = await TestBot.open({ form: { channelId: 'directline' } });
    ends.push(() => test.bot.stop());
    const server = await startWebchatServer({
      bot: (activity, transport) => test.bot.receive(activity, transport),
    });
    ends.push(() => server.stop());
    const visitor = await visit(server);
    const posted = await visitor.post({
      type: 'message',
      from: { id: visitor.userId, name: 'Kanarie' },
      text: 'wifi kanarievogel',
    });
    expect(posted.status).toBe(200);
    await test.bot.idle();
    await tracing?.close();

    const turn = collector.spans.find(
      ({ name, attributes }) => name === 'turn' && textOf(attributes, 'bot.decision') === 'answer',
    );
    if (!turn) throw new Error('The turn was not traced.');
    const ofTurn = collector.spans.filter(({ traceId }) => traceId === turn.traceId);
    const parentOf = (span: SentSpan) => ofTurn.find(({ spanId }) => spanId === span.parentSpanId)?.name;
    const steps = ofTurn.map((span) => [parentOf(span) ?? null, span.name]);
    expect(steps).toContainEqual([null, 'door']);
    expect(steps).toContainEqual(['door', 'turn']);
    expect(steps).toContainEqual(['turn', 'search']);
    expect(ofTurn.map(({ name }) => name)).toContain('outbox.send');
    const door = ofTurn.find(({ name }) => name === 'door');
    expect(textOf(door?.attributes ?? [], 'http.route')).toMatch(/:/);
    expect(collector.headers[0]).toBe('a key');

    const told = collector.bodies.join();
    expect(told).toContain('directline');
    for (const word of ['kanarie', visitor.conversationId, visitor.userId, visitor.token]) {
      expect(told.toLowerCase()).not.toContain(word.toLowerCase());
    }
  });

  it('tells of an error its code and nothing else', async () => {
    const collector = await startCollector();
    const tracing = await openTracing(traceTo(collector.url), silentLines().log);
    const failure = new Error('the customer kanarie said something');
    await expect(inSpan('turn', {}, () => Promise.reject(failure))).rejects.toBe(failure);
    await tracing?.close();
    expect(collector.spans).toMatchObject([{ name: 'turn', status: { code: 2 } }]);
    expect(collector.bodies.join()).not.toContain('kanarie');
  });

  it('costs no answer and one warning where the collector takes nothing', async () => {
    const collector = await startCollector(400);
    const { lines, log } = silentLines();
    const tracing = await openTracing(traceTo(collector.url), log);
    expect(await inSpan('turn', {}, async () => 'answered')).toBe('answered');
    await tracing?.close();
    expect(lines.filter((line) => line.includes('Traces could not be brought'))).toHaveLength(1);
  });

  it('is not made where no collector is set', async () => {
    expect(await openTracing(traceTo(undefined), silentLines().log)).toBeNull();
    expect(await inSpan('search', {}, async () => 7)).toBe(7);
  });
});

function textOf(attributes: SentSpan['attributes'], name: string): unknown {
  return attributes.find(({ key }) => key === name)?.value.stringValue;
}
