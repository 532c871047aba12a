/** What an administrator can do to an account; the last part of the address that does it. */
export type AccountChange = 'lock' | 'unlock' | 'remove' | 'end-sessions' | 'reset-second-factor';

/** Changes that somebody feels at once and that are asked about first. */
export type AskedChange = Exclude<AccountChange, 'unlock'>;

/** The words of accounts and new passwords. */
export interface AccountWords {
  readonly locked: string;
  readonly signedIn: (browsers: number) => string;
  readonly lastSignedIn: (moment: string) => string;
  readonly notSignedIn: string;
  /** The button that makes a link to one. */
  readonly newPassword: string;
  readonly changes: Readonly<Record<AccountChange, string>>;
  readonly done: Readonly<Record<AccountChange, (name: string) => string>>;
  readonly confirm: Readonly<
    Record<
      AskedChange,
      {
        readonly title: (name: string) => string;
        readonly hint: string;
        /** In place of it, where it is the administrator's own account. */
        readonly ownHint: string;
      }
    >
  >;
  readonly roleChanged: (name: string, role: string) => string;
  readonly link: (name: string) => string;
  readonly linkHint: (until: string) => string;
  /** The page that a link to a new password opens. */
  readonly reset: {
    readonly title: string;
    readonly intro: (name: string) => string;
    readonly password: string;
    readonly submit: string;
    readonly invalidTitle: string;
    readonly invalid: string;
  };
}
