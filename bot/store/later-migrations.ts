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
import { addOrigin } from './messages/origin-migration.js';
import { addAudit } from './sqlite/audit-migration.js';

/** Changes of the tables behind those that `migrations.ts` lists. */
export const laterMigrations: Migrations = {
  '017-origin': addOrigin,
  ...promiseMigrations,
  ...fileMigrations,
  '023-audit': addAudit,
  '024-desks-elsewhere': addDesksElsewhere,
  '025-sign-in': addSignIn,
  '026-leads': addLeads,
  '027-follow-up': addFollowUp,
  '029-content': addContent,
  '032-answer-drafts': addAnswerDrafts,
  '031-sign-on': addSignOn,
  '030-mail': addMail,
};
