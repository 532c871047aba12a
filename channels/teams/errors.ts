import { defineErrors } from '../../index/platform/errors.js';

/** Errors of the command that packs the Teams app. */
export const teamsErrors = defineErrors({
  TEAMS_SETTINGS_MISSING: (facts: { names: string }) =>
    `The Teams app cannot be packed without ${facts.names}. Set them in the environment or in .env; channels/teams/README.md explains each one.`,
  TEAMS_SETTING_UNUSABLE: (facts: { name: string; value: string; reason: string }) =>
    `The Teams app cannot be packed: ${facts.name} is "${facts.value}", but ${facts.reason}. Correct it in the environment or in .env.`,
  TEAMS_COMMAND_INVALID: (facts: { reason: string }) =>
    `The command cannot be read: ${facts.reason}. Try "npm run teams -- manifest --out teams-app.zip".`,
});
