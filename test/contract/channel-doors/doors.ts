import { azureDirectLineDoor, azureWebchatDoor, emulatorDoor, slackDoor } from './azure-doors.js';
import type { ChannelDoor } from './customer.js';
import { facebookDoor } from './facebook-door.js';
import { messengerDoor } from './messenger-door.js';
import { teamsChatDoor, teamsGroupDoor, teamsThreadDoor } from './teams-doors.js';
import { webchatDoor } from './webchat-door.js';

/** Every way into the bot. */
export const CHANNEL_DOORS: readonly ChannelDoor[] = [
  webchatDoor,
  messengerDoor,
  teamsChatDoor,
  teamsGroupDoor,
  teamsThreadDoor,
  azureWebchatDoor,
  azureDirectLineDoor,
  emulatorDoor,
  facebookDoor,
  slackDoor,
];
