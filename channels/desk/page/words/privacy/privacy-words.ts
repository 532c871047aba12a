/** Looking up, handing out and erasing what is kept of one person. */
export interface PrivacyPageWords {
  readonly title: string;
  readonly hint: string;
  readonly by: string;
  readonly kinds: Readonly<Record<'email' | 'conversation' | 'customer', string>>;
  readonly email: string;
  readonly conversation: string;
  readonly channel: string;
  readonly customer: string;
  readonly find: string;
  readonly nobody: string;
  readonly conversations: (count: number) => string;
  readonly unnamed: string;
  readonly kept: string;
  readonly place: string;
  readonly rows: string;
  readonly export: string;
  readonly exportHint: string;
  readonly erase: string;
  readonly eraseTitle: string;
  readonly eraseHint: (count: number) => string;
  readonly erased: (seconds: string) => string;
  readonly inRelease: string;
  readonly leftovers: (count: number) => string;
}
