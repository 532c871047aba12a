const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Small words that are common in questions and belong to one of the two languages only. */
export const DUTCH_WORDS = list(`
  aan al alleen als altijd andere bij bent ben dan dat de deze die dit doe doen doet door een er ergens even gaan gaat
  geen goed graag haar heb hebben heeft heel het hier hoe hoi hoeveel hun iets iemand ik jij je jullie kan kun kunnen kunt
  krijg krijgen lukt maar maak mag meer met mij mijn mn moet moeten na naar niet niets niks nodig nog nu of om omdat onze
  ook op over staat steeds te terug toch tot tussen uit u uw vaak van vanaf veel voor vraag waar waarom waarvoor wanneer
  wat wel welke werkt weet wie wij wil willen worden wordt zijn zit zo zonder zou bedankt dank dankjewel doei goedemorgen
  melding foutmelding beeld scherm inloggen opnemen aan uit bij kabel pakket knop nummer limiet saldo bellen kapot kassa uren wat
  goedemiddag goedenavond goedendag hallo heej gegroet ja nee klopt kost kosten medewerker mens nieuwe rekening bellen abonnement storing
`);

export const ENGLISH_WORDS = list(`
  a about after all also am an and any anyone are at be because been before but by can cannot cant could did didnt
  do does doesnt dont for from get gets getting had has have havent how i if im in into is isnt it its ive just know
  long make many me much my need needs new no not of off on one only or our out please should so some someone
  still take than thanks that the their them then there these they this to too up us using want was way we were what
  good morning afternoon evening when where which while who why will with without wont would yes you your hello hiya howdy bye bill phone
`);

/** Words that either language uses; they say nothing. */
export const SHARED_WORDS = list(`
  in is was so over of me we had been bent us am an at de die hoe also all an water app wifi internet router modem
  mobile data sim esim tv provider bundle roaming online account mail email pin puk code box help hey hi
`);

/** Dutch words that stand beside what a screen said, which is English as often as not. */
export const SCREEN_WORDS = list('melding foutmelding beeld scherm');

/**
 * English words that Dutch customers use for things, and names of products: neither they nor their letters tell a language.
 * Verbs and small words are not among them.
 */
export const LOAN_WORDS = list(`
  access account airpods amazon android apn app apple apps audio authentication baby backup bank banking battery
  black blue bluetooth booster boost box browser budget bundle burnout business cache call calling camera card
  cards care cash cashback center charge charger charging chat check checkin checkout chromecast chip class clean cloud code
  codes community computer connection contactless controller control cookies coupon credit creditcard credits customer data
  deal deals debit decoder desk desktop device disney display dns doorbell double download drive dual e early edition email
  energy error esim ethernet exception extender face facebook fan family feedback fiber film firewall firmware fitbit format
  forwarding free limit adapter friday galaxy game games gaming gateway gift google green guest hands hdmi headset help helpdesk
  hold home hotspot hub id imap instagram insurance internet ios ip ipad iphone iptv joint kid kids keyboard label laptop level
  light line link live lock login low cost lounge mac mail manager map max mb gb memory mesh messenger mini mobile modem
  monitor motor multi mute nest net netflix network office offline online only order outlook pad parental pass
  password paper pay payment paypal pc peak phone pin plan player playstation plus podcast point port portal post power
  powerbank powerline premium prepaid priority pro profile provider proxy ps puk push qr quote radio railrunner recording
  refund remote replay reset restart return rewards roaming router samsung saver saving savings scan scanner score screen
  screenshot seat second secure security self server service session settings setup shop signal sim site sky skype sleep
  smart smartphone smartwatch sms social software sound speaker speed speedtest sport spotify start status stick storage
  store stream streaming subtitle super support surf swap switch sync system tablet tag team teams terminal test tester
  tap ticket tickets timer token tool top touch touchscreen tracer track tracking trace trainer transfer travel trial tv twin
  ultra unboxing unlimited update upgrade upload url usb user version video view virus vision visa voice voicemail voucher vpn
  wallet wallpaper watch web website whatsapp wifi window windows wireless world xbox youtube zone zoom
`);
