import { type DangerRule, danger } from './danger-rule.js';

const NOT_CHEATED =
  'voel|feel|(?:door|by) (?:jullie|you|u|zwaluw|your company)|says|saying|zegt|beweert|claims|pop ?ups?|voorkom\\w*|herken\\w*|bescherm\\w*|beveilig\\w*|prevent\\w*|protect\\w*|avoid|verzeker\\w*|insur\\w*|als (?:mijn|je|uw|ik|iemand)|if (?:my|i|you|someone|somebody|your)|wat is|what is|wat houdt|hoe werkt|how does|is dit|is this|film|serie|game|geleden|years ago|kunnen (?:hackers|oplichters)|vakantie|provider|providers|aanbieder|carrier|operator';

/** The customer was swindled, or a stranger is in their account, number or money: wordings that say so outright. */
export const FRAUD_RULES: readonly DangerRule[] = [
  danger(
    'fraud',
    'nl',
    `(?:ben|werd|is|zijn|word|wordt|werden|waren|worden){some} (?:opgelicht|gehackt|afgeperst|gechanteerd|gephisht)|sim ?swap(?:ping|ped)?|(?:rekening|spaargeld|spaarrekening|spaar rekening|bankrekening){some} (?:leeg|leeggehaald|leeggetrokken|leeggeroofd|geplunderd)|leeg(?:getrokken|geplunderd|geroofd)|
     (?:nummer|account|simkaart|mail|whatsapp|facebook|instagram|webwinkelaccount){some} (?:overgenomen|gekaapt|gehackt|gestolen)|(?:gehackt|gekaapt)e? (?:account|nummer|telefoon)|er wordt{some} gepind|gepind met mijn|
     (?:pas|pinpas|tankpas|creditcard|bankpas){some} (?:gekopieerd|geskimd|misbruikt|doorgeknipt)|(?:dief|dieven|oplichter|oplichters|hacker|hackers) (?:in|zit|zitten|op) |(?:dief|dieven|oplichter|oplichters|hacker|hackers) (?:in|zit|zitten|op|heeft|hebben){some} (?:rekening|account|telefoon|geld|code|codes|gegevens)|
     slachtoffer (?:van|geworden van){few} (?:oplichting|fraude|phishing|identiteitsfraude|hack)|geld{few} (?:aan|naar) (?:een |die |n )?oplichters?|kluisrekening|door oplichters|(?:iemand|onbekende){some} (?:mijn|mn) (?:simkaart|sim|nummer){few} (?:overgezet|overgenomen|geporteerd)|doet zich voor als mij|er wordt{some} ingelogd (?:bij|op|in) mijn|(?:iemand|ze|zij|onbekende|vreemde|hackers?){some} in (?:mijn|mn) (?:mail|mailbox|\\w*account|bankapp|bankrekening|spaarrekening)|geld van (?:mijn|onze) rekening{some} terwijl`,
    NOT_CHEATED,
  ),
  danger(
    'fraud',
    'en',
    `(?:been|was|got|were|getting|being|im|i m|account){few} (?:scammed|hacked|phished|defrauded|swindled|conned|blackmailed|extorted|skimmed|cloned|hijacked|jacked)|^hacked(?: i think)?$|sim ?swap(?:ped|ping)?|swap(?:ped)? my sim|
     (?:took over|taken over|taking over|stole|stolen|hijacked|(?:someone|somebody){few} took) (?:my|our) (?:phone )?(?:number|account|email|identity|sim)|(?:number|account|email|whatsapp|identity){few} (?:taken over|hijacked|hacked|stolen|was transferred|got transferred)|
     (?:savings|account|balance|pension account){some} (?:emptied|drained|cleaned out|wiped out)|(?:emptied|draining|drained|emptying|cleaned out) (?:my|our) (?:account|savings|bank account|bank)|(?:someone|somebody|a man|stranger|thief){some} (?:in|inside|using|into) (?:of )?my (?:bank|account|online banking|banking|card)|
     victim of{few} (?:fraud|scam|phishing|identity theft)|safe account|ported my number|fell for{few} (?:scam|fake|phishing|phish|fraud|trick)|(?:hacker|hackers|scammer|scammers|thief|thieves){few} (?:got into|broke into|has|have|stole|took|used|emptied)|gave{few} (?:caller|stranger|scammer){some} (?:code|pin|password|details)|cloned my card|card s? ?been (?:skimmed|cloned)`,
    NOT_CHEATED,
  ),
];
