/** Verbs of instructions, and the arrows of menu paths; Dutch and English. */
const INSTRUCTS =
  /(?<!\p{L})(?:instellingen|settings|menu|kies|klik|tik|druk|zet|open|ga naar|houd|vul|draai|trek|haal|leg|plaats|steek|verwijder|gebruik|wacht|schakel|controleer|check de|kijk (?:bij|in|op|onder)|vraag|meld|bestel|reset|herstart|bel|maak (?:de|het|een)|spuit|choose|click|tap|press|hold|turn|pull|push|use|remove|wait|unplug|plug|put|switch|go to|select|restart|reboot|update|enter|order|report|call|ask|check the)(?!\p{L})|[>→]/iu;

/** Whether a text has somebody do something, which helps whoever reads it. */
export function tellsToDo(text: string): boolean {
  return INSTRUCTS.test(text);
}
