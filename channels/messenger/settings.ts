import { matching, type Settings, setting } from '../../index/platform/settings.js';

/** Settings of Facebook Messenger. The three secrets together switch it on; see README.md for where Meta shows them. */
export const messengerSettings = {
  MESSENGER_APP_SECRET: setting.secret(
    'App secret of the Meta app (App settings, Basic); it proves that an event comes from Meta.',
  ),
  MESSENGER_VERIFY_TOKEN: setting.secret(
    'A text of your own choice that Meta repeats once when the webhook is set up.',
  ),
  MESSENGER_PAGE_ACCESS_TOKEN: setting.secret(
    'Access token of the Facebook page (Messenger, Messenger API Settings); messages are sent with it.',
  ),
  MESSENGER_PAGE_ID: matching(
    setting.optionalText(
      'Id of the Facebook page; events of other pages are then left out. The page of the access token where not set.',
    ),
    /^\d+$/,
    'must be a number such as 104400000000000',
  ),
  MESSENGER_APP_ID: matching(
    setting.optionalText(
      'Id of the Meta app; tells what this app did from what people did in the inbox of the page.',
    ),
    /^\d+$/,
    'must be a number such as 230000000000000',
  ),
  MESSENGER_AUTOMATION_APPS: matching(
    setting.optionalText(
      'Ids of Meta apps that answer customers by themselves (instant replies, greetings of advertisements), with commas between; the bot is not silent for them.',
    ),
    /^\d+(\s*,\s*\d+)*$/,
    'must be numbers with commas between',
  ),
  MESSENGER_HUMAN_AGENT: setting.flag(
    'Whether Meta approved the feature "Human Agent" for the app: agents may then answer for 7 days instead of 24 hours.',
    true,
  ),
  MESSENGER_PERSONA_PICTURE: matching(
    setting.optionalText(
      'https address of the picture beside the name of an agent; a plain one of this server where not set.',
    ),
    /^https:\/\/\S+$/,
    'must be an https address of a picture',
  ),
  MESSENGER_INBOX_NAME: setting.text(
    'Name of the inbox in which people of the company answer beside this program, as agents read it at the desk.',
    'Meta Business Suite',
  ),
  MESSENGER_WEBSITE_URL: matching(
    setting.optionalText(
      'https address of the company’s website, for the menu that `npm run messenger -- profile set` gives the page; no website in it where not set.',
    ),
    /^https:\/\/\S+$/,
    'must be an https address such as https://www.example.com',
  ),
  MESSENGER_GRAPH_VERSION: matching(
    setting.text('Version of the Graph API; Meta ends each one about two years after it came.', 'v26.0'),
    /^v\d+\.\d+$/,
    'must be a version such as v26.0',
  ),
  MESSENGER_GRAPH_URL: matching(
    setting.text(
      'Address of the Graph API; another one only for tests on this machine.',
      'https://graph.facebook.com',
    ),
    /^(https:\/\/[\w.-]+|http:\/\/(127\.0\.0\.1|localhost))(:\d+)?$/,
    'must be an https address without a path, or one of this machine',
  ),
};

export type MessengerSettings = Settings<typeof messengerSettings>;
