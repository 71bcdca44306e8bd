"""Common given names in Nordic clinics: they tell "Ek, Anna" (one person, turned around) from two people.

No more than a hint: a name that is missing here only leaves the words as they were written.
"""

from __future__ import annotations

from followup.intake.wordlists import words

GIVEN_NAMES: frozenset[str] = words(
    """
    ada adam adina adrian afshin agnar agnes agneta ahmad ahmed ahmet aicha aida aila aili aina aino aisha aksel alan
    albert albin alejandro alessandro alexander alexandra alexis alf alfred ali alice alicia alina allan alma almira
    alva alvar alvin amalia amalie amanda ameer amelia amelie amer amina amir amira amna amy ana anas anastasia anders
    andrea andreas andreea andrej andrew andré anette angela angelica angelika anisa anita anja anki ann ann-britt
    ann-charlotte ann-christin ann-kristin ann-louise ann-marie ann-sofie anna anna-karin anna-lena anna-maria
    annbritt anne anneli annelie annelise annet annette annfrid annie annika annmarie ante anthony anton antonia
    antonio anu arash ari arild arman arne arnold aron arthur artur arve arvid asbjørn asma asta astri astrid atena
    athena atle aud audun august aurora axel aya ayaan ayşe azadeh babak barbara barbro bashir beata beate beatrice
    beatriz behrouz bella ben bendik bengt bengt-åke benjamin benny bente berit berne bernt bert berta bertil bettan
    bianca bilal birgit birgitta bjarke bjarne bjarni björn bjørg bjørn bjørnar blenda bo bodil bogdan bonnie boris
    bosse brage brian bridget brigitta brita britt britt-marie britta bror bruno brynhild burak børge caisa cajsa
    calle camilla carin carina carl carlos carmen carol carolina caroline casper catarina catharina catherine cathrine
    cecilia cecilie cem charles charlott charlotta charlotte chloe chris christel christer christian christina
    christine christoffer christopher cia claes claire clara clas claudia clemens colin connie conny conrad corinne
    cornelia craig crister curt dag dagfinn dagmar dagmara dagny daisy dan dana daniel daniela danijela danilo danne
    danuta dariusz darko david davor deborah denise deniz desirée diana didrik dieter dino disa dominik donald doris
    dorotea dorothy dorte dorthe dragana ebba ebbe eben ebru eda edda eddie edgar edit edith edvard edvin edward egil
    egon eija eileen einar eira eirik eirin eivind elaine elena eleni elenor eleonor eleonora eli eliana elias elida
    elif elin elina elinor elisabet elisabeth elise elizabet elizabeth ella ellen ellinor elmira elna eloise elsa
    elsbet else elsebeth elsie elsy elvin elvira elvy emanuel embla emelia emelie emely emil emilia emily emine emma
    emmy emre endre enes erica erik erika erkki erland erling ernst esben eskil eskild espen estelle ester esther
    eugen eugenia eunice eva evald evan evelina evert evy ewa eyvind fadi fadumo fahad faisal fanny farah fares farhad
    fariba farid farida faten fatih fatima fatma fatou fatuma fedja felicia felix femi ferdinand fia figge fikret
    filip filippa finn finnur flemming florian folke frances frank frans franz freddy frederick fredrik fredrika freja
    frida fridolf fritiof frits fritz frode gabor gabriel gabriele gabriella gareth geir georg george georgina
    georgios gerd gerda germund gert gertie gertrud gina giorgos giovanni gisela gisle gitte gjermund gottfrid grace
    graham grazyna greta grete grethe gry grzegorz gudmund gudny gudrun guido gull-britt gull-maj gun gun-britt
    gunborg gunda gunhild gunilla gunn gunnar gunnbjörg gunnel gunni gunvor guro gustaf gustav gustavo gökhan göran
    gösta göte götilda gülsen haakon hadi hakan hala halima halvor hamid hamza hana hanan hanna hannah hanne
    hanne-marie hannele hannes hans hans-erik hans-olof harald harriet harry hartmut hassan hauke hawa hazel heather
    hector hedda hedvig hege heidi heidrun heikki heiko heimir heinz helen helena helene helga helge helle helmer
    helmi helmut helén hemming henning henny henri henriette henrik henrika henryk herbert herman hermann hiba hilary
    hilda hilde hildegard hille hjalmar hjördis hossein huda hugh hugo humaira hussein håkan håvard hülya ia ian
    ibrahim ida ida-maria ignacio igor ilana ilir ilona ilse ilya iman imran ina indira ines inga inga-lill ingalill
    inge ingebjørg ingeborg ingegerd ingegärd ingela ingemar inger inger-lise ingmar ingmarie ingolf ingrid ingunn
    ingvar ingvild ingvor inka inês ioana ioannis irena irene irina iris irma irmeli isa isabel isabella isabelle isac
    isak iselin ismet israa istvan iva ivan ivana ivar ivona iwona izabela jaana jacek jack jackie jacob jaime jakob
    jakub james jamila jan jan-erik jan-inge jan-olof jan-åke jana jane janet janina janis janne jannicke jannike jari
    jarle jarmo jaroslav jasmin jasmina jasmine jason javier jean jeanette jeff jelena jenni jennie jennifer jenny
    jens jeppe jeremy jerry jerzy jesper jessica jesús jill jim jimmy jo-anne joachim joacim joakim joan joana joanna
    joanne joar jocelyn jocke joel johan johanna johanne johannes john johnny jolanta jon jon-erik jonas jonathan jone
    jonna jonny jorge jorun jorunn josef josefin josefina josefine joseph josephine joshua josip jossan jostein josé
    jovana joy joyce juan judit judith juha juhani juho jukka julia julian juliana julie juliet juliette julius juri
    jussi justyna jutta jytte jón jörgen jørgen jørn jørund kaare kai kaija kaisa kaj kajsa kalle kalliope kamal kamil
    kamila kamran karen kari kari-anne karim karin karina karl karl-axel karl-erik karl-johan karla karolin karolina
    kasia kasper katarina katarzyna kate katherine kathleen kathrine kathy kati katie katinka katja katri katrin
    katrine kaveh keijo keith kemal ken kenneth kent kenta kerim kerry kersti kerstin kevin khadija khadra khaled
    khalid kia kian kicki kim kine kirsi kirsten kirsti kirstine kirsty kjell kjell-åke kjersti kjetil klara klas
    klaudia klaus knud knut kolbjørn konrad konstantin konstantinos kostas krille krister kristian kristiina kristin
    kristina kristine kristof kristoffer krystyna krzysztof kukka kurt kyle kyrre käte käthe kåre laila laith lana
    lara larissa lars lars-erik lars-göran lars-olof lars-åke lasse latifa laura laurence laurits layla leah leena
    leif leif-erik leila lejla lelle lena lene lennart leo leon leona leonard leonardo leonie lesley leyla lia liam
    lidia lili lilian liliana lillan lillemor lillian lilly lily lina lina-marie linda linh linn linnea linnéa lisa
    lisbet lisbeth lise lise-lotte liselott lisen liss liubov liv liza ljiljana ljubica loke lollo lone lorena lorentz
    lorraine lotta lotten louis louise lovis lovisa lucas lucia luciano lucie lucy ludmila ludvig luis luisa luka
    lukas lukasz lukman luna lutfi lydia lykke lynn maarit maciej mackan madeleine madelene madeline mads magda
    magdalena maggan magne magnhild magnus maha mahmood mahsa mai maiken maj maj-britt maj-lis maja malena malene
    malgorzata malin malte mandana manfred manuel manuela marc marcel marcin marco marcus marek marga margaret
    margareta margaretha margarita margaux margit margita margot margrete margrethe mari maria maria-luisa mariam
    mariana marianne marie marielle marietta marija marijana marika marina mario marit mariusz marja marjan marjatta
    mark markku marko markus marlene marta marte martha marthe martin martina martine marwa mary mary-ann maryam
    mathias mathilda mathilde matias matilda matilde mats matthew matthias matti mattias maud maurice mauritz
    maximilian maya maye maysa meena megan mehdi mehmet mehran mehrdad melanie melina melissa melker merete merethe
    merja mert merve mervi mette mia micael michael michaela michal michelle mickael micke miguel mihai mikael mikaela
    mikkel mikkeline mikko milad milan milena milica milla mille milos mimmi mina minna mira mirela miriam mirja
    mirjam mirka miroslav mitra moa mogens moha mohamad mohamed mohammad mohammed mohsen moira molly mona mona-lisa
    monica monika monique morten moses mostafa muhammad munir munira murat mustafa märit märta märtha måna måns
    møyfrid nabil nadia nadine nadja nahid najma nancy nanna naomi narin naser nasim nasreen nasrin natacha natalia
    natalie natalija natasha nathalie nathan navid nazanin neil nell nellie nelly nerea nermin nettan niall nichlas
    nicholas nicklas nicola nicolai nicole niels nigar nigel niina niklas nikola nikolaj nikolaos nikolas nikolaus
    nils nils-erik nima nimet nimo nina ninni nino nirmala nisse niyaz noah noel noelle noemi noomi noora nora norbert
    nour novalie nuri oda oddbjørg oddny oddvar odin ola ola-conny olaug olav ole oleg oleksandr olena olga oline
    oliver olivia oliwia olle olof olov omar oona ophelia orhan orjan orlando oscar oskar osman osvald otilia otto
    otto-erik ove owe owen paal pablo pamela paola paolo parisa parvin pascal patrice patricia patrick patrik patrycja
    paul paula paulina pauline pavel pawel peder pedro pekka pelle per per-anders per-erik per-gunnar per-ola per-olof
    per-åke pernilla pernille peter pether petra petronella petter phil philip philippa philippe pia piotr pirjo
    pirkko pontus poul pouya preben priya putte pål quang quentin rachel rafael ragna ragnar ragnhild ragni ragnvald
    raija raimo rajesh ralf ralph rami ramona rana randi randolf rania rasha rasmus raymond rebecca rebecka reem
    reidar reidun reidunn reijo remi rena renata rene rené reyhan reza rhoda ricardo riccardo richard richárd rickard
    rigmor riitta rikard rikke rima rina ritva robban robert roberta roberto robin rodrigo rogelio roger roine roland
    rolf ronald ronja ronnie ronny rory rosa rosanna rosemary rosita roslyn roxana roy rozalia ruben ruby rudi rudolf
    runar rune rupert rupesh rustam rut ruth ruzica ryan saad saba sabina sabine sabrina sadia saida sakari salam
    sally salma salome saman samantha samer sami samina samir samira samuel sana sandra sanja sanjay sanna sanna-maria
    sara sara-lisa sarah sasha saskia sauli sean sebastian sebnem selin selma semir senad serge sergej sergio serkan
    sevda shabnam shadi shahin shahram shamim shannon sharon sheila shima shirin shirley shiva sibel siegfried
    sigbjørn sigbrit sigbritt sigfrid sigge siggi signe signy sigrid sigrun sigurd sigurður sigvard silje silke
    silvana silvia simin simon simona simone simonetta sindre sinem siobhan siri sirkka siv siv-britt siw sixten
    slobodan snezana snorre sofia sofie sofija soheil solbritt solfrid solmaz solvei solveig sondre sonia sonja sonny
    sophia sophie sophus soraya souad staffan stanislaw stefan stefania stefanie stefanos steffe steffen steinar
    stelios stella sten stephanie stephen steven stian stig stig-arne stina stine stine-marie stuart sture sumaya sune
    sunita sunniva susan susana susann susanna susanne susie sussi suzana suzanne svanhild svante svein sveinung sven
    sven-erik sven-olof svend sverker sverre svetlana sylvi sylvia sylvie synne synnøve szymon säde sölve søren søs
    sümeyye tage tahir taina tamar tamara tanja tanya tapio tara tariq tarja tarjei tatiana tatjana teemu tekla teodor
    teresa terese teresia tereza terje terry tess tessa tewodros thea thelma theo theodor therese therése thomas
    thomasine thor thora thorbjörn thore thorvald tia tiina tilda tilde tim timo timothy tina tindra tiril titti
    tiziana tobbe tobias toini tolga tom tom-erik tomas tomasz tomislav tommie tommy tone tonje tonny tony tor
    tor-arne tora torbjörn torbjørn tord tordis tore torgeir torgny torgrim torhild torill tormod torstein torsten
    torunn torvald totte tova tove tracey tracy trevor trine troels trond trude trygve tuncay tuomas turid tuula
    tuulikki tuva tyko tyra tyrone uffe ulf ulla ulla-britt ulla-karin ulrica ulrik ulrika ulrike umut unn unni urban
    ursula urszula uwe valborg valdemar valentina valeria valter vanessa vanja vasiliki vasilis veikko velma vendela
    vera veronica veronika vesa vesna vibeche vibeke victor victoria vidar viggo viktor viktoria viktoriya vilde
    vilgot vilhelm vilhelmina vilja ville vilma vilmar vincent viola violet violeta virginia virpi viveca viveka vivi
    vivian vivianne vivien vladimir volkan waleed walid walter warda wenche wendy wera werner whitney wibke wictor
    wiebke wiktor wiktoria wilhelm willem william willy wilma winnie wioletta wojciech xavier ximena yared yasin
    yasmin yasmina yasmine yassin yavuz yeliz yesim ylva ylva-li yngve yohannes yolanda youssef yrsa yuki yuri yusra
    yusuf yvette yvonne zacharias zahra zaid zainab zainb zara zbigniew zdravko zeinab zeinep zeki zelda zeynep ziad
    zita zoe zofia zoltan zoran zuzana ásta åge ågot åke åsa åsa-lena åse åshild åslaug åsmund åste örjan östen özlem
    øistein øivind ørjan øystein øyvind øyvor
    """
)
