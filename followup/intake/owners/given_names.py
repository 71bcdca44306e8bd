"""Common given names in Nordic clinics: they tell "Ek, Anna" (one person, turned around) from two people.

No more than a hint: a name that is missing here only leaves the words as they were written.
"""

from __future__ import annotations

from followup.intake.wordlists import words

GIVEN_NAMES: frozenset[str] = words(
    """
    adam agneta agnes ahmad ahmed aino alexander alexandra alfred ali alice alva amanda amina amir amira anders andrea
    andreas anette anita ann anna anne annette annika anton arne arvid astrid august axel barbro beata bengt berit
    bernt bert bertil birgit birgitta bjarne björn bjørn bo britt britta bror camilla carin carina carl carolina
    caroline catharina cecilia charlotta charlotte christer christian christina christine christoffer clara conny
    dag dagmar dan daniel daniela david disa doris ebba eddie edit edvard eija einar eirik elena elias elin elina
    elisabet elisabeth elise ella ellen elsa else elvira emelie emil emilia emma erik erika erland erling ernst ester
    esther eva evelina fanny fatima felicia filip finn folke frank fredrik freja frida frode gabriel gabriella gerd
    gerda geir georg gertrud gisela gudrun gun gunilla gunnar gunvor gustaf gustav göran göte hamid hanna hannah hanne
    hans harald harriet hassan hedda hedvig heidi helen helena helene helga helle henrik henrika henning hilda hilde
    hjalmar hugo hussein håkan ibrahim ida inga inge ingeborg ingegerd ingela inger ingemar ingrid ingvar irene iris
    isabella isak ivan ivar jack jakob jan jana janne jenny jens jesper jessica joakim joel johan johanna johannes
    john jon jonas jonathan josef josefin josefina julia julie juha kaj kajsa kaisa kalle karen kari karin karl
    karl-erik
    karolina katarina katja kent kenneth kerstin khaled kim kirsten kirsti kjell klara klas knut konrad kristian
    kristin kristina kristoffer krister kurt laila lars lars-erik lasse leif leila lena lennart leo lillemor lina
    linda linn linnea linnéa lisa lisbeth lise liv liselott lotta louise lovisa lucas ludvig lukas lydia magnus mai
    maj maja malin margareta margit margot maria marianne marie marika markus marta martin mats mattias maud maya mehdi
    mette mia michael mikael mikko mina mira miriam mohamed mohammad mohammed mona monica monika morten mustafa märta
    måns nadia natalie nathalie nicklas niklas niels nils nina nora ola olav ole oliver olle olof olov omar oscar oskar
    osman otto owe ove pål patricia patrik paul paula pedro pekka per pernilla pernille per-olof peter petra petter
    pia pontus rachel ragnar ragnhild rasmus rebecka reza richard rickard rikard robert robin roger roland rolf ronny
    rosa roy ruben rune rut ruth samir samuel sanna sara sarah sebastian selma sigrid signe sigurd simon siri siv sofia
    sofie solveig sonja stefan stella sten stig stina sture sune susan susanna susanne svante sven sven-erik svetlana
    sverre søren tage tanja teodor terese therese thomas thorbjörn tina tobias tomas tommy tone tor torbjörn tord tore
    torsten trine trond tuva tyra ulf ulla ulrica ulrik ulrika urban ursula valdemar vanja vera veronica veronika
    victor victoria vidar viggo viktor viktoria vilhelm ville viola viveka wilhelm wilma yasmin ylva yngve yvonne
    alan amy andrew anthony ben brian catherine charles christopher claire colin craig daisy deborah diana donald
    dorothy edward elizabeth emily frances frederick gareth george graham grace harry hugh ian jacob james jane
    janet jeremy jason joan joseph joyce judith keith kevin laura lesley lucy margaret mark martha mary matthew
    nicholas nigel oliver olivia owen pamela patrick pauline philip rebecca rosemary rupert ryan samantha sharon
    simone sophie stephen steven stuart tim tom tracy victor vivien walter wendy william aisha fatou hassan imran
    nasreen priya rajesh sunita aksel anja asbjørn bente berit bjarke bodil dorte dorthe esben eskil espen flemming
    gitte gry guro halvor hege henriette jeppe jørgen jørn kasper kirstine kåre lene lone mads malene marit merete
    mikkel nanna ole ragna randi rikke rolf rune siv stine synne søs terje tonje torill torunn troels turid ulrik
    vibeke
    sean carmen ruth sten kerstin sarah nora
    yusuf zahra åke åsa åse örjan øystein øyvind
    """
)
