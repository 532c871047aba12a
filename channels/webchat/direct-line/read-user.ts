import { isRecord } from '../../../index/platform/is-record.js';
import { channelErrors } from '../../errors.js';

/** A customer as a server of the company names them; null for what it leaves open. */
interface GivenUser {
  readonly id: string | null;
  readonly name: string | null;
}

/** What an id must look like. */
interface IdRule {
  readonly form: RegExp;
  readonly words: string;
}

/** For tokens, as Direct Line wants it. */
export const TOKEN_USER_ID: IdRule = {
  form: /^dl_[\w.@:|-]{1,100}$/,
  words: 'must start with dl_ and have at most 103 characters',
};
/** For a conversation that the secret starts: whatever the client calls itself (Web Chat: `r_` and ten characters). */
export const ANY_USER_ID: IdRule = {
  form: /^[^\p{C}\s]{1,100}$/u,
  words: 'must have 1 to 100 characters without spaces',
};

/**
 * The `user` of a body `{user?: {id?, name?}}`, for callers who have the secret. Names of fields count in any case: clients
 * written in C# send `{"User":{"Id":…}}`, as the official service takes it.
 * @throws BAD_ARGUMENT; ids of the bot and its colleagues are nobody's
 */
export function readUser(body: unknown, rule: IdRule): GivenUser {
  const given = isRecord(body) ? fieldOf(body, 'user') : undefined;
  const user = given ?? {};
  if (!isRecord(user)) throw channelErrors.BAD_ARGUMENT({ reason: '"user" must be an object' });
  const [id, name] = [fieldOf(user, 'id'), fieldOf(user, 'name')];
  if (id !== undefined && (typeof id !== 'string' || !rule.form.test(id))) {
    throw channelErrors.BAD_ARGUMENT({ reason: `"user.id" ${rule.words}` });
  }
  if (id !== undefined && isOurs(id)) {
    throw channelErrors.BAD_ARGUMENT({ reason: '"user.id" is one of the bot or its colleagues' });
  }
  if (name !== undefined && (typeof name !== 'string' || name.length > 100)) {
    throw channelErrors.BAD_ARGUMENT({ reason: '"user.name" must be a text of at most 100 characters' });
  }
  return { id: id ?? null, name: name ?? null };
}

/** Whether an id is one of those that the bot and the people of the company speak under. */
export function isOurs(id: string): boolean {
  return /^(?:bot|agent|agent-.*)$/i.test(id);
}

/** A field by its name in any case, null as if it were not there; the exact name counts before others. */
function fieldOf(record: Readonly<Record<string, unknown>>, name: string): unknown {
  const exact = record[name];
  const key = Object.keys(record).find((other) => other.toLowerCase() === name);
  return exact ?? (key === undefined ? undefined : (record[key] ?? undefined));
}
