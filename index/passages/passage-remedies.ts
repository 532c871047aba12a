const MEANS =
  /(?<![\p{L}\p{N}])(?:betekent|betekenen|wil zeggen|duidt op|duiden op|wijst (?:er)?op|wijzen op|staat voor|means?|indicates?|points to|stands for|signals|komt (?:meestal |vaak |bijna altijd |doorgaans )?(?:door|doordat|omdat)|wordt (?:meestal |vaak )?veroorzaakt|ligt (?:meestal |vaak )?(?:aan|eraan)|(?:is|are) (?:usually |often |mostly )?(?:caused by|due to|because of)|bedeutet|liegt (?:meist )?(?:an|daran))(?![\p{L}\p{N}])/iu;

/** Whether a sentence tells what something means or where it comes from: "TV-203 betekent …", "This is caused by …". */
export function isDiagnosis(text: string): boolean {
  return MEANS.test(text) && !/\?\W*$/.test(text);
}

const IMPERATIVE =
  /^[^\p{L}\p{N}]{0,20}(?:(?:dan|daarna|vervolgens|eerst|dus|probeer|then|so|first|next|now|to (?:fix|solve)|om (?:dit|dat|het)|(?:de )?oplossing|(?:the )?(?:fix|solution|remedy|cure)|wat helpt|what helps|meestal helpt|vaak helpt)(?![\p{L}])|(?:please )?(?:zet|trek|haal|druk|houd|hou|wacht|start|herstart|reset|controleer|check|kijk|ga|open|kies|klik|tik|bel|meld|vraag|steek|sluit|koppel|verwijder|installeer|update|verander|wijzig|gebruik|neem|laat|maak|doe|vervang|schakel|log|scan|stel|voer|wis|verplaats|unplug|plug|turn|switch|press|hold|wait|restart|reboot|go|choose|select|tap|click|call|ask|connect|disconnect|remove|delete|install|change|use|take|let|make|try|do|replace|set|enter|clear|move|pull|put|sign|log|contact|swap|tighten)(?![\p{L}]))/iu;

/** Whether a sentence tells what to do. */
export function isRemedy(text: string): boolean {
  return IMPERATIVE.test(text);
}
