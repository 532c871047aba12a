import { sql } from '../../index/platform/kysely.js';
import type { Blank, Migrations } from '../../index/platform/migrate.js';
import { assignmentMigrations } from './assignment-migrations.js';
import { laterMigrations } from './later-migrations.js';
import { addCannedAnswers } from './sqlite/canned-migration.js';
import { addNotes } from './sqlite/notes-migration.js';
import { addSearch } from './sqlite/search-migration.js';

/** Every change of the tables, in order of name. One that was released is never edited: add another. */
export const migrations: Migrations = {
  async '001-conversations'(database: Blank) {
    await addConversations(database);
    await addMessages(database);
    await addTurns(database);
    await addHandoffs(database);
    await addAgents(database);
    await addWebchat(database);
  },
  async '002-verdicts'(database: Blank) {
    await database.schema.alterTable('turns').addColumn('wholeQuestion', 'text').execute();
    await database.schema.alterTable('handoffs').addColumn('isGuessRight', 'integer').execute();
  },
  async '003-channels'(database: Blank) {
    await database.schema
      .alterTable('conversations')
      .addColumn('isUnreachable', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    for (const name of ['deliveredUntil', 'readUntil']) {
      await database.schema.alterTable('conversations').addColumn(name, 'text').execute();
    }
    const added = [
      ...['saidAt', 'sentIds', 'arrivals', 'uncertainUntil', 'problem'],
      ...['slot', 'replacesId'],
    ];
    for (const name of added) {
      await database.schema.alterTable('messages').addColumn(name, 'text').execute();
    }
  },
  async '004-webchat-bytes'(database: Blank) {
    await database.schema
      .alterTable('webchat_conversations')
      .addColumn('storedBytes', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await sql`update webchat_conversations set ${sql.ref('storedBytes')} = (
      select coalesce(sum(octet_length(activity)), 0) from webchat_activities
      where ${sql.ref('webchat_activities.conversationId')} = ${sql.ref('webchat_conversations.id')}
    )`.execute(database);
  },
  async '005-handoff-priority'(database: Blank) {
    await database.schema
      .alterTable('handoffs')
      .addColumn('priority', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await database.schema.alterTable('handoffs').addColumn('returnedAt', 'text').execute();
    // What was asked for before counts by the same rule as what is asked for from now on.
    await sql`update handoffs set priority = 1 where reason = 'complaint'`.execute(database);
  },
  async '007-reply-keys'(database: Blank) {
    await database.schema.alterTable('messages').addColumn('replyKey', 'text').execute();
    await database.schema
      .createIndex('messages_reply')
      .unique()
      .on('messages')
      .columns(['conversationId', 'agentId', 'replyKey'])
      .where(sql.ref('replyKey'), 'is not', sql.lit(null))
      .execute();
  },
  async '008-account-states'(database: Blank) {
    for (const name of ['lockedAt', 'signedInAt']) {
      await database.schema.alterTable('agents').addColumn(name, 'text').execute();
    }
    await database.schema
      .createTable('password_resets')
      .addColumn('tokenHash', 'text', (column) => column.primaryKey())
      .addColumn('agentId', 'text', (column) => column.notNull().references('agents.id').onDelete('cascade'))
      .addColumn('madeBy', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'text', (column) => column.notNull())
      .addColumn('expiresAt', 'text', (column) => column.notNull())
      .execute();
    await addIndex(database, 'password_resets', ['agentId']);
  },
  async '009-elsewhere-place'(database: Blank) {
    await database.schema.alterTable('handoffs').addColumn('elsewherePlace', 'text').execute();
    // Until now an agent's id that began with `elsewhere:` stood for a person in a channel's own inbox; then came the door.
    const [id, name] = [sql.ref('agentId'), sql.ref('agentName')];
    await sql`update handoffs
      set ${sql.ref('elsewherePlace')} = coalesce(${name}, substr(${id}, 11)), ${id} = null, ${name} = null
      where ${id} like 'elsewhere:%'`.execute(database);
  },
  async '010-collapse-keys'(database: Blank) {
    await database.schema.alterTable('messages').renameColumn('slot', 'collapseKey').execute();
  },
  async '011-reply-drafts'(database: Blank) {
    await database.schema
      .createTable('reply_drafts')
      .addColumn('agentId', 'text', (column) => column.notNull().references('agents.id').onDelete('cascade'))
      .addColumn('conversationId', 'text', (column) =>
        column.notNull().references('conversations.id').onDelete('cascade'),
      )
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('changedAt', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('reply_drafts_key', ['agentId', 'conversationId'])
      .execute();
    await addIndex(database, 'reply_drafts', ['conversationId']);
  },
  ...assignmentMigrations,
  '014-search': addSearch,
  '015-notes': addNotes,
  '016-canned-answers': addCannedAnswers,
  ...laterMigrations,
};

async function addConversations(database: Blank): Promise<void> {
  await database.schema
    .createTable('conversations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('channelId', 'text', (column) => column.notNull())
    .addColumn('channelConversationId', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('customerId', 'text', (column) => column.notNull())
    .addColumn('customerName', 'text', (column) => column.notNull())
    .addColumn('language', 'text')
    .addColumn('turnState', 'text')
    .addColumn('handoffId', 'text')
    .addColumn('lastSequence', 'integer', (column) => column.notNull())
    .addColumn('customerWroteAt', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('lastActivityAt', 'text', (column) => column.notNull())
    .addUniqueConstraint('conversations_channel', ['channelId', 'channelConversationId'])
    .execute();
  await addIndex(database, 'conversations', ['lastActivityAt']);
  // The web chat knows its conversations by the channel's id alone.
  await addIndex(database, 'conversations', ['channelConversationId']);
}

async function addMessages(database: Blank): Promise<void> {
  await database.schema
    .createTable('messages')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversationId', 'text', (column) =>
      column.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('speakerKind', 'text', (column) => column.notNull())
    .addColumn('speakerName', 'text', (column) => column.notNull())
    .addColumn('agentId', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('activityId', 'text')
    .addColumn('turnId', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('nextAttemptAt', 'text')
    .addColumn('lastError', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('handledAt', 'text')
    .addColumn('sentAt', 'text')
    .addUniqueConstraint('messages_sequence', ['conversationId', 'sequence'])
    .execute();
  // A channel may deliver the same activity twice; ids of sent messages are the channel's own affair.
  await database.schema
    .createIndex('messages_incoming')
    .unique()
    .on('messages')
    .columns(['conversationId', 'activityId'])
    .where(sql.ref('direction'), '=', sql.lit('in'))
    .execute();
  await addIndex(database, 'messages', ['status', 'conversationId']);
}

async function addTurns(database: Blank): Promise<void> {
  await database.schema
    .createTable('turns')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversationId', 'text', (column) =>
      column.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('understanding', 'text')
    .addColumn('decisionKind', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('probability', 'real')
    .addColumn('itemId', 'text')
    .addColumn('hits', 'text', (column) => column.notNull())
    .addColumn('releaseId', 'text')
    .addColumn('durationMs', 'integer', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute();
  await addIndex(database, 'turns', ['conversationId']);
  await addIndex(database, 'turns', ['createdAt']);
  await database.schema
    .createTable('feedback')
    .addColumn('turnId', 'text', (column) => column.primaryKey())
    .addColumn('conversationId', 'text', (column) =>
      column.references('conversations.id').onDelete('set null'),
    )
    .addColumn('itemId', 'text')
    .addColumn('releaseId', 'text')
    .addColumn('isHelpful', 'integer', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute();
  await addIndex(database, 'feedback', ['conversationId']);
}

async function addHandoffs(database: Blank): Promise<void> {
  await database.schema
    .createTable('handoffs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversationId', 'text', (column) =>
      column.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('bestGuess', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('requestedAt', 'text')
    .addColumn('agentId', 'text')
    .addColumn('agentName', 'text')
    .addColumn('claimedAt', 'text')
    .addColumn('endedAt', 'text')
    .addColumn('toldPlace', 'integer')
    .addColumn('toldAt', 'text')
    .execute();
  await addIndex(database, 'handoffs', ['conversationId']);
  await addIndex(database, 'handoffs', ['state', 'requestedAt']);
  await database.schema
    .createTable('timers')
    .addColumn('conversationId', 'text', (column) =>
      column.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('dueAt', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('timers_key', ['conversationId', 'kind'])
    .execute();
  await addIndex(database, 'timers', ['dueAt']);
}

async function addAgents(database: Blank): Promise<void> {
  await database.schema
    .createTable('agents')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('passwordHash', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('sessions')
    .addColumn('tokenHash', 'text', (column) => column.primaryKey())
    .addColumn('agentId', 'text', (column) => column.notNull().references('agents.id').onDelete('cascade'))
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('expiresAt', 'text', (column) => column.notNull())
    .execute();
  await addIndex(database, 'sessions', ['agentId']);
  await database.schema
    .createTable('invitations')
    .addColumn('tokenHash', 'text', (column) => column.primaryKey())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('invitedBy', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('expiresAt', 'text', (column) => column.notNull())
    .addColumn('usedAt', 'text')
    .execute();
}

async function addWebchat(database: Blank): Promise<void> {
  await database.schema
    .createTable('webchat_conversations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('userId', 'text', (column) => column.notNull())
    .addColumn('startedAt', 'text', (column) => column.notNull())
    .addColumn('lastSequence', 'integer', (column) => column.notNull())
    .addColumn('lastActivityAt', 'text', (column) => column.notNull())
    .execute();
  await addIndex(database, 'webchat_conversations', ['lastActivityAt']);
  await database.schema
    .createTable('webchat_activities')
    .addColumn('conversationId', 'text', (column) =>
      column.notNull().references('webchat_conversations.id').onDelete('cascade'),
    )
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('activityId', 'text', (column) => column.notNull())
    .addColumn('activity', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('webchat_activities_key', ['conversationId', 'sequence'])
    .addUniqueConstraint('webchat_activities_id', ['conversationId', 'activityId'])
    .execute();
}

async function addIndex(database: Blank, table: string, columns: string[]): Promise<void> {
  await database.schema
    .createIndex([table, ...columns].join('_'))
    .on(table)
    .columns(columns)
    .execute();
}
