import { wordSet } from './word-set.js';

/** Small words that are common in questions and belong to one of the two languages only. */
export const DUTCH_WORDS = wordSet(`
  aan al alleen als altijd andere bij bent ben dan dat de deze die dit doe doen doet door een er ergens even gaan gaat
  geen goed graag haar heb hebben heeft heel het hier hoe hoi hoeveel hun iets iemand ik jij je jullie kan kun kunnen kunt
  krijg krijgen lukt maar maak mag meer met mij mijn mn moet moeten na naar niet niets niks nodig nog nu of om omdat onze
  ook op over staat steeds te terug toch tot tussen uit u uw vaak van vanaf veel voor vraag waar waarom waarvoor wanneer
  wat wel welke werkt weet wie wij wil willen worden wordt zijn zit zo zonder zou bedankt dank dankjewel doei goedemorgen
  melding foutmelding beeld scherm inloggen opnemen aan uit bij kabel pakket knop nummer limiet saldo bellen kapot kassa uren wat
  goedemiddag goedenavond goedendag hallo heej gegroet ja nee klopt kost kosten medewerker mens nieuwe rekening bellen abonnement storing
`);

export const ENGLISH_WORDS = wordSet(`
  a about after all also am an and any anyone are at be because been before but by can cannot cant could did didnt
  do does doesnt dont for from get gets getting had has have havent how i if im in into is isnt it its ive just know
  long make many me much my need needs new no not of off on one only or our out please should so some someone
  still take than thanks that the their them then there these they this to too up us using want was way we were what
  went goes came keep keeps stopped broken forgot never again today yesterday tomorrow twice wrong trying unable
  asks gone says said tell arrived cancelled moved speak working works every since until yet very really slow
  paid owe send sent receive received someone somebody money
  good morning afternoon evening when where which while who why will with without wont would yes you your hello hiya howdy bye bill phone
`);

/** Words that either language uses; they say nothing. */
export const SHARED_WORDS = wordSet(`
  in is was so over of me we had been bent us am at de die hoe also all water app wifi internet router modem
  mobile data sim esim tv provider bundle roaming online account mail email pin puk code box help hey hi
`);

/** Dutch words that stand beside what a screen said, which is English as often as not. */
export const SCREEN_WORDS = wordSet('melding foutmelding beeld scherm verschijnt waarschuwing');

/**
 * English words that Dutch customers use for things, and names of products: neither they nor their letters tell a language.
 * Verbs and small words are not among them.
 */
