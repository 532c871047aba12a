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

const NAMES = new Set(COMMON.split(' '));

/** Whether a word is a common first name; double names by their first part. */
export function isFirstName(word: string): boolean {
  return NAMES.has((word.toLowerCase().split('-')[0] ?? '').replace(/['’]s$/, ''));
}
