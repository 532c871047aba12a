import { type ChannelsAtDesk, type DeskDoor, deskChannel } from '../channels-at-desk.js';

const SEVEN_DAYS = { nl: '7 dagen', en: '7 days' };
const ONE_DAY = { nl: '24 uur', en: '24 hours' };

/** What agents read of Messenger. @param options.canAgentsReplyLate for 7 days instead of 24 hours */
export function messengerAtDesk(options: { readonly canAgentsReplyLate: boolean }): ChannelsAtDesk {
  const limits = { agent: options.canAgentsReplyLate ? SEVEN_DAYS : ONE_DAY, bot: ONE_DAY };
  return {
    channels: [
      { ...deskChannel('facebook', 'Messenger', 'bubbles'), limits },
      deskChannel('messenger', 'Messenger', 'bubbles'),
    ],
    doors: [DOOR],
  };
}

const DOOR: DeskDoor = {
  door: 'messenger',
  name: { nl: 'Messenger', en: 'Messenger' },
  because: {
    'access-ended': {
      nl: 'het toegangstoken is verlopen. Een beheerder moet MESSENGER_PAGE_ACCESS_TOKEN vernieuwen.',
      en: 'its access token has ended. An administrator must renew MESSENGER_PAGE_ACCESS_TOKEN.',
    },
    'permission-missing': {
      nl: 'er ontbreekt een toestemming. Een beheerder moet die bij Meta aan de app geven.',
      en: 'a permission is missing. An administrator must give it to the app at Meta.',
    },
    restricted: {
      nl: 'Meta heeft de pagina beperkt. Een beheerder moet bij Meta nakijken waarom.',
      en: 'Meta has restricted the page. An administrator must find out at Meta why.',
    },
  },
};
