import { isRecord } from '../../../index/platform/is-record.js';
import { channelErrors } from '../../errors.js';

/** A customer as a server of the company names them; null for what it leaves open. */
interface GivenUser {
  readonly id: string | null;
  readonly name: string | null;
}

/**
 * The `user` of a body `{user?: {id?, name?}}`, for callers who have the secret.
 * @throws BAD_ARGUMENT; ids must start with `dl_`, as Direct Line wants it
 */
export function readUser(body: unknown): GivenUser {
  const user = isRecord(body) && body.user !== undefined ? body.user : {};
  if (!isRecord(user)) throw channelErrors.BAD_ARGUMENT({ reason: '"user" must be an object' });
  const { id, name } = user;
  if (id !== undefined && (typeof id !== 'string' || !/^dl_[\w.@:|-]{1,100}$/.test(id))) {
    throw channelErrors.BAD_ARGUMENT({
      reason: '"user.id" must start with dl_ and have at most 103 characters',
    });
  }
  if (name !== undefined && (typeof name !== 'string' || name.length > 100)) {
    throw channelErrors.BAD_ARGUMENT({ reason: '"user.name" must be a text of at most 100 characters' });
  }
  return { id: id ?? null, name: name ?? null };
}
