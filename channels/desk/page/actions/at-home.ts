import type { ApiResult } from '../ask-server.js';
import type { Session } from './session.js';

/** Passes an answer on to the view that asked; a session that ended is told by the whole page. */
export async function atHome<Value>(
  session: Session,
  asking: Promise<ApiResult<Value>>,
): Promise<ApiResult<Value>> {
  const answer = await asking;
  if (!answer.isOk && answer.failure.code === 'DeskSessionEnded') session.end(true);
  return answer;
}
