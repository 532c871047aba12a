import { defineErrors } from './errors.js';

/** Errors of settings and stores, met by every folder. */
export const platformErrors = defineErrors({
  SETTINGS_INVALID: (facts: { complaints: string }) =>
    `The settings cannot be used:\n${facts.complaints}\nCorrect them in the environment or in .env; .env.example explains each one.`,
  SETTING_GIVEN_TWICE: (facts: { name: string }) =>
    `Two parts of the program each have a setting ${facts.name}. Give it another name in one of their settings.ts.`,
  DATABASE_UNUSABLE: (facts: { path: string; reason: string }) =>
    `The database ${facts.path} cannot be used (${facts.reason}). Check that the folder exists, is writable and has free space, and that no other program holds the file. A damaged one must be put back from a backup, without the files -wal and -shm that lie beside it now; moved away, an empty one is made.`,
  STORE_NOT_MIGRATED: (facts: { migration: string }) =>
    `The conversation store could not be brought up to date; it stopped at the step "${facts.migration}". The file is as it was before that step: check the cause above, or put back an older version of the program.`,
});
