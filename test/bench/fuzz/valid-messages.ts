/** Messages of every kind that a door takes, as its channel sends them: what is fuzzed. */

export function directLineActivities(userId: string): readonly object[] {
  const from = { id: userId, name: 'Anna', role: 'user' };
  const channelData = { clientActivityID: 'c-1', clientTimestamp: '2026-11-22T10:00:00.000Z' };
  const base = { from, locale: 'nl-NL', channelData, timestamp: '2026-11-22T10:00:00.000Z' };
  const picture = { contentType: 'image/png', contentUrl: 'https://cdn.example/p.png', name: 'p.png' };
  return [
    { type: 'message', text: 'Waar vind ik mijn puk-code?', textFormat: 'plain', ...base },
    { type: 'message', text: 'wifi traag', entities: [{ type: 'ClientCapabilities' }], ...base },
    { type: 'message', text: 'Ja', value: { action: 'feedback', turnId: 't', isHelpful: true }, ...base },
    { type: 'message', text: '1', value: { action: 'pick-item', turnId: 't', itemId: 'nl:puk' }, ...base },
    { type: 'message', text: 'medewerker', value: { action: 'request-person' }, ...base },
    { type: 'message', text: '', attachments: [picture], ...base },
    { type: 'event', name: 'webchat/join', value: { language: 'nl' }, ...base },
    { type: 'typing', ...base },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: 'm', ...base },
  ];
}

/** @param at where Azure takes answers @param of number of the customer */
export function azureActivities(at: string, of: number): readonly object[] {
  const teams = {
    channelId: 'msteams',
    serviceUrl: at,
    id: `m-${of}`,
    timestamp: '2026-11-22T10:00:00.000Z',
    from: { id: `29:${of}`, name: 'Anna', aadObjectId: '11111111-2222-3333-4444-555555555555' },
    recipient: { id: '28:bot', name: 'Zwaluw' },
    conversation: { id: `a:${of}`, conversationType: 'personal', tenantId: 'tenant' },
    channelData: { tenant: { id: 'tenant' } },
    locale: 'nl-NL',
    entities: [{ type: 'clientInfo', locale: 'nl-NL', country: 'NL', platform: 'Web' }],
  };
  const group = {
    ...teams,
    conversation: { id: '19:x@thread.tacv2;messageid=1', conversationType: 'channel', isGroup: true },
    channelData: { team: { id: '19:t' }, channel: { id: '19:x' }, tenant: { id: 'tenant' } },
  };
  const webchat = { ...teams, channelId: 'webchat', conversation: { id: `w-${of}` }, channelData: {} };
  const mention = { type: 'mention', text: '<at>Zwaluw</at>', mentioned: { id: '28:bot', name: 'Zwaluw' } };
  const file = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'p.png',
    content: { downloadUrl: 'https://x.sharepoint.com/p', uniqueId: 'u', fileType: 'png' },
  };
  return [
    { type: 'message', text: 'Waar vind ik mijn puk-code?', textFormat: 'plain', ...teams },
    { type: 'message', text: '<at>Zwaluw</at> puk', ...group, entities: [mention] },
    { type: 'message', text: 'Ja', value: { action: 'feedback', turnId: 't', isHelpful: false }, ...webchat },
    { type: 'message', text: '', attachments: [file], ...teams },
    { type: 'messageUpdate', text: 'wifi traag', ...teams, channelData: { eventType: 'editMessage' } },
    { type: 'messageDelete', ...teams, channelData: { eventType: 'softDeleteMessage' } },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: 'm', ...teams },
    { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }, { id: `29:${of}` }], ...teams },
    { type: 'installationUpdate', action: 'add', ...teams },
    {
      type: 'invoke',
      name: 'message/submitAction',
      value: { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{}' } },
      replyToId: 'm',
      ...teams,
    },
    { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'x', data: {} } }, ...teams },
    {
      type: 'event',
      name: 'application/vnd.microsoft.readReceipt',
      value: { lastReadMessageId: '1' },
      ...teams,
    },
    { type: 'typing', ...webchat },
    { type: 'endOfConversation', code: 'botTimedOut', ...webchat },
  ];
}

/** A delivery of Meta around an event. */
export function messengerDeliveries(page: string, psid: string): readonly object[] {
  const head = { sender: { id: psid }, recipient: { id: page }, timestamp: 1_795_000_000_000 };
  const echoHead = { ...head, sender: { id: page }, recipient: { id: psid } };
  const image = { type: 'image', payload: { url: 'https://cdn.example/p.png' } };
  const events: readonly object[] = [
    { ...head, message: { mid: `m_${psid}`, text: 'Waar vind ik mijn puk-code?', nlp: { traits: {} } } },
    { ...head, message: { mid: `q_${psid}`, text: 'Ja', quick_reply: { payload: 'x' } } },
    {
      ...head,
      message: {
        mid: `a_${psid}`,
        attachments: [image, { type: 'location', payload: { coordinates: { lat: 1, long: 2 } } }],
      },
    },
    { ...head, message: { mid: `r_${psid}`, text: 'dit', reply_to: { mid: 'm_1' } } },
    { ...head, message_edit: { mid: `m_${psid}`, text: 'wifi traag', num_edit: 1 } },
    {
      ...head,
      postback: {
        mid: `p_${psid}`,
        title: 'Get Started',
        payload: 'GET_STARTED',
        referral: { ref: 'r', source: 'ADS' },
      },
    },
    { ...head, reaction: { mid: 'm_1', action: 'react', emoji: '👍', reaction: 'like' } },
    { ...head, read: { watermark: 1_795_000_000_000 } },
    { ...head, delivery: { mids: ['m_1'], watermark: 1_795_000_000_000 } },
    { ...head, referral: { ref: 'r', source: 'SHORTLINK', type: 'OPEN_THREAD' } },
    { ...head, pass_thread_control: { new_owner_app_id: '1', metadata: 'x' } },
    { ...head, policy_enforcement: { action: 'block', reason: 'x' } },
    { ...echoHead, message: { mid: `e_${psid}`, text: 'hallo', is_echo: true, app_id: 1, metadata: 'm' } },
  ];
  return events.map((event) => ({
    object: 'page',
    entry: [{ id: page, time: 1_795_000_000_000, messaging: [event] }],
  }));
}

