import type { AUDIT_AREAS } from '../../../limits.js';

/** The words of one's own account and of the audit. */
export interface SecurityWords {
  readonly account: string;
  /** Of the field for a code at the sign-in, and what to type. */
  readonly code: string;
  readonly codeHint: string;
  readonly password: string;
  readonly factor: {
    readonly title: string;
    readonly intro: string;
    readonly isOn: (codes: number) => string;
    readonly begin: string;
    readonly scan: string;
    readonly picture: string;
    readonly orType: string;
    readonly confirm: string;
    readonly codes: string;
    readonly codesHint: string;
    readonly kept: string;
    readonly end: string;
    readonly demanded: string;
    /** Before the desk, where it must be set up first. */
    readonly mustTitle: string;
    readonly mustIntro: string;
  };
  readonly ownName: {
    readonly title: string;
    readonly label: string;
    readonly hint: string;
    readonly submit: string;
  };
  readonly ownPicture: {
    readonly title: string;
    readonly hint: string;
    readonly alt: string;
    readonly choose: string;
    readonly remove: string;
  };
  /** Signing in through a provider. */
  readonly signOn: {
    readonly button: (name: string) => string;
    readonly orPassword: string;
    /** Where there are no passwords. */
    readonly intro: string;
    readonly title: (name: string) => string;
    readonly isLinked: (name: string) => string;
    readonly isNotLinked: (name: string) => string;
    readonly link: string;
    readonly unlink: string;
  };
  readonly sessions: {
    readonly title: string;
    readonly unknownDevice: string;
    readonly own: string;
    readonly times: (since: string, lastSeen: string) => string;
    readonly end: string;
    readonly endOthers: string;
    readonly of: (name: string) => string;
    readonly show: string;
  };
  readonly audit: {
    readonly title: string;
    readonly hint: string;
    readonly area: string;
    readonly areas: Readonly<Record<(typeof AUDIT_AREAS)[number] | 'all', string>>;
    readonly account: string;
    readonly all: string;
    readonly none: string;
    readonly more: string;
    readonly unknown: string;
    /** By the code of what was done; one that is not listed is shown as it is. */
    readonly actions: Readonly<Record<string, string>>;
  };
}
