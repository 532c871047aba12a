/** What tells where a request comes from. */
interface RequestOrigin {
  /** Header `X-Desk`: a page of another site cannot set it without being asked first (CORS preflight). */
  readonly deskHeader: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  /** Header `Host`. */
  readonly host: string | undefined;
  /** The desk's address as browsers know it. */
  readonly publicUrl: string;
}

/**
 * Why a changing request is taken for one that another site started (cross-site request forgery); null when it is ours.
 *
 * Three signs, each enough to refuse: our own header is missing, `Sec-Fetch-Site` names another site, or the host of
 * `Origin` is neither the one asked nor the public one. Only hosts are compared, because a proxy may end https.
 */
export function foreignPageReason(request: RequestOrigin): string | null {
  if (request.deskHeader !== '1') return 'the header X-Desk is missing';
  if (request.fetchSite !== undefined && request.fetchSite !== 'same-origin')
    return 'another site started it';
  if (request.origin === undefined) return null;
  const from = hostOf(request.origin);
  const own = [request.host?.toLowerCase(), hostOf(request.publicUrl)];
  return from !== null && own.includes(from) ? null : 'its Origin is another site';
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host.toLowerCase() : null;
}