/** A call of the desk's API: `:id` stands for a conversation. */
export interface DeskCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

/** Calls that end no session and take no account away: what follows would be refused for that alone. */
export const DESK_CALLS: readonly DeskCall[] = [
  { method: 'GET', path: '/me' },
  { method: 'GET', path: '/entries' },
  { method: 'GET', path: '/agents' },
  { method: 'GET', path: '/conversation/:id' },
  { method: 'POST', path: '/conversation/:id/claim', body: {} },
  { method: 'POST', path: '/conversation/:id/take', body: {} },
  { method: 'POST', path: '/conversation/:id/take-over', body: { from: 'agent-1' } },
  { method: 'POST', path: '/conversation/:id/draft', body: { text: 'Ik kijk' } },
  {
    method: 'POST',
    path: '/conversation/:id/reply',
    body: { text: 'Goedemiddag', key: 'reply-key-1', ending: 'close' },
  },
  { method: 'POST', path: '/conversation/:id/verdict', body: { isRight: true } },
  { method: 'POST', path: '/conversation/:id/give-back', body: {} },
  { method: 'POST', path: '/conversation/:id/close', body: {} },
  { method: 'POST', path: '/conversation/:id/note', body: { text: 'let op @noor', key: 'note-key-1' } },
  { method: 'POST', path: '/conversation/:id/label', body: { labelId: 'l', isOn: true } },
  {
    method: 'POST',
    path: '/conversation/:id/transfer',
    body: { to: { kind: 'team', teamId: 't' }, comment: 'Graag overnemen' },
  },
  { method: 'POST', path: '/conversation/:id/snooze', body: { until: { kind: 'tomorrow' } } },
  {
    method: 'POST',
    path: '/conversation/:id/snooze',
    body: { until: { kind: 'at', at: '2027-11-23T10:00:00+01:00' } },
  },
  { method: 'POST', path: '/conversation/:id/wake', body: {} },
  { method: 'POST', path: '/conversation/:id/typing', body: { kind: 'note' } },
  { method: 'POST', path: '/conversation/:id/mentions/seen', body: {} },
  { method: 'GET', path: '/conversation/:id/history' },
  { method: 'GET', path: '/mentions' },
  { method: 'GET', path: '/colleagues' },
  { method: 'GET', path: '/with-bot' },
  { method: 'POST', path: '/status', body: { status: 'available' } },
  { method: 'POST', path: '/here', body: { looking: { page: 'page-1', conversationId: 'c' } } },
  { method: 'GET', path: '/labels' },
  { method: 'POST', path: '/labels', body: { name: 'storing' } },
  { method: 'GET', path: '/views' },
  { method: 'POST', path: '/views', body: { name: 'mijn', filters: { list: 'mine', language: 'nl' } } },
  { method: 'GET', path: '/canned' },
  {
    method: 'POST',
    path: '/canned',
    body: { title: 'Groet', shortcut: 'groet', text: 'Dag {naam}', isShared: true },
  },
  { method: 'POST', path: '/knowledge', body: { words: 'puk', language: 'nl' } },
  { method: 'POST', path: '/content/search', body: { words: 'puk', language: 'nl' } },
  { method: 'POST', path: '/content/item', body: { itemId: 'nl:puk' } },
  {
    method: 'POST',
    path: '/content/keep',
    body: {
      ...{ itemId: 'nl:puk', seen: null, answer: 'Nieuw', phrasings: ['waar is mijn puk'] },
      ...{ isHidden: false, isOutdated: false, isPinned: true },
    },
  },
  {
    method: 'POST',
    path: '/search',
    body: {
      words: 'puk',
      channelId: 'directline',
      language: 'nl',
      from: '2026-01-01T00:00:00Z',
      isEnded: true,
    },
  },
  { method: 'POST', path: '/privacy/find', body: { person: { kind: 'email', email: 'anna@example.com' } } },
  { method: 'POST', path: '/audit', body: { area: 'sign-in', from: '2026-01-01T00:00:00Z' } },
  { method: 'POST', path: '/invitations', body: { role: 'agent' } },
  { method: 'POST', path: '/invitation/look', body: { token: 'x' } },
  { method: 'POST', path: '/reset/look', body: { token: 'x' } },
  { method: 'POST', path: '/sign-in', body: { email: 'x@example.com', password: 'een lange zin' } },
];
