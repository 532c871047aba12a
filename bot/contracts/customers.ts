/** A page of a website as the customer's own browser tells it: for people to read, never to be trusted. */
export interface CustomerPage {
  /** http or https, without what stands behind "?". */
  readonly address: string;
  /** The campaign that led there (`utm_campaign`); null for none. */
  readonly campaign: string | null;
  /** The company as the page calls it, where it stands for another name than the program's; left out for none. */
  readonly company?: string;
}

/** How a customer came, as their channel tells it: for people to read. The bot takes it for no words. */
export interface CustomerOrigin {
  /** `ad`: by an advertisement; `link`: by a link, code or plugin of the company. */
  readonly kind: 'ad' | 'link';
  /** What the company put into the link or advertisement (`ref`); null for nothing. */
  readonly ref: string | null;
  /** Title of the advertisement, else its number; null for none. */
  readonly ad: string | null;
}

/** A product, or another card, that a customer sent with a message. */
export interface ShownCard {
  readonly title: string;
  /** '' for none. */
  readonly subtitle: string;
  /** http or https; null for none. */
  readonly url: string | null;
}

/** What a customer answers to, as their channel tells it. */
export interface Quoted {
  /** The channel's id of the message; null where it tells none. */
  readonly activityId: string | null;
  /** Words of it that came along: of the customer's own device, so that they count only where the message is not found. */
  readonly text: string | null;
}

/** The beginning of a message that the customer answers to. */
export interface DeskQuotation {
  /** Null where only the customer's own device told the words. */
  readonly from: 'customer' | 'bot' | 'agent' | null;
  /** Who said it; '' where not known. */
  readonly name: string;
  readonly text: string;
}

/** A customer as the company's own website knows them. */
export interface VouchedIdentity {
  /** Such as the customer number. */
  readonly id: string;
  readonly email: string | null;
}
