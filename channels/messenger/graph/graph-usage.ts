import { z } from 'zod';

/** How much of Meta's rate limit is used up. */
export interface GraphUsage {
  /** Highest of the percentages told; 100 is the limit. */
  readonly percent: number;
  /** Minutes until calls are taken again, where Meta says so. */
  readonly minutesToWait: number | null;
}

const counts = z.object({
  call_count: z.number().catch(0),
  total_cputime: z.number().catch(0),
  total_time: z.number().catch(0),
  estimated_time_to_regain_access: z.number().catch(0),
});
const business = z.record(z.string(), z.array(counts));

/**
 * Reads `X-App-Usage` and `X-Business-Use-Case-Usage`; pure. Null where neither is there or can be read.
 *
 * The first is `{"call_count": 68, "total_cputime": 0, "total_time": 208}` in percent; the second holds lists of the
 * same by the id of the business, with the minutes to wait.
 */
export function readGraphUsage(headers: Pick<Headers, 'get'>): GraphUsage | null {
  const app = counts.safeParse(jsonOf(headers.get('x-app-usage')));
  const cases = business.safeParse(jsonOf(headers.get('x-business-use-case-usage')));
  const all = [
    ...(app.success ? [app.data] : []),
    ...(cases.success ? Object.values(cases.data).flat() : []),
  ];
  if (all.length === 0) return null;
  const percents = all.flatMap((one) => [one.call_count, one.total_cputime, one.total_time]);
  const minutes = Math.max(...all.map((one) => one.estimated_time_to_regain_access));
  return { percent: Math.max(0, ...percents), minutesToWait: minutes > 0 ? minutes : null };
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
