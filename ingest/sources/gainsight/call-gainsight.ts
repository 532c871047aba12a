import { ingestErrors } from '../../errors.js';
import { fetchJson, type JsonReply, NOT_SHOWN } from '../http/fetch-json.js';
import { type JsonRecord, recordsOf } from '../rows/json-record.js';
import type { GainsightOptions } from './contracts.js';

/** Calls the programming interface; statuses of `NOT_SHOWN` and 422 are answers. */
export interface GainsightCaller {
  get(path: string): Promise<JsonReply>;
}

/** A question that cannot be put, such as for matches beyond the first 10,000. */
export const NOT_POSSIBLE = 422;

/** A token is renewed so many seconds before it ends. */
const MARGIN_SECONDS = 60;
/** Named with every token; what it is where it is not (developer-portal.gainsight.com). */
const USUAL_LIFE_SECONDS = 7_200;

/**
 * Calls `/v2` with a token by the client's id and secret: `POST /oauth2/token` with `grant_type=client_credentials` and
 * `scope=read` (RFC 6749, 4.4), renewed before it ends, and once where it is refused. A token without the scope is refused
 * with 401.
 */
export function gainsightCaller(options: GainsightOptions): GainsightCaller {
  const { api, http, patience } = options;
  let token: { readonly value: string; readonly until: number } | null = null;

  async function authorization(): Promise<string> {
    if (token === null || patience.now().getTime() >= token.until) {
      token = await askForToken(options);
    }
    return `Bearer ${token.value}`;
  }

  return {
    async get(path) {
      for (let attempt = 1; ; attempt += 1) {
        const headers = { authorization: await authorization() };
        const accepted = [401, NOT_POSSIBLE, ...NOT_SHOWN];
        const reply = await fetchJson(http, `${api}${path}`, { headers, accepted });
        if (reply.status !== 401) return reply;
        token = null;
        if (attempt > 1) throw denied(`${api}${path.split('?')[0]}`, 401);
      }
    },
  };
}

async function askForToken({ api, clientId, clientSecret, http, patience }: GainsightOptions) {
  const address = `${api}/oauth2/token`;
  const form = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: 'read',
  };
  const { status, value } = await fetchJson(http, address, { form, accepted: [400, 401, 403] });
  if (status >= 400) throw denied(address, status);
  const { access_token: given, expires_in: seconds } = value;
  if (typeof given !== 'string' || given === '') {
    throw ingestErrors.SOURCE_ANSWER_UNUSABLE({ address, reason: 'it has no access_token' });
  }
  const life = typeof seconds === 'number' && seconds > 0 ? seconds : USUAL_LIFE_SECONDS;
  const lasts = Math.max(life - MARGIN_SECONDS, MARGIN_SECONDS) * 1000;
  return { value: given, until: patience.now().getTime() + lasts };
}

function denied(address: string, status: number) {
  const advice =
    'Check id and secret of the client in GAINSIGHT_CLIENTS, its region, and that it may "read" (Control, Integrations, API).';
  return ingestErrors.SOURCE_ACCESS_DENIED({ address, status, advice });
}

/** The objects of a list: in `result`, as `/v2` gives them; other names are read where a version gives them. */
export function listIn(value: JsonRecord): JsonRecord[] | null {
  const list = value.result ?? value.results ?? value.data ?? value.items;
  return Array.isArray(list) ? recordsOf(list) : null;
}