export const LOAN_WORDS = wordSet(`
  access account adapter addon airpods airport alarm amazon android antivirus apn app apple apps audio
  authentication award baby back backup badge bag band bank banking banner base basic battery beta bike bird
  bitcoin black blog blue bluetooth board body boiler bonus boost booster bot box brand breakdown briefing browser
  budget bug bugs bullet bundle bundles burnout bus business button buy cache call calling cam camera cancel cap
  car card cards care cart case cash cashback cast casual catch center challenge channel charge charger charging
  charity chart chat check checkin checklist checkout checks cheque child chip chromecast city class classic clean
  click clip clock cloud coach code codes coin collect collection combi comfort commerce community compact company
  computer concept confirmation connect connection connector console contact contactless content control
  controller cookies copy corporate cost coupon cover crash creator credit creditcard credits crew crossover crowd
  cruise crypto curve customer cut cyber cycle dark dashboard data date day days deal dealer deals debit decoder
  default delivery demo design desk desktop device digital dimmer direct disclaimer discount discovery disney
  dispatch display dns dock docking domain door doorbell double down download draft drive drop dropbox dual duo
  dynamic e early edge edit edition elite email emoji energy engine entry error escape esim ethernet event ex
  exception exclusive executive express extender extension extra face facebook fair fake family fan fast feature
  feed feedback festival fiber file film filter finance finder fine firewall firmware first fit fitbit fix
  flagship flash flat flex flexible flight float flow fly follow follower font food format forum forwarding frame
  free freelance fresh friday friend full fun fund fusion gadget galaxy game games gaming gate gateway gb general
  genius gift glass glitch global go gold golden google grand graphic green grid ground growth guard guest hacker
  hacking half hand hands happy hard hardcore hardware hdmi head headset heat help helpdesk high highlights hit
  hold holiday home hosting hot hotspot hour hub hybrid icon id image imap impact inbox inclusive index indoor
  influencer input inside instagram install instant insurance interface intern internet intro invoice ios ip ipad
  iphone iptv item jack jam job joint joystick jump junior key keyboard keycard keyless kid kids kit kitchen label
  lamp lane laptop laser launch layout lead leaderboard league lease leasing led legacy level license life
  lifestyle lifetime light like limit limited line link list live load loader loan local lock locker log login
  logo long loop lounge low loyalty mac machine magazine mail mailbox mailing mailinglist main mainframe maker
  malware management manager map marketing marketplace master match matrix max mb media medium meeting member
  membership memory merchandise mesh messenger mic micro middle milestone mini minute mix mobile mode model modem
  modern monday monitor motion motor mouse movie multi multimedia music mute nano native nest net netflix network
  newsletter next night non note notebook notification number off offer office offline old one online only open
  option order original outdoor outlet outlook output overdrive overview owner pack package pad page panel paper
  parcel parental park parking part partner party pass passkey password patch patient pause pay payment paypal pc
  peak peer pen performance personal phone photo pickup pilot pin pink pixel plan platform player playlist
  playstation plug plugin plus podcast point points policy pool pop popup port portal post power powerbank
  powerline preferred premium prepaid preset press preview price pride prime print printer priority private pro
  process product profile program promo promotion protect protection provider proxy ps public puk pull pump
  purchase push qr quality quick quiz quote race rack radar radio rail railrunner random range rate rating ready
  real recharge record recorder recording recruiter refer refund register regular reload reminder remote remover
  rent rental repair replay reply report repost request reseller reserve reset resort respons rest restart retail
  retro return reverse review reviews reward rewards ride ring ripple road roam roaming rocket role roll room root
  round route router row royal run runner safe safety sale sales sample samsung sandbox satellite save saver
  saving savings scam scan scanner scope score scout screen screenshot script scroll search season seat second
  secure security select self selfie senior sensor series server service session set settings setup share sharing
  shell shield shift shipment shipping shoot shop shopper shopping short show shuffle shuttle side sign signal
  silver sim simple single site size skill skin skip sky skype sleep slide slim slot slow smart smartphone
  smartwatch smooth sms snack snap snooze social socket soft software solar solo solution song sound source space
  spam spare spark speaker special speech speed speedtest split sponsor sport spot spotify spring spyware square
  stable staff stage stand standard standby star start starter state statement station status stay step stereo
  stick sticker stock stop storage store story strap stream streaming street strike strip studio style stylus
  subscription subtitle suite sun super supervisor supply support surf surface swap sweatshirt sweet swing swipe
  switch symbol sync system tablet tag tagline talent talk tank tap tape target task taskbar taxi team teams tech
  template temporary term terminal terms test tester text theme thermostat thread thriller thumbnail ticket
  tickets tier time timeline timer tip title toggle token toner tool toolkit top total touch touchscreen tour
  tower town toy trace tracer track tracking trade trail trailer trainee trainer transfer transit trash
  travel tray trend trial trick trigger trip trolley trophy troubleshooting trust try tune tuner turbo tutorial tv
  twin twist type ultra unboxing unit unlimited unlock update upgrade upload url usb user vault version video view
  vintage vip virtual virus visa vision visit visitor vlog voice voicemail vote voucher vpn walk wall wallet
  wallpaper warning waste watch wave wearable web webcam webinar website weekend weekender welcome wellness
  whatsapp white wide widget wifi win window windows wire wireless wizard woofer word work worker workout workshop
  workspace world wrap writer xbox yearly yellow youtube zero zone zoom
`);

/** Dutch words that an English text holds as well: "front door", "moving van". */
export const ALSO_ENGLISH = wordSet('door van met dan even hun mag pot rug die de');
