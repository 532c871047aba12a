import { type Settings, setting } from '../../index/platform/settings.js';

/** Settings of the desk. */
export const deskSettings = {
  DESK_SIGN_INS_PER_MINUTE: setting.integer(
    'How many sign-ins a minute may be tried at the desk from one address; an office shares one.',
    30,
    { min: 1, max: 10_000 },
  ),
  DESK_SIGN_INS_PER_ACCOUNT: setting.integer(
    'How many sign-ins a minute may be tried for one e-mail address from everywhere together, beyond the first from each address.',
    10,
    { min: 1, max: 10_000 },
  ),
};

export type DeskSettings = Settings<typeof deskSettings>;
