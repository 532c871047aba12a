import type { DeskAgent } from '../desk.js';

/** That agents have read what customers wrote. Nothing of it is stored. */
export interface DeskReads {
  /**
   * Shows the customer that the agent who has the conversation has read a message of theirs and all before it, where the channel
   * can. Signs of others, signs of what was told before, and signs while nothing can be sent come to nothing. Never throws for
   * the channel's failure.
   * @param messageId of the newest message of the customer that the agent saw, as the desk shows it
   */
  agentReads(conversationId: string, agent: DeskAgent, messageId: string): Promise<void>;
}
