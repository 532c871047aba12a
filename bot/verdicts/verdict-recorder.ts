import type { VerdictStore } from '../../index/learning/verdict-store.js';
import type { Clock } from '../../index/platform/clock.js';
import { createLanes } from '../../index/platform/lanes.js';
import type { Log } from '../../index/platform/log.js';
import type { Background } from '../conversations/background.js';
import type { RawVerdict } from './raw-verdict.js';
import { saysOwnName } from './says-own-name.js';

/** Makes a question fit to be kept: one line, without personal data; '' where nothing is left of it. */
export type RedactQuestion = (question: string, language: string) => Promise<string>;

/** A customer as their channel knows them. */
export interface CustomerIdentity {
  readonly kind: 'customer';
  readonly channelId: string;
  readonly customerId: string;
  /** Whether the company signed who they are. */
  readonly isIdentified: boolean;
  /** What stands for where they write from; null where it is not known. */
  readonly address: string | null;
}

/** Whose verdict it is, as channels and desk know them; the store keeps none of it. */
export interface VerdictSource {
  readonly conversationId: string;
  readonly language: string;
  /** The customer's, '' where the channel does not tell: a question that holds it is not kept. */
  readonly customerName: string;
  /** Who said it: a channel and its customer, or an agent. */
  readonly person: CustomerIdentity | { readonly kind: 'agent'; readonly agentId: string };
}

/** Records verdicts behind a turn that is written: what goes wrong here is logged, and nobody waits for it. */
export interface VerdictRecorder {
  record(source: VerdictSource, verdicts: readonly RawVerdict[]): void;
  /** Does something about the verdicts of a conversation behind all that is being recorded of it, such as forgetting them. */
  inTurn(conversationId: string, task: () => Promise<void>): Promise<void>;
}

interface RecorderParts {
  readonly background: Background;
  readonly clock: Clock;
  readonly log: Log;
}

/** Known by their account, wherever they are. */
const AGENT = { isIdentified: true, address: '' } as const;

/** @param redact where there is none, verdicts are not recorded */
export function createVerdictRecorder(
  store: Pick<VerdictStore, 'pseudonym' | 'record'>,
  redact: RedactQuestion | undefined,
  { background, clock, log }: RecorderParts,
): VerdictRecorder {
  if (!redact) return { record: () => {}, inTurn: (_, task) => task() };
  // One after the other: of two words about an answer the last counts, however long their questions take to be redacted.
  const lanes = createLanes();
  return {
    inTurn: (conversationId, task) => lanes.serially(conversationId, task),

    record(source, verdicts) {
      if (verdicts.length === 0) return;
      const at = clock.now().toISOString();
      void background.run(() =>
        lanes
          .serially(source.conversationId, () => keep(redact, source, verdicts, at))
          .catch((error: unknown) => {
            log.error('A verdict could not be kept.', { conversationId: source.conversationId, error });
          }),
      );
    },
  };

  async function keep(
    redact: RedactQuestion,
    source: VerdictSource,
    verdicts: readonly RawVerdict[],
    at: string,
  ): Promise<void> {
    const { person } = source;
    const visitor =
      person.kind === 'agent'
        ? store.pseudonym('agent', person.agentId)
        : store.pseudonym('customer', person.channelId, person.customerId);
    const conversation = store.pseudonym('conversation', source.conversationId);
    const known =
      person.kind === 'agent' ? AGENT : { isIdentified: person.isIdentified, address: addressOf(person) };
    for (const verdict of verdicts) {
      const question = await redact(verdict.question, source.language);
      if (question === '' || saysOwnName(question, source.customerName)) continue;
      await store.record({ ...verdict, ...known, question, visitor, conversation, at });
    }
  }

  function addressOf({ channelId, address }: CustomerIdentity): string {
    return address === null ? '' : store.pseudonym('address', channelId, address);
  }
}
