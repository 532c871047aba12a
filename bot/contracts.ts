/**
 * What the bot shows to channels and desk, as types. `channels/` may import this file and nothing else of `bot/`.
 * A turn produces channel-free `OutgoingMessage`s; a renderer turns each into what one channel shows, and the transport
 * of a door brings it to the customer.
 */

export type { Activity, Attachment, ChannelAccount } from './contracts/activities.js';
export type {
  BotEntry,
  ChannelConversation,
  ChannelForm,
  ChannelNote,
  DeliveryProblem,
  DoorAlert,
  MessageRenderer,
  Origin,
  Reading,
  SendFacts,
  SendFailure,
  SendOutcome,
  Transport,
} from './contracts/channels.js';
export type {
  BestGuess,
  BotPause,
  Desk,
  DeskAccount,
  DeskAccounts,
  DeskAgent,
  DeskConversation,
  DeskEntry,
  DeskMessage,
  DeskOutcome,
  DeskRole,
  DeskSession,
  DoorNotice,
  HandoffPriority,
  HandoffReason,
  Mood,
} from './contracts/desk.js';
export type {
  AnswerBlock,
  AnswerInline,
  AnswerSource,
  AnswerTree,
  Choice,
  ChoiceValue,
  ConversationStatus,
  FeedbackRequest,
  HandoffState,
  MessageRating,
  OutgoingMessage,
  Speaker,
  SpokenLanguage,
} from './contracts/messages.js';
export type { WebchatConversation, WebchatRoom, WebchatStore } from './contracts/webchat.js';
