/** A page of a website as the customer's own browser tells it: for people to read, never to be trusted. */
export interface CustomerPage {
  /** http or https, without what stands behind "?". */
  readonly address: string;
  /** The campaign that led there (`utm_campaign`); null for none. */
  readonly campaign: string | null;
}

/** A customer as the company's own website knows them. */
export interface VouchedIdentity {
  /** Such as the customer number. */
  readonly id: string;
  readonly email: string | null;
}
