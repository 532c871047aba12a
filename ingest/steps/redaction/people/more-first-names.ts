/**
 * Less common first names of people who live in the Netherlands, Belgium, Germany, France and Britain; lower case. Left out are
 * those that are a word, a month, a town or a brand as well: May, Will, Can, Sydney.
 */
export const MORE_FIRST_NAMES =
  'aaf aaltje aarav abby abdelaziz abdelhak abdelilah abel abiola abraham achieng ada adela adelheid adeline ' +
  'adewale adile adina adinda adolf adrien adwoa adéla aeneas afia afonso agneta agustín ahmet aidan aiko ailsa ' +
  'aimée ainsley akiko aksel albana alberto albina aleid aleida alena alessandra alexandre alexandru alexis ' +
  'alfie alfredo algernon alia alisha aliye allison aloys alphonse alyssa amaka amit amos amrit anand ananya ' +
  'anas anaïs andi andrii andriy angelo aniek aniko anisa annebel annegret anneke anneli annelot annet anniek ' +
  'annika anselm anthonia antoine antonia antoon anya arash archie arianna arjaan artem arturo ashish ashwin ' +
  'asmae aubrey audrey augusta aurelia ava avani axelle ayan aydın ayla ayodele aysel aysun aïsha babajide ' +
  'babatunde bahram balthasar balwinder barend barney barry bashir baukje baz beate beatrijs beatriz becky ' +
  'belinda bella benedikt benjamín benno benny berdien bernice bernie berry berta bertha bertine bertram beryl ' +
  'bessel bethan bethany bev beverley beverly bhavna bieke billy birgül birte björk blandine blanka bobby ' +
  'bogusław bojan bozena brahim branko bregje brendan brent brett brigit brigitta britta bronagh bronwyn bruce ' +
  'bryan bryony bukola bálint bärbel caleb calum calvin camila camilla canan carien carly carmel carmela caro ' +
  'carola carolus carsten casey caspar catalin cathelijne cathrin catriona celia celina cemal cerys cevdet chaim ' +
  'chandra chanel chantelle charissa charley charlize charlène cheryl chiamaka chioma chloé christiane christof ' +
  'christoffel christy chukwu cinzia clair clarence clarisse clifford clothilde coby colette conchita connor ' +
  'conny constance constantijn constanze cora coreen corine cornelis cornelius corrie cosima courtney cristian ' +
  'cristiano cyriel czesław cédric céline césar dalia dalila danijel danika danilo daniël daniëlle darius darja ' +
  'darragh davinia daz deb dennie denny derrick desiree despina dianne didier diego dieuwke digna dilip dimitra ' +
  'dimitrios dina dinand dineke dino dion dirkje dolf dolores doortje dora doreen doret doriana dorothee dorus ' +
  'doutzen douwe dragos dries dusan dustin dwayne dymphna eamon eamonn ebony eckhard eckhardt edda eddie ' +
  'edeltraud edgar edina edita edmund edna edouard edson eduardo edwina eeva effie efua egon ehsan eleanora ' +
  'elfriede elin elise eliza ellie elliot elliott ellis elma elmar eloise elroy elsbeth elsie elton elvis elyas ' +
  'elżbieta emanuel emanuele emerson emile emrah enid enrique erdal ergün erhan erich ernesto errol ertan erwan ' +
  'esmeralda esmée esteban ethel eugenia eugène eugénie eunice eustace evangelia evelina everhard evi ewan ewoud ' +
  'eymen ezra fadila falk famke farai faris faruk fatou fay federica federico fedor feije felicia felicity ' +
  'feliks ferah ferenc ferhat fernand fernanda fernando ferre fevzi fidan fieke filippo finlay finley flip flora ' +
  'florent florentina floriane florin floyd francesco francina francine francisca franciscus franciszek frankie ' +
  'franklin fransje fraser freda freddie frederick frederieke frederique frida frieda friedrich frédéric ' +
  'frédérique fulya funmilayo gabi gabriela gabriele gabriella gabrielle gaia gail gamze garry gaston gautam gaz ' +
  'geer geerte geesje geeta genevieve gennaro geoff georges georgina georgios gerardus gereon gerhardus germa ' +
  'gerolf gerri gerrie gerritje gertie gertrud gertrude gertruida gerwin gesina gheorghe gian gianluca gianna ' +
  'gideon gijsbert gilda gillis ginette giorgia giorgio giovanna girish gitta giulio giuseppina gizem gladys ' +
  'glenda glenys gloria goedele gonzalo gosia grady grazia grażyna gre gregor gregorz griet gré guillermo gunnar ' +
  'gunther gurdeep gurpreet gusta gustaaf gustav gustave gwendolyn gwilym gwyneth gérald gérard gönül götz ' +
  'gülcan gülsüm gülten günther hadassah hadi hafida halyna hana hanan hanife hank hannes hanno hariet harjit ' +
  'harmen harpal hartmut haruki harun harvey hasna havva hayley hector heide heimen heiner heinz helge hendrikje ' +
  'hennie henning henricus henrietta henriette henrik henriëtte henryk herlinde hermann hermine herta herwig ' +
  'hessel hester hiba hilary hildegard hille hilmi himanshu hiro hiske hortense houssain hubertus hugues ' +
  'huguette humberto humphrey hylke hédi hương iain idris ifeanyi ignacio ignas ihsan iljan ilka ilze imogen ' +
  'imre imtiaz inaya indra inga ingo inigo ioana ioannis ionut irina irine irmgard irmina iryna isabela isabella ' +
  'ishaan isidoor isla ismay isobel issam istván ivett iwan iza izaak izabela jaantje jaapjan jackie jaco ' +
  'jacomina jakob jamal jamil jamilla janin janina janique janna jannet janos jansje jaouad jarka jarne jaroslav ' +
  'jasmina jasmine jaspreet jaswinder javed jay jayne jaël jaëll jeandro jeannine jef jeffrey jefta jelka jennie ' +
  'jeppe jermaine jerome jerzy jess jessika jessy jetske jetta jikke jimmy jitka joanie joanne joaquim joaquin ' +
  'jobien jocelyn jody joel joery johanna johanne johannis johnnie jola jolene jona jonah joni jonno jonny joos ' +
  'jop jopie jordi jorg jorge jorine jorn jort josiane josie josip joss jousef jozefien jozefina juana jule ' +
  'juliana julianne juliet julius julián juri juriaan justine justus juul jára jérémy józef jörn jürg kader ' +
  'kadir kaj kamala kamau kamila kamran kaoutar karina karla karlien karol karolien karst kasim kasper kasun ' +
  'katalin kataryna katelijn katerina kateryna katharine katherina katherine kathrin kathy katinka katleen ' +
  'katrijn katrina kavya kayla kazimierz keano kelvin kendra kenji kenny kenta keri kev kiki kiran kirsty kitty ' +
  'klaasje klasina klaudia klazien kobus kojo konstantin konstantinos koray kornelis krijn krishna kristiaan ' +
  'kristian kristoffer krystian kulwinder kuno kurtis kwaku kyan kylie kürşat lahcen lajos lammert lana lander ' +
  'larissa larry lata laurence lauretta laurie lavinia leah leander leanne lech leena leendert leentje lefteris ' +
  'lenaert lenie lenka lenneke lenny leonardo leonardus leoni leonoor lerato leroy letitia letty levent lian ' +
  'liana liane liban libor lida lidwien liesbet liesbeth lieven lieze ligia lijsbeth lili lilia lilianne lilith ' +
  'lilla lillian linnea linus lioba lionel lisbeth lise lissy lius livia livius lizet lizette lizzy ljubica ' +
  'lobke lois lola lolita loredana lorenz lorenza lori lorna lorraine lothar lotje lottie louane louella lowie ' +
  'luana luce lucien lucille lucinda lucio lucjan lucretia ludger ludmila ludo luella luise luiz luke lulu lynda ' +
  'lyndsey lynette lynne lászló léa léonie maatje mabel maddie madeline madelon mads maeve magali magdalene ' +
  'magnus maha mahmut mai maia maik maikel maire mairead maisie maja makbule malak malcolm malek mandy mani ' +
  'maniek manja manjit manni manoj manolis manou mara marcelina marcello marcia margareta margaretha margarida ' +
  'margarita margaux margo marguerite mariangela mariann marianna mariano maribel marica mariel marielle ' +
  'marijcke marijtje marinka marino mariola marita mariya mariët marja marjet marjo marjolijn marjon marjorie ' +
  'marjory marlijn marlis marlon marten martien martinus marty marvin marwa mascha masoud massimo matei mateo ' +
  'mateus mathew mathijs mathilda mathilde mathis matias mats mattheus mattia matty maura mauricio mauro mavis ' +
  'maxence maximilian mayke maysa maëlle meena meghan mehdi meinte meliha melina melinda melis melisa merav ' +
  'merel meriem merijntje merlijn mervyn mewes micah micha mick mickael mickaël miel mien mientje miep miet ' +
  'mihaela mijke mikhail miklós millie milo milène mimi mimoun mimount mirela mirella mirka mischa misha mitra ' +
  'mohamad mohammad mohsin moni monira morag moreno morgane moses mostafa moussa moïse muhammed muna muriel ' +
  'mykola myra myrna myrte márta márton nabila naci nadeem nadira nadiya nadège naeem nanda nando nanette naoko ' +
  'naresh narges nasim nat natalya natascha natasja nathaniel nazan nazir nazlı ned neel neelam neeltje nejc nel ' +
  'nela neslihan nessa nesta netty neville nevin nezha niall nic niccolò nicolaas nicolae nicolai nicoline nihat ' +
  'niki niko nikola nikolaos nikolas nilay nilsu ninke nino nitin njeri noa noam noelia nolan nomsa norah nore ' +
  'norma norman nouha noémie nuala nuno nuri nurten nynke obi ockje oda odile oeds ofelia oguz oksana ole oleg ' +
  'oleksandr olena olivér oliwia ollie olumide oluwaseyi oluwatobi olwen oona osas oskar otieno ottilie ottmar ' +
  'ove palesa paloma pam panagiotis parveen pascalle pat patricio patrik patryk patsy paulette paulus pavla ' +
  'penelope pepijn percy perihan petar pete petros petrus petya philine philippa phillip phuong phyllis pia ' +
  'piaget pietertje pietro pleun polly pranav pratik priscilla pritam quirine rachael rachelle rachida radha ' +
  'radjesh radu rafaël raffaele raghad ragnar rahel rahma raimund raina rakesh raluca ramesh ramona ramón rani ' +
  'raphael raphaël raul rayan raymonde razia razvan raúl rebekah reginald regine rehana reiko reimer reina ' +
  'reinard reinder reindert reiner rekha remi rena renaat renaud rendert renilde rens reuben reyhan reza ' +
  'rhiannon rhoda rhona rhonda riad riccardo richelle ricky rico rieke rien riet rika rina rinie rinske risto ' +
  'rixt roan robbe roberta robrecht robyn rocco rodrigo roeland roelfien roelie roelofje rohit romano romina ' +
  'ronny roosje rory rosalind rosalyn rosamund rosario roseanne rosella roselyn rosemarie roshni rosie rosina ' +
  'roswitha rowan rowena rozemarijn rubina rudo rudolph rupert russ russell rutger régis rémi rémy rüdiger ' +
  'saartje sabah sabina sadie sadık safia sahar sahil saima sajid sakura salih saliha salman salome salvatore ' +
  'samaira samar samia sammy samya sandrine sandro sanjeev santosh sarita sascha satish satoshi saul savannah ' +
  'saša seamus sefa sefer selen selena selina selwyn selçuk semih senne seppe serena sergei sergey sergio serhat ' +
  'serhiy severin sevil seyma seymour shabana shahid shahida shaima shaina shania sharda shauna shawn shay ' +
  'shazia shelley shelly sherif shilpa shona shudeska shurendy shweta sibilla sibylle siebrand siebren siem ' +
  'sietske silas silvie simeon sindy sipho sipke siôn sjaan sjanie sjoerdtje sladjana slavica sneha snežana ' +
  'soenil sofieke sofus soledad solveig sonny sophia soraida srinivas stacy stanislav stasia stefaan stefania ' +
  'stefano steffi stefka stephan sterre stewart stian stien stu stéphanie sukhdeep suman sunil suraj surinder ' +
  'susana susann susanna susannah suse sushma susi suzie svea svenja svitlana swati sybe sybil sybille sylvester ' +
  'sylviane séamus séverine süleyman taco tadek tahir tahira taina takashi talia talitha tamer tammo tammy ' +
  'tamsin tamás tania tanvi tarık tasha tatenda tatjana tawny teije tejas temitope temur tendai teodora tessa ' +
  'tetyana teunis teuntje thabo thaddeus thaïs thelma theodora theodorus therese theresia thibaut thijn thimo ' +
  'thorben thorsten thuy tiamo tibor tiddo tiff tilda tilly timur tine tinus tirza tirzah tjarda tjerk tjibbe ' +
  'tlaitmass tobi toine tomas tommaso tommy tomáš toni tonia tonie tonneke tonnie toos tooske tracey treesje ' +
  'tricia trien trijn trinette trinh trish trudi trudie tugba turgut tuur tygo tymon uche ufuk ugur ulli umberto ' +
  'urszula uschi usha vaclav valentin valeria valéry vanja varun vasco vasilis vasyl veronika vesna vicki vicky ' +
  'victoire viet viktoria vilma vinay vince vincenza violeta violette virginia virginie vishal vito vittoria ' +
  'vittorio viv vivek viviana viviane vivien vlad volodymyr vonne vural václav wafae wahid walburga walt wanjiru ' +
  'wannes waqar warre warren wayne wendelin wendeline wesley wiebren wieke wielfried wiep wiets wikje wilhelmina ' +
  'wilhelmus wiljan willie winifred winnie winny wiola wladimir wobke wouke wout wouterus wubbe wubbo wybren ' +
  'wytze xandra xiao ximena yael yahya yakup yann yanna yannis yash yasir yasmeen yasser yassir yaw yaşar yehudi ' +
  'yemi yeşim yfke yiğit ylona yolande yorick yoshi youness youp youri youssra yuki yulia yuliya yumi yuriy ' +
  'yusra yvo zachary zafar zafer zara zdenka zdeněk zehra zeinab zelda zenon zerrin zhanna zohra zoltan zoltán ' +
  'zoran zowi zoé zsolt zsuzsa zsófia zubair zuberi zulaikha zuzana zygmunt édouard élisa élodie émilie éric ' +
  'özcan özgür öznur ünal şerife şeyma ștefan';
