import { MORE_FIRST_NAMES } from './people/more-first-names.js';

/** First names that are common in the Netherlands, Belgium, Germany, France and Britain, of every origin; lower case. */
const COMMON =
  'aad aafke aaron abdel abdul abdullah abigail achmed ad adam adriaan adrian agnes ahmed aïcha aisha alan albert alex alexander alexandra ' +
  'alfred ali alice alicia alina alison amanda amber amélie amir amira amy an ana anastasia andré andrea andreas andrei andrew andrzej angela ' +
  'angelique anita anja anke ann anna anne anneke annemarie annemieke annette annie anouk anthony anton antoinette antonio arend arie arjan arjen ' +
  'arno arnold arthur astrid aukje ayşe ayse bart bartosz bas bastiaan bea beata beatrice ben benjamin berend bernadette bernard bert bertus beth ' +
  'betty bianca bilal bill birgit björn bob bogdan boris bram brandon brenda brian bridget bruno camille carel carina carl carla carlo carlos ' +
  'carmen carol carolien caroline catherine cecile charles charlotte chantal charlie chiara chloe chris christa christel christian christina ' +
  'christine christoph christophe cindy claire clara claudia claus clive colin connie cor corinne corrie craig daan damian dan daniel daniela ' +
  'danielle danny daphne darren dave david dawn debbie deborah deniz dennis denise derek derk desmond diana diane dick diederik dieter dilara ' +
  'dimitri dirk dominique donald donna doris dorien dorothy douglas duncan ed eddy edith eduard edward edwin eefje egbert ellen elena eline elif ' +
  'elisa elisabeth elizabeth ella elly els elsa elske emel emiel emilia emily emine emma emre eric erica erik erika erna ernst erwin esmee ester ' +
  'esther eva evelien evelyn evert ewa fabian faisal fatih fatima fatma feike felix femke fenna ferdinand fien fiona floor floris fons francis ' +
  'francisco françois frank frans franz fred freddy frederik fritz gabriel gareth gary gavin geert george georg gerald geraldine gerard gerben gerda ' +
  'gerhard gerrit gerry gert gertjan gijs gilbert gillian giovanni gisela glenn gonda gordon graham greet greta guido günter guus hadewych hakan ' +
  'halina hamid hamza hannah hannelore hanneke hans harm harold harrie harry hasan hassan hatice hedwig heidi hein heinrich heleen helen helena ' +
  'helga helmut hendrik hendrika henk henny henri henry herbert herman hilda hilde holger horst hubert hugo huseyin hüseyin ian ibrahim ida ilona ' +
  'ilse imane imran ine ineke inge ingrid irena irene iris irma isa isaac isabel isabelle ismail ivan ivo iwona jaap jack jacco jacob jacqueline ' +
  'jaime jake jakub james jamila jan jana jane janet janneke janice janine janny jannie jantje jarno jasmijn jasmin jason jasper javier jean jeanette jeanne ' +
  'jeff jelle jelmer jennifer jenny jens jeremy jeroen jerry jesse jessica jet jill jim jip jo joan joanna johan johann johannes john johnny jolanda jolanta ' +
  'jonas jonathan joop joost jordan jörg joris jos josé josef joseph josephine joshua joyce juan judith jules julia julian julie jürgen justin kai ' +
  'karel karen karim karin karl karolina katarzyna kate katja katrin kathleen kathryn katie kay kees keith kelly kemal ken kenneth kerstin kevin khadija khalid ' +
  'kim kirsten klaas klaus koen koos kris kristin kristina krzysztof kurt lars latifa laura lauren laurens laurent lea leila lena lennart leo leon lesley leslie ' +
  'lex lia lidia lies liesbeth lieve lilian lily linda lisa lisette liz loes lotte louis louise luc lucas lucia lucy luigi luis luisa lukas luuk lydia ' +
  'maaike maarten maartje machteld magda maggie mahmoud malgorzata manfred manon manuel marc marcel marcin marco marek margaret margot margreet margriet ' +
  'maria mariam marianne marie marieke marijke marijn marije marina mario marion marisa marjan marjolein mark markus marleen marlies marloes marlous martha martijn ' +
  'martin martina martine mary maryam mathias mathieu matt matthew matthias matthijs maud maureen maurice maurits max maxime megan mehmet melanie melissa mercedes ' +
  'mert meryem mia michael michaela michal michel michelle michiel mieke mies miguel mike mila milan milou mirjam mohamed mohammed molly mona ' +
  'monica monika monique mounir moustafa murat mustafa nadia nadine nancy naomi natalia natalie natasha neil nele nicholas nick nicky nico nicola ' +
  'nicolas nicole niek niels nigel nils nina nienke noah noor nora noud nour olaf olga olivia olivier omar oscar osman otto özlem pamela paolo pascal ' +
  'patricia patrick patrycja paul paula pauline pavel pawel pedro peggy penny peter petra philip philippe pien pierre piet pieter pim piotr quinten rachel rachid ' +
  'raf rainer ralf ralph ramon rashid ravi ray raymond rebecca reinier rembrandt remco remy renate rené renée ria ricardo richard rick rik rita rob ' +
  'robbert robert roberto robin roderick roel roelof roger roland rolf romy ron ronald ronnie roos rosa rosalie rose rosemary roy rudi rudolf ruben rudy ruth ryan ' +
  'sabine sabrina saïd said saida salma sally sam samantha samir samira sander sandra sanne sara sarah saskia scott sean sebastian selim selma sem serdar serge serkan ' +
  'sharon sheila shirley sibel sietske sigrid silke silvia simon simone siobhan sjaak sjoerd sofia sofie sonia sonja sophie stan stanislaw stef stefan stefanie stella ' +
  'stephanie stephen steve steven stijn stuart sue suleyman susan susanne suzan suzanne sven svetlana sylvia tamara tanja tara tariq tatiana ted terry tess ' +
  'teun theo theodoor theresa thijs thomas thea tijn tijs tim timo tina tineke tjeerd tobias toby tom tomasz ton tonny toon tony tracy trevor trudy truus tülay ' +
  'ulrich ursula ute valerie vanessa vera veronica victor victoria vincent viola violet vivian vladimir walter wanda ward wendy werner wessel wesley wiebe wil ' +
  'wilco wilfried wilhelm willeke willem willemijn william willy wilma wim winfried wolfgang wouter xander yasin yasmin yasmina yolanda youssef yusuf yvette yvonne zahra zeynep zoe zofia';

