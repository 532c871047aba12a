/** The page that the chat stands on, as agents see it. */
interface PageFacts {
  readonly address: string;
  readonly campaign: string | null;
  /** As the tag names it; '' for none. */
  readonly company: string;
}

/**
 * Reads the page from its address: without query and fragment, which may hold what is nobody's business, but for the
 * campaign that led there (`utm_campaign`).
 */
export function pageOf(
  { origin, pathname, search }: Pick<Location, 'origin' | 'pathname' | 'search'>,
  company: string,
): PageFacts {
  return {
    address: `${origin}${pathname}`.slice(0, 500),
    campaign: new URLSearchParams(search).get('utm_campaign'),
    company,
  };
}
