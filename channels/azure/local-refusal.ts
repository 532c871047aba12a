import type { Activity } from '../../bot/contracts/activities.js';
import type { Request } from '../server/http.js';
import { isLoopbackAddress, isLoopbackHost, isLoopbackUrl } from './loopback.js';

/**
 * What proxies, load balancers and content networks put on a request: every name of their kind, because each has its own
 * and a proxy that was set up plainly sends none at all (see `AZURE_LOCAL`). Emulator and Playground send `x-ms-…` and
 * `x-emulator-…` of theirs.
 */
const FORWARDED =
  /^(?:forwarded|via|(?:true-)?client-ip|cdn-.*|cf-.*|fastly-.*|fly-.*|akamai-.*|x-(?!ms-|emulator-).*)$/;

/**
 * Why a call that nothing vouches for is not taken; null where it is from this machine, for this machine. Were any
 * `serviceUrl` taken, everybody could have this server call any address.
 */
export function localRefusal(
  request: Pick<Request, 'socket' | 'headers'>,
  activity: Activity,
): string | null {
  if (!isLoopbackAddress(request.socket.remoteAddress)) return 'this call came from another one';
  if (Object.keys(request.headers).some((name) => FORWARDED.test(name)))
    return 'this call came through a proxy';
  const { origin, host } = request.headers;
  if (!isLoopbackHost(host)) return 'this call is addressed to another name';
  // A browser on this machine may show a page of anybody.
  if (origin !== undefined && !isLoopbackUrl(origin)) return 'this call came from a web page of another one';
  if (!isLoopbackUrl(activity.serviceUrl ?? '')) return 'the serviceUrl of the activity is on another one';
  return null;
}