/** Those that fewer bear, and that are no common words. */
const LESS_COMMON =
  'agnieszka małgorzata wojtek kasia zbigniew stanisław marzena bożena grzegorz jadwiga ewelina aneta dominika siobhán olu adaeze ' +
  'emeka ngozi tunde kwame kofi abena femi folake nasima rahim özge gülay nurcan songül yıldız mehmet-ali soumaya hafsa ilyes aicha ' +
  'aad aaliyah abbas abdallah abdelkader abderrahim abdi adem adil adriana aileen aisling ajay akash alain aleksandra ' +
  'alessandro alessia alexia alfons alistair allard alois alwin amandine amar amara amelia amelie amin aminata amrita ' +
  'anass anders andreea andries andy angelina angus anil anique anish anjali annabel annefleur annelien annelies ' +
  'anneloes annemiek annick anouar ansje antje antonella anuradha anwar ané aoife aran ariana ariane arlette armand ' +
  'armin arnaud arne arun arwa arwen aryan asha ashley ashok asiye aslı atilla auke aurélie axel ayaan ayaz aylin ayman ' +
  'ayoub ayoubi ayça aziz azra babette babs baptiste barbara bastian baukje benedict benoît benthe berber berna bernd ' +
  'berthe betsy bettina bilge bjarne boaz bonnie boudewijn bouke brecht brechtje brigitte britt burak burcu bülent ' +
  'caitlin callum cameron camiel candice caren carin carlijn carolina carolyn casper cassandra cathal catharina cathy ' +
  'cecilia cees cengiz ceylan charly chayenne cheng chidi chiel chinedu chrissie christelle christiaan christie ' +
  'christien ciara cihan clarissa claudine clemens clémence clément coen conor coos coralie cornelia cornelis corné ' +
  'cristina cyril cyrille dafne dagmar daisuke damien danique danuta darek daria dario dariusz davide davy debby deepak ' +
  'deirdre delphine demi denis derya detlef dewi dieuwertje dilan dilek dinah dinesh ditte djamila doede dominic dominik ' +
  'dorota dorothea douwe driss duco duygu dylan ebru ece eelco eelke eileen ekrem elaine eleanor eleonora elias ' +
  'elisabetta elke elodie eloïse elvira elwin emmanuel emmanuelle emmy enes enrico enzo ercan erdem erin erkan ernestine ' +
  'esra estelle ethan eugene evan evelyne evy ezgi fabienne fabio fabrice fadi fadime fanny fardau farid farida farouk ' +
  'fatiha fatoumata fay faye fedde femmy fenne fenneke fergus ferry fiene fikret filip filiz finn fleur florian florine ' +
  'fokke folkert fouad franca francesca francien franciska franziska françoise fredrik freek freya friso froukje fuat ' +
  'gaby galina gaël gaëlle geertje geertruida gemma geneviève geoffrey gerco gerjan gerlinde germaine ghislaine giel ' +
  'gilles gina gino gisèle giuseppe goran grazyna greg gregory grietje gudrun guillaume guusje gwen gwenda gökhan habib ' +
  'hafid haitske halil halima hamed hamish hanna hanne harald haroon harriet hassna hatim hayat heather hedda heike ' +
  'heiko hella helmi henrike hermina hessel hicham hidde hilke hille hiltje hinke houda houssein hristo hugh huub hélène ' +
  'hülya ibrahima ibtissam ien ignace igor ikram ilham ilias ilja ilse ilyas imke indira inez ingeborg inger inès iqbal ' +
  'isaak iskander ismael ismet isolde istvan ivana ivar ivonne jaak jacek jacoba jacobus jacques jaimy jamie janette ' +
  'jannes jannetje jannetta jannik jannis jantien jaroslaw jayden jean-pierre jeannette jelena jella jelte jenna jenske ' +
  'jesper jette jikke jitse jitske joachim jochem jochen joep joey johanneke joke jolien jolijn jonne joran jordy jorien ' +
  'jorik jorrit josephien josette josine jost jouke jozef joël joëlle judy juliane julien juliette jurgen jurjen jurre ' +
  'jutta jérôme kaan kamal kamil karan kareem karima karlijn karsten kaspar katarina katharina katrien kavita kayleigh ' +
  'keira kenan kenza kerem keshia ketan keziah khalil kieran klaas-jan klara koenraad korneel krista kristel kristof ' +
  'kubra kyle kyra kübra laila lale lambert lamia lara lasse laszlo latisha leen leendert lejla lennard leonard leonie ' +
  'leonora leontien leopold lesya levi liam lieke lieneke lieselotte lina lindsay lindsey lisanne liselot lodewijk loek ' +
  'loekie lonneke lore lorenzo loretta loubna louisa loïc luca luciano lucie lucienne ludo ludovic ludwig lukasz lutz ' +
  'lyanne lydie lynn maarten-jan machiel maciej madeleine madelief maike malik malika malin manal manuela marcela ' +
  'marcella marcelo marcus mareike marga maria-luisa mariana mariette marijse marika marilyn marinus mariska marit ' +
  'maritza marius mariëlle marko marleentje marlene marnix marsha marta marte marthe marthijn martje marwan maryse ' +
  'matilda matteo matthieu mattias mattijs maya mechteld meike meinard meindert melania melek melike melle melvin menno ' +
  'meral merijn merle merve metin mieke-jan mihai mikael mikkel milena milica minke miranda mireille miriam mirko mirte ' +
  'mirthe mitchell mohan moira monir moritz morris mukesh murielle myriam myrthe nabil nadir nadja naima najat najib ' +
  'naoual nasreen nasser nathalie nathan nazli necla neel neha nelleke nellie nelly nermin nesrin niamh nicolette nikita ' +
  'nikki niklas nikolai nilgün nisha noemi noortje norbert nordin noreen noureddine noël noëlle nuray nuria oana obinna ' +
  'odette okan oktay oliver omer onno onur ophelia orhan osama otis ouafa owen oya oğuz pablo paddy padma pascale ' +
  'patrice patrizia patty paulien paulina paulo peer pelin perry petr petronella phil philipp phoebe pieter-jan ' +
  'pieternel pinar pippa pradeep prakash prem priya priyanka pınar quentin quincy rabia radek rafael rafiq raisa raj ' +
  'rajesh rajiv rania raoul raquel rasmus recep regina reinhard reinhold reinout renske renzo resul rhys rianne rieneke ' +
  'riet rikkert rineke rinus ritu rivka riëtte robbie robby rodney rogier rohan rokus rolanda romain romée ronan rosanne ' +
  'roselien rosita roxanne ruud ruurd ryanne régine sabri sachin sadia sadik safa safae salim salomé sami samuel sanjay ' +
  'sanna santiago sarina saïda sebastiaan sebastien seda sedat selin semra senna sevda sevgi sevim seán shane shannon ' +
  'shanti shaun sheryl shirin shiva sholeh sieb siebe siegfried sieglinde sietse sigrun silvan silvio simona sinan ' +
  'sinead sjakie sjef sjors sjoukje soetkin solange sonay soraya souad soufiane stacey staf steffen steffi steffie ' +
  'stéphane suat sukhvinder sulaiman suleiman sumit sunita sushil suus suzanna suze suzette sybren sylvain sylvana ' +
  'sylvie szymon sára sébastien sören søren tanya tarek tasnim tayfun tayyip teddy teresa thalia theodor thibault ' +
  'thierry thijmen thirza thom théo tiago tiemen tiffany tijl tijmen timon timothy timothée titia tjalling tjitske ' +
  'tjitte tobie tolga tomek torben torsten trijntje tristan trix trui tuncay tuğba tycho tyler udo ulla ulrike umar umut ' +
  'uwe uğur valentijn valentina valérie veerle verena vijay vikram viktor vincenzo vivienne volkan volker vroni ' +
  'véronique wafa waldemar walid waltraud weronika werther wiebke wieger wies wieteke wietse wietske wijnand wilbert ' +
  'wilfred willemien willemina winston wioletta wojciech wyatt wybe xavier yannick yara yaren yasemin yasmine yassin ' +
  'yassine yavuz yentl yildiz ylva yousra yunus yuri yves yvon zahid zakaria zeki zeliha zineb ziya zoë zuzanna zühal ' +
  'élise étienne ömer ümit';

