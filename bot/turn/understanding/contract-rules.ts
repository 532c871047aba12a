import { ABOUT_APPS, CLEAR, type CompanyRule, HOW, rule, UNLESS_BETTER } from './company-rule.js';

/** Contracts of the customer's own: what they want done to them, and what went wrong. */
export const CONTRACT_RULES: readonly CompanyRule[] = [
  rule(
    'account',
    CLEAR,
    '\\b{please}\\b.*\\b{own} {contract}\\b.*\\b{act}\\b',
    `${ABOUT_APPS}|\\b(uitleggen|vertellen hoe|laten zien|explain|tell me how|show me)\\b`,
  ),
  rule(
    'account',
    CLEAR,
    '\\b{please} (\\w+ )?{doing} {own} ({contract}|\\w+ {contract})\\b',
    `${ABOUT_APPS}|\\bhow (do|to|can)\\b`,
  ),
  rule(
    'account',
    CLEAR,
    '^(please |graag |nu |now |i want you to |ik wil dat (je|jullie|u) )?{doing} {own} ({contract}|\\w+ {contract})( \\w+){0,8}$',
    `${ABOUT_APPS}|${HOW}|^(stop|block|blokkeer|activate|update|upgrade|fix|check) {own} (internet|wifi|tv|sim|simkaart|line|phone)`,
  ),
  rule(
    'account',
    CLEAR,
    '\\b(in (jullie|uw|je|your) (systeem|administratie|system|records|database|bestand))\\b.*\\b(wijzig|aanpas|verander|fout|verkeerd|change|wrong|update|correct)|\\b(wijzig|aanpas|verander|fout|verkeerd|change|wrong|update|correct)\\w*\\b.*\\b(in (jullie|uw|je|your) (systeem|administratie|system|records|database|bestand))\\b',
  ),
  rule(
    'account',
    CLEAR,
    '\\b(i want you to|ik wil dat (je|jullie|u)|voor mij|namens mij|for me|on my behalf)\\b.*\\b{own} {contract}\\b|\\b{own} {contract}\\b.*\\b(voor mij|for me|on my behalf|namens mij)\\b',
    `${ABOUT_APPS}|\\b(work|werkt|best|beste|handig|goed|right|genoeg|enough|duur|doesnt|does not|not working|niet)\\b`,
  ),
  rule(
    'account',
    CLEAR,
    '\\b{own} (naam|adres|iban|rekeningnummer|achternaam|address|name|surname|account name|e ?mail ?(adres|address)?)\\b.*\\b(staat|klopt|is|are) ?(\\w+ )?(verkeerd|fout|niet|wrong|incorrect|misspelled|onjuist)\\b',
    `${ABOUT_APPS}|${HOW}`,
  ),
  rule(
    'account',
    CLEAR,
    '\\b(account|abonnement|contract|identity|identiteit|naam|name)\\b.*\\b(gehackt|hacked|identiteitsfraude|fraude|fraud|opgelicht|misbruikt|compromised)\\b|\\b(fraude|fraud|abonnement|contract|subscription)\\b.*\\b(op {own} naam|in {own} name)\\b',
    `${HOW}|\\b(overzetten|andere naam|another name)\\b`,
  ),
  rule(
    'account',
    CLEAR,
    '\\b(jullie|you|u) (have |hebben |heeft |hebt )?(mij|me|mijn|my|ons|us)( \\w+){0,3} (afgesloten|disconnected|cut off|geblokkeerd|blocked|opgezegd|cancelled)\\b|\\bik ben (zomaar |opeens |ineens )?(afgesloten|uitgeschreven)\\b|\\b{own} account( is| was| has been)( \\w+)? (geblokkeerd|blocked|locked|suspended|gesloten|closed|gedeactiveerd)\\b',
    HOW,
  ),
  rule(
    'account',
    UNLESS_BETTER,
    '\\b(wanneer|when|tot wanneer|hoe lang|how long)\\b.*\\b({own} contract|{own} abonnement|{own} subscription)\\b.*\\b(af|loopt|end|ends|expire|expires|verloopt|over|vast)\\b',
    '\\b(hoe (zie|weet|check|kan)|waar|how (do|can)|where)\\b',
  ),
  rule(
    'account',
    UNLESS_BETTER,
    '^(wat is|what is|whats|what s|geef( me| mij)?|give me|tell me) {own} (klantnummer|contractnummer|customer number|account number|saldo|balance|tegoed|puk code|pukcode|puk)$',
  ),
  rule(
    'account',
    CLEAR,
    '\\b(kunt u|wilt u|kunnen jullie|willen jullie|zouden jullie|zou u)\\b.*\\b(de|het|dit|deze) {contract}\\b.*\\b({act}|zetten)\\b',
    `${ABOUT_APPS}|\\b(uitleggen|vertellen)\\b`,
  ),
  rule(
    'account',
    CLEAR,
    '\\b(did|have) you( guys)? (receive|received|get|got|process|processed) {own} (payment|transfer)\\b|\\b(hebben jullie|heeft u|is) {own} betaling( al)? (ontvangen|binnen|verwerkt)\\b',
  ),
  rule('account', UNLESS_BETTER, '\\b(what is|whats|wat is) {own}( \\w+)? (balance|openstaand\\w*|saldo)\\b'),
  rule(
    'account',
    CLEAR,
    '^(zet|boek|schrijf|haal|draai|put|transfer) {own} ({contract}|\\w+ {contract})\\b.*\\b(naam|name|over|stop|om|uit|terug|rekening)\\b',
    `${ABOUT_APPS}|${HOW}|\\b(internet|wifi|simkaart|sim)\\b`,
  ),
  rule(
    'account',
    CLEAR,
    '\\b(nakijken|controleren|checken|nagaan|check|look|see|zien|confirm|bevestigen) (of|if|whether) {own} (betaling|payment|opzegging|cancellation|contract|abonnement|subscription|aanvraag|request)\\b',
    HOW,
  ),
  rule(
    'account',
    CLEAR,
    '\\b(you|jullie|u) (have|hebben|hebt|heeft) (\\w+ ){0,2}(wrong|verkeerde?|foute?|incorrect|oude|old) (\\w+ )?(address|adres|name|naam|number|nummer|iban|email|details|gegevens|rekeningnummer)\\b',
    HOW,
  ),
  rule(
    'account',
    CLEAR,
    '\\b(taken|collected|deducted|withdrawn|gehaald|afgeboekt|geincasseerd|afgeschreven)( \\w+){0,2} (twice|two times|dubbel|twee keer)\\b',
    HOW,
  ),
  rule(
    'account',
    CLEAR,
    '\\b(jullie|you|u)( \\w+){0,2} {own} (opzegging|cancellation|wijziging|betaling|payment|aanvraag|request|verhuizing)( \\w+){0,3} (niet|not|never|nooit)\\b|\\b(didnt|did not|havent|have not|never) (process|processed|handle|handled) {own}\\b',
    HOW,
  ),
  rule(
    'account',
    CLEAR,
    '\\b(is|has|was|wordt) {own} (abonnement|contract|subscription|plan|opzegging|cancellation)( \\w+){0,2} (opgezegd|cancelled|canceled|stopgezet|verwerkt|processed|beeindigd|terminated|ended)\\b',
  ),
  rule(
    'account',
    CLEAR,
    '\\b(kunnen jullie|kunt u|can you|could you|kun je) (even )?(zien|see|nagaan|opzoeken|look up|kijken|check|tell me|vertellen)( \\w+){0,2} {own} (contract|abonnement|subscription|betaling|payment|opzegging|bestelling|order|factuur|bill)\\b',
    HOW,
  ),
  rule(
    'account',
    CLEAR,
    '\\b(you|jullie|u) (\\w+ )?(spelled|misspelled|wrote|schreven|schrijven) {own} (name|naam|address|adres)\\b|\\b{own} (naam|name|adres|address) (fout|verkeerd|wrong) (geschreven|gespeld|spelled)\\b',
  ),
  rule(
    'account',
    UNLESS_BETTER,
    '^(please |can you |could you |kunt u |kunnen jullie )(switch|zet|upgrade|downgrade|change) (me|mij|us) (to|naar|over|om)\\b',
    ABOUT_APPS,
  ),
  rule(
    'account',
    UNLESS_BETTER,
    '\\b(end date|einddatum)\\b.*\\b{own} (contract|abonnement|subscription)\\b|\\b{own} (contract|abonnement|subscription)\\b.*\\b(aflopen|afloopt|runs out|expires?)\\b',
    `${HOW}|\\b(als|if|when i)\\b`,
  ),
  rule('account', CLEAR, '\\b(in|naar) {own} (dossier|klantdossier|file|records)\\b', HOW),
];
