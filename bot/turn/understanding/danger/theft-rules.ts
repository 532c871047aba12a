import { type DangerRule, danger } from './danger-rule.js';

/** Insurance, caution, long ago, found again, second hand, and what only might happen. */
const NOT_STOLEN =
  'verzeker\\w*|diefstalverzekering|tegen diefstal|voorkom\\w*|bescherm\\w*|beveilig\\w*|teruggevonden|terug gevonden|weer gevonden|terecht|tweedehands|geleden|vorig jaar|imei|herken\\w*|als (?:mijn|je|uw|de|ik|een|iemand|er)|indien|wanneer|wat als|stel dat|mocht|insur\\w*|protect\\w*|prevent\\w*|if (?:my|a|the|i|you|your|it)|in case|what if|found|ago|last year|second ?hand|bought|check (?:if|whether)|voel|feel|film|serie|movie|game|boek|book|fiets|bike|gekocht|modus|^(?:is|was|werd) (?:mijn|de|deze|dit|een|my|this|the|it)|turned up|(?:lost|verloren) (?:or|of) (?:stolen|gestolen)|(?:stolen|gestolen) (?:or|of) (?:lost|verloren)';
const URGENT =
  '(?:blokkeer|blokkeren|blokeer|blokeren|geblokkeerd|misbruik|misbruikt|gepind|bankapp|bankieren|afgeschreven|nu|direct|meteen|onmiddellijk|spoed|help|snel|block|blocked|freeze|bank app|banking|payments|charges|now|asap|urgent|urgently|immediately|quick|quickly|right away)';
const ASKING = '(?:hoe|waar|welke|kan ik|how|where|which|can i)';

/** A phone, a SIM card or a bank card in somebody else's hands. */
export const THEFT_RULES: readonly DangerRule[] = [
  danger(
    'theft',
    'nl',
    `{thing}{many} (?:gestolen|gejat|gepikt|geroofd|gerold|ontvreemd|gestole|geript|gejatte)|(?:gestolen|gejat|gepikt|geroofd|beroofd|gerold|bestolen){some} {thing}|ik ben{some} (?:beroofd|bestolen|gerold|overvallen)|(?:dief|dieven){some} {thing}|{thing}{some} (?:dief|dieven)`,
    NOT_STOLEN,
  ),
  danger(
    'theft',
    'nl',
    `{thing}{some} (?:kwijt|verloren|weg|foetsie|vermist|kwijtgeraakt){many} ${URGENT}|${URGENT}{many} {thing}{few} (?:kwijt|verloren|weg|kwijtgeraakt)|(?:kwijt|verloren){few} {thing}{many} ${URGENT}|
     blok+eer{some} {thing}{few} (?:nu|direct|meteen|onmiddellijk|snel|asap|a u b|alsjeblieft)|blok+eer (?:nu|direct|meteen|onmiddellijk){some} {thing}|{thing}{few} (?:nu|direct|meteen|onmiddellijk) (?:laten )?blok+eren`,
    `${NOT_STOLEN}|${ASKING}`,
  ),
  danger(
    'theft',
    'en',
    `{thing}{many} (?:stolen|robbed|nicked|snatched|pinched|pickpocketed)|(?:stole|robbed|snatched|nicked|stolen){few} {thing}|(?:just|ive|i ve) been{few} (?:robbed|mugged|pickpocketed)|(?:i|we) (?:was|ve been|have been|got|just got|am being|m being|were){few} (?:robbed|mugged|pickpocketed)|(?:im|i m) being robbed|thief{some} {thing}|{thing}{some} thief`,
    NOT_STOLEN,
  ),
  danger(
    'theft',
    'en',
    `(?:lost|missing){few} {thing}{many} ${URGENT}|{thing}{few} (?:is |got |was )?(?:lost|missing|gone){many} ${URGENT}|block{some} {thing}{few} (?:now|immediately|asap|right away|right now|urgently|at once)|${URGENT}{some} (?:lost|missing){few} {thing}`,
    `${NOT_STOLEN}|${ASKING}|data|charger`,
  ),
];
