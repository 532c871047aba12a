import { matching, type Settings, setting } from '../index/platform/settings.js';
import { COUNTRIES } from './company/safety-texts.js';

/** Settings of the bot, its conversations and the desk. */
export const botSettings = {
  BOT_NAME: setting.text('Name under which the bot speaks.', 'Zwaluw-assistent'),
  COMPANY_NAME: setting.text('Name of the company the bot speaks for.', 'Zwaluw'),
  COLLECT_MESSAGES_MS: setting.integer(
    'How long to wait, in milliseconds, for more words after a message that looks unfinished; 0 answers each message at once.',
    1_200,
    { min: 0, max: 10_000 },
  ),
  OLD_ANSWER_MONTHS: setting.integer('Answers older than this many months say so.', 24, {
    min: 1,
    max: 1_200,
  }),
  HANDOFF_EXPIRE_MINUTES: setting.integer(
    'How many minutes a customer waits for a person before the bot says that nobody was free.',
    30,
    { min: 1, max: 10_080 },
  ),
  HANDOFFS_PER_ADDRESS: setting.integer(
    'How many customers of one network address may wait for a person, or be with one, at a time; offices and mobile networks share one. As many more in danger.',
    25,
    { min: 1, max: 100_000 },
  ),
  SOLVED_ASK_HOURS: setting.integer(
    'How many hours after an agent closed a conversation the bot asks, once, whether it stayed solved, where the channel still lets it write; 0 for never.',
    24,
    { min: 0, max: 144 },
  ),
  PROMISE_HOURS: setting.integer(
    'Within how many opening hours an answer is promised to who asks for a person while nobody is at the desk.',
    4,
    { min: 1, max: 80 },
  ),
  COUNTRY: setting.choice('Country whose numbers are said in danger: NL, BE, DE or GB.', COUNTRIES, 'NL'),
  SAFETY_TEXTS: setting.optionalText(
    'JSON file with what is said first in danger (suicide, fire, fraud …), in the form of data/facts/safety.json, by country or for one. Without it those texts are said.',
  ),
  COMPANY_FACTS: setting.optionalText(
    'JSON file with what the company says of itself (opening hours, address, prices …), in the form of data/facts/company.json. Without it that file is used where COMPANY_NAME is the company in it.',
  ),
  OPENING_HOURS: setting.optionalText(
    'JSON file with when staff are at the desk, in the form of data/facts/opening-hours.json. Without it that file is used where COMPANY_NAME is the company in it.',
  ),
  SEARCH_FILTERS: setting.optionalText(
    'JSON file with what the bot may answer from by channel, page and language of the question (topics, products, kinds), in the form that data/facts/README.md describes. Without it everything is searched.',
  ),
  DESK_ASSIGNMENT: setting.choice(
    'How waiting conversations come to agents: "claim", they take what they see, or "offer", each is offered to one who is free.',
    ['claim', 'offer'],
    'claim',
  ),
  DESK_TEAMS: setting.optionalText(
    'JSON file with the teams of the desk, who is in them and how much an agent can have, in the form of data/facts/desk-teams.json. Without it there is one queue for everybody.',
  ),
  DESK_OFFER_SECONDS: setting.integer(
    'For how many seconds a conversation is offered to an agent before it is offered to somebody else.',
    30,
    { min: 5, max: 600 },
  ),
  DESK_FIRST_WORD_SECONDS: setting.integer(
    'For how many seconds an agent who took a conversation may say nothing before it goes back to the queue, where conversations are offered; 0 for ever.',
    90,
    { min: 0, max: 3_600 },
  ),
  DESK_RESERVE_SECONDS: setting.integer(
    'For how many seconds a conversation that an agent passes on to a colleague is kept for that colleague alone.',
    120,
    { min: 10, max: 3_600 },
  ),
  DESK_READ_UNSEEN: setting.flag(
    'Whether team leads may read along in conversations of their agents without the agent or the customer being told; ask those who speak for your staff first.',
    false,
  ),
  OUTBOX_GIVE_UP_HOURS: setting.integer(
    'For how many hours a message that a channel does not take is tried again before it counts as failed.',
    24,
    { min: 1, max: 168 },
  ),
  ELSEWHERE_SILENCE_HOURS: setting.integer(
    "How many hours the bot is silent after a person of the company answered in the channel's own inbox.",
    12,
    { min: 1, max: 168 },
  ),
  DESK_AWAY_MINUTES: setting.integer(
    'For how many minutes an agent may have no connection with the desk before their customers go back to the queue.',
    2,
    { min: 1, max: 1_440 },
  ),
  DESK_SESSION_HOURS: setting.integer('How many hours somebody stays signed in at the desk.', 12, {
    min: 1,
    max: 720,
  }),
  DESK_SECOND_FACTOR: setting.choice(
    'Who must sign in at the desk with a code of an authenticator app beside the password: "no", nobody must; "administrators"; or "everybody".',
    ['no', 'administrators', 'everybody'],
    'no',
  ),
  DESK_SECRETS_KEY: setting.secret(
    'Key that seals the secrets of second factors in the store; made once and kept in second-factor-key in RUNTIME_DIR where not set.',
    32,
  ),
  OIDC_ISSUER: setting.optionalText(
    'Issuer address of the OpenID Connect provider with which staff sign in at the desk, such as https://login.microsoftonline.com/TENANT/v2.0; passwords alone where not set.',
  ),
  OIDC_CLIENT_ID: setting.optionalText('Id under which the desk is registered at that provider.'),
  OIDC_CLIENT_SECRET: setting.secret(
    'Secret of that registration; a public client, by PKCE alone, where not set.',
  ),
  OIDC_NAME: setting.text('How the provider is called on the button of the desk.', 'Single sign-on'),
  OIDC_SCOPES: setting.text(
    'What the provider is asked for, separated by spaces; some name groups only with a scope of their own.',
    'openid profile email',
  ),
  OIDC_ROLE_CLAIM: setting.text(
    'Claim with the groups or roles of a person, such as groups, roles or realm_access.roles.',
    'groups',
  ),
  OIDC_ADMINISTRATORS: setting.list(
    'Groups or roles, separated by commas, whose people are administrators of the desk.',
    [],
  ),
  OIDC_LEADS: setting.list('Groups or roles, separated by commas, whose people are team leads.', []),
  OIDC_CONTENT: setting.list('Groups or roles, separated by commas, whose people are content editors.', []),
  OIDC_AGENTS: setting.list(
    'Groups or roles, separated by commas, whose people are agents; * for everybody whom the provider lets in.',
    [],
  ),
  DESK_PASSWORDS: setting.flag(
    'Whether staff can sign in at the desk with an e-mail address and a password; false leaves the provider alone.',
    true,
  ),
  FILES_TOTAL_MB: setting.integer(
    'How many megabytes of files that customers and agents sent are kept at a time, in all.',
    5_000,
    { min: 25, max: 100_000_000 },
  ),
  FILES_CONVERSATION_MB: setting.integer('How many megabytes of files one conversation may hold.', 100, {
    min: 25,
    max: 100_000,
  }),
  SMTP_URL: matching(
    setting.secret(
      'Mail server by which customers are sent what they ask for, such as smtps://name:password@mail.example.com; smtp:// with STARTTLS where the server has it. Without it no mail is sent.',
    ),
    /^smtps?:\/\/\S+$/,
    'must begin with smtp:// or smtps://',
  ),
  SMTP_FROM: matching(
    setting.optionalText(
      'Address that mail to customers comes from, such as help@example.com; the name beside it is COMPANY_NAME. Needed with SMTP_URL.',
    ),
    /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/,
    'must be one e-mail address without a name',
  ),
  ALERT_EMAIL: matching(
    setting.optionalText(
      'Address of the company that is told when reading the sources failed or a release was held back, once a cause, in INGEST_REPORT_LANGUAGE. Nobody where not set. Needs SMTP_URL.',
    ),
    /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/,
    'must be one e-mail address without a name',
  ),
  RETENTION_DAYS: setting.integer(
    'Conversations in which nothing happened for this many days are deleted with everything in them, and so are verdicts on answers of that age.',
    90,
    { min: 1, max: 3_650 },
  ),
  FEEDBACK_DAYS: setting.integer(
    'For how many days it is kept whether an answer helped; that holds no words and names nobody.',
    730,
    { min: 1, max: 3_650 },
  ),
  AUDIT_DAYS: setting.integer(
    'For how many days it is remembered who looked up, handed out, erased or changed what.',
    365,
    { min: 1, max: 3_650 },
  ),
  ERASURE_DAYS: setting.integer(
    'For how many days it is remembered, as hashes, what was erased: longer than the oldest backup that may be put back.',
    400,
    { min: 1, max: 3_650 },
  ),
};

export type BotSettings = Settings<typeof botSettings>;