/** More of the origins that the lists above have few of: Turkish, Moroccan, Polish, Irish, Indian and West African. */
const OF_MORE_ORIGINS =
  'adebayo aditi agata ainhoa akua alejandro aleksander alhassan aliyah alperen amadou amina ankit anneliese ' +
  'anthonij anushka arjun asif atiya ayesha bahar balázs barış bente berkay beyza brónagh cansu caoimhe catalina ' +
  'ceren chinwe ciarán clodagh conall corneel declan desirée devika dhruv eilidh eimear ekaterina eleni ' +
  'eoin esma fadoua farah ferdi feyza fiadh figen fionnuala firat franck garima gaurav gerrit-jan giulia ' +
  'gulsen gábor gül hanane harpreet hilal hiroshi huda ifeoma ilhan ines inês irem ireneusz janusz jarosław ' +
  'juanita jurriaan justyna kacper keisha kinga krystyna kubilay kwabena lachlan lakshmi latoya leszek leyla ' +
  'lidewij lubna lucja magdalena manisha mansour mariama mariusz mateusz mbali meera meltem michał miloš mirosław ' +
  'muhammad nasrin naveed nawal nikhil nilüfer oluwaseun oonagh orla padraig paweł pooja przemysław radosław rafał ' +
  'rahul ramazan ranjit renata riya roisin roksana ryszard róisín saad sandeep saoirse savita seun shanice sharifa ' +
  'sherida shreya sofiane suresh sławomir tadeusz thandiwe thérèse uzma vandana vasile vikas vinod wiesław witold ' +
  'yetunde younes zainab zübeyde łukasz';

const NAMES = new Set(
  [COMMON, LESS_COMMON, OF_MORE_ORIGINS, MORE_FIRST_NAMES].flatMap((names) => names.split(' ')),
);

/** Whether a word is a common first name; double names by their first part. */
export function isFirstName(word: string): boolean {
  return NAMES.has((word.toLowerCase().split('-')[0] ?? '').replace(/['’]s$/, ''));
}
