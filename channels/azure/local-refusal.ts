import type { Activity } from '../../bot/contracts/activities.js';
import type { Request } from '../server/http.js';
import { isLoopbackAddress, isLoopbackHost, isLoopbackUrl } from './loopback.js';

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Why a call that nothing vouches for is not taken; null where it is from this machine, for this machine. Were any
 * `serviceUrl` taken, everybody could have this server call any address.
 */
export function localRefusal(
  request: Pick<Request, 'socket' | 'headers'>,
  activity: Activity,
): string | null {
  if (!isLoopbackAddress(request.socket.remoteAddress)) return 'this call came from another one';
  if (FORWARDED.some((name) => request.headers[name] !== undefined)) return 'this call came through a proxy';
  const { origin, host } = request.headers;
  if (!isLoopbackHost(host)) return 'this call is addressed to another name';
  // A browser on this machine may show a page of anybody.
  if (origin !== undefined && !isLoopbackUrl(origin)) return 'this call came from a web page of another one';
  if (!isLoopbackUrl(activity.serviceUrl ?? '')) return 'the serviceUrl of the activity is on another one';
  return null;
}
