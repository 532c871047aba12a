import type { ThreadReply } from '../../sources/contracts.js';

/** People who speak for the company, by their rank, or by how they begin. */
const OFFICIAL_RANK =
  /(?<!\p{L})(?:medewerk(?:er|ster)|webcare|official|officieel|employee|staff|klantenservice|customer (?:care|service)|support|forumteam|team|mitarbeiter(?:in)?)(?!\p{L})/iu;
const OFFICIAL_OPENING =
  /^[^\p{L}]*(?:official (?:answer|reply|response|statement|word)|officieel(?:e)? (?:antwoord|reactie|standpunt)|(?:reactie|antwoord|bericht) (?:van|vanuit|namens)|namens|on behalf of|(?:reply|answer|response|message) from|speaking for)(?!\p{L})/iu;
/** Words of somebody who says nothing yet. */
export const LOOKS_INTO =
  /(?<!\p{L})(?:zoek(?:en)? (?:dit|het) uit|kom(?:en)? (?:hier|er)op terug|geven? (?:dit|het) door|nemen? contact|look(?:ing)? into|get back to you|pass(?:ed|ing)? (?:this|it) on|escalat\p{L}+)(?!\p{L})/iu;

/** Whether a reply speaks for the company, by its writer's rank or by how it opens; plain words. */
export function isOfficial({ author }: ThreadReply, text: string): boolean {
  return OFFICIAL_RANK.test(author.rank ?? '') || OFFICIAL_OPENING.test(text);
}
