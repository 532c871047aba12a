import type { Migrations } from '../../index/platform/migrate.js';
import { addSignIn } from './accounts/sign-in-migration.js';
import { addSignOn } from './accounts/sign-on-migration.js';
import { addContent } from './content/content-migration.js';
import { addAnswerDrafts } from './content/draft-migration.js';
import { addLeads } from './desk/lead-migration.js';
import { addDesksElsewhere } from './elsewhere/elsewhere-migration.js';
import { fileMigrations } from './files/file-migrations.js';
import { addFollowUp } from './handoffs/follow-migration.js';
import { promiseMigrations } from './handoffs/promise-migrations.js';
import { addMail } from './mail/mail-migration.js';
import { addRunMails } from './mail/run-mail-migration.js';
import { addOrigin } from './messages/origin-migration.js';
import { addAudit } from './sqlite/audit-migration.js';

/**
 * Changes of the tables behind those that `migrations.ts` lists. A new one has a higher number than all that are there: a database that
 * has had a later one refuses it.
 */
export const laterMigrations: Migrations = {
  ...promiseMigrations,
  ...fileMigrations,
  '023-audit': addAudit,
  '024-desks-elsewhere': addDesksElsewhere,
  '025-sign-in': addSignIn,
  '027-follow-up': addFollowUp,
  '029-content': addContent,
  '030-mail': addMail,
  '031-sign-on': addSignOn,
  '032-answer-drafts': addAnswerDrafts,
  '033-origin': addOrigin,
  '034-leads': addLeads,
  '035-run-mails': addRunMails,
};
