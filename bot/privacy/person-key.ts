import type { PersonKey } from '../contracts/privacy.js';
import { botErrors } from '../errors.js';

/** What names a person on the command line. */
interface NamedPerson {
  readonly customer?: string | undefined;
  readonly email?: string | undefined;
  readonly conversation?: string | undefined;
}

/** @throws PRIVACY_COMMAND_INVALID where not exactly one of them is given, or in another form */
export function personKeyOf({ customer, email, conversation }: NamedPerson): PersonKey {
  const given = [customer, email, conversation].filter((one) => one !== undefined);
  if (given.length !== 1 || given[0]?.trim() === '') {
    const reason = 'it needs one of --customer CHANNEL:ID, --email ADDRESS and --conversation ID';
    throw botErrors.PRIVACY_COMMAND_INVALID({ reason });
  }
  if (conversation !== undefined) return { kind: 'conversation', conversationId: conversation.trim() };
  if (email !== undefined) return { kind: 'email', email: email.trim() };
  const [, channelId, customerId] = /^([^:]+):(.+)$/s.exec(customer?.trim() ?? '') ?? [];
  if (channelId === undefined || customerId === undefined) {
    throw botErrors.PRIVACY_COMMAND_INVALID({ reason: 'a customer is named as CHANNEL:ID' });
  }
  return { kind: 'customer', channelId, customerId };
}
