const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Small words that are common in questions and belong to one of the two languages only. */
export const DUTCH_WORDS = list(`
  aan al alleen als altijd andere bij bent ben dan dat de deze die dit doe doen doet door een er ergens even gaan gaat
  geen goed graag haar heb hebben heeft heel het hier hoe hoi hoeveel hun iets iemand ik jij je jullie kan kun kunnen kunt
  krijg krijgen lukt maar maak mag meer met mij mijn mn moet moeten na naar niet niets niks nodig nog nu of om omdat onze
  ook op over staat steeds te terug toch tot tussen uit u uw vaak van vanaf veel voor vraag waar waarom waarvoor wanneer
  wat wel welke werkt weet wie wij wil willen worden wordt zijn zit zo zonder zou bedankt dank dankjewel doei goedemorgen
  goedemiddag goedenavond goedendag hallo heej gegroet ja nee klopt kost kosten medewerker mens nieuwe rekening bellen abonnement storing
`);

export const ENGLISH_WORDS = list(`
  a about after all also am an and any anyone are at be because been before but by can cannot cant could did didnt
  do does doesnt dont for from get gets getting had has have havent how i if im in into is isnt it its ive just know
  long make many me much my need needs new no not of off on one only or our out please should so some someone
  still take than thanks that the their them then there these they this to too up us using want was way we were what
  when where which while who why will with without wont would yes you your hello hiya howdy bye bill phone
`);

/** Words that either language uses; they say nothing. */
export const SHARED_WORDS = list(`
  in is was so over of me we had been bent us am an at de die hoe also all an water app wifi internet router modem
  mobile data sim esim tv provider bundle roaming online account mail email pin puk code box help hey hi
`);
