import type { EmbedderOptions } from './embedder/open-embedder.js';
import { type Settings, setting } from './platform/settings.js';

const collector = setting.optionalText(
  'Base address of an OpenTelemetry collector that takes traces by OTLP over HTTP, such as http://localhost:4318; nothing is traced where not set.',
);

/** Settings of the index. */
export const indexSettings = {
  RUNTIME_DIR: setting.text('Folder for everything that is written while running.', 'data/runtime'),
  MODELS_DIR: setting.text('Folder with the embedding models, one folder each.', 'data/models'),
  EMBEDDER_MODEL: setting.text(
    'Model that turns texts into vectors: a folder in MODELS_DIR, or a name on the hub with EMBEDDER_ALLOW_REMOTE. After a change run ingest again.',
    'e5-small-community-nl-en',
  ),
  EMBEDDER_ALLOW_REMOTE: setting.flag(
    'Whether a model that is not in MODELS_DIR may be loaded from its hub (it is kept there).',
    false,
  ),
  CLASSIFIERS: setting.optionalText(
    'File of classifiers that "train-classifiers" wrote, instead of those that come with the program.',
  ),
  WANTED_PRECISION: setting.number(
    'The share of answers that shall be right; the threshold of a release follows from it.',
    0.9,
    { min: 0.5, max: 0.99 },
  ),
  ANSWER_THRESHOLD: setting.optionalNumber(
    'Probability from which the bot answers, instead of the one the release brings.',
    { min: 0, max: 1 },
  ),
  LOG_LEVEL: setting.choice(
    'What is written to the log, from this level up.',
    ['debug', 'info', 'warn', 'error', 'silent'],
    'info',
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    ...collector,
    schema: collector.schema.refine(
      (text) => text === undefined || (URL.canParse(text) && /^https?:/.test(text)),
      'must be an http or https address, such as http://localhost:4318',
    ),
  },
  OTEL_EXPORTER_OTLP_HEADERS: setting.secret(
    'Headers of the calls to it, such as a key: name=value, separated by commas, values percent-encoded.',
  ),
  OTEL_SERVICE_NAME: setting.text('Name of this server in traces.', 'support-bot'),
  OTEL_TRACES_SAMPLER_ARG: setting.number('Share of the requests that is traced, from 0 to 1.', 1, {
    min: 0,
    max: 1,
  }),
};

export type IndexSettings = Settings<typeof indexSettings>;

/** What the settings say of the embedder. */
export function embedderOptions(
  settings: Pick<IndexSettings, 'EMBEDDER_MODEL' | 'MODELS_DIR' | 'EMBEDDER_ALLOW_REMOTE'>,
): EmbedderOptions {
  return {
    model: settings.EMBEDDER_MODEL,
    modelsDirectory: settings.MODELS_DIR,
    allowRemote: settings.EMBEDDER_ALLOW_REMOTE,
  };
}
