import type { Kysely, Transaction } from '../../index/platform/kysely.js';
import type { Tables } from './tables.js';

/** The tables of the conversation store, or a transaction on them: reading functions take either. */
export type Store = Kysely<Tables>;

/** A transaction. Within one, use nothing but it: the store itself waits until the transaction has ended. */
export type Write = Transaction<Tables>;
