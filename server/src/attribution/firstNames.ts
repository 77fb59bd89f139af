/**
 * First names and the gender that they mostly have, so that "she" finds Ms Okoro when the draft gives no title. Names
 * that are as often the other gender's, and those that are everyday words, are left out: no answer is better than a
 * wrong one. Collected from public lists of given names in some thirty languages.
 */
const female = `
aaliyah aanuoluwapo aba abagail abbey abbie abbigail abbondanza abby abdonie abebi abeline abena abeni
abigaelle abigail abigale abigayle abigaïl abosede acacie acanthe achieng acilia ada adaeze adah adalbaude
adalberta adalgisa adaline adalsinde addie addison addolorata adebukola adegrine adela adelaida adelaide
adelajda adelasia adele adelia adelina adeline adella adelle adeltrude adelya adenike adepeju adesewa
adesua adetoke adetoun adile adina adolphie adonise adrastée adrehilde adria adriana adrianna adrienne
adunni adwoa adèle adélaïde adélie afia afitap afra afton afua agape agata agathe agilberte aglae aglaé
agnane agneflète agnes agnese agnieszka agnès agostina agrippine agrypina agustina ahenk ahlem aida aileen
aimee aimée aisha aissatou aiyana ajoke akiko akinyi akofa akorfa akos akosua akua akumaa alaina alaine
alana alanis alanna alayna alaïs alba albane alberta alberte albertha albertina albina albérade alcidie
alcina alcine alcyone alda aldegonde aleen alejandra aleksandra alemka alena alene alenka alessandra
alessia aleth aletha alexa alexandra alexandrea alexandria alexandrine alexane alexanne alexine aleyna
alfonsa alfreda alia alice alicia alicja alida aliette alina aline alisa alisha alison alivia aliya aliyah
aliza alize alizé aliénor alka allegra allene allie allison ally alma almila aloyse aloïse alphonsine
alpike alta altea althea althée altın alvena alvera alverta alvina alyce alycia alysa alysha alyson alyssa
alysson ama amabela amaka amalia amaliane amalthée amanda amande amandine amante amarande amaranthe
amaryllis amata amaya ambra ambre ambroisie amelia amelie ameline amely amelya amie amina aminata aminte
amira amiya amoke amope amparo amy amya améliane amélie améthyste ana anabel anabela anabelle anahi anais
ananya anastasia anastasie anastazja anatolia anaëlle anaïs anceline anci ancica ancilla anda andaç
andreane andreanne andromeda andrée andżelika anesa aneta angadrême angela angelica angelina angeline
angelique angelita angie angilberte angèle angélina angélique ani anica anicette anicée anika anise anissa
anita aniya aniyah anja anjali anka ann anna annabel annabell annabella annabelle annagrazia annalise
annamae annamaria annamarie anne anneli annelie annetta annette anni annie annika annonciade annunziata
anouk ansberte ansley anstrudie antea anthelmette antigone antoinette antonella antonetta antonette
antonia antonietta antonina antonine anya anémone anči ančica anđela aoife aphélie apollina apolline
apollonia appia aquiline arabella arabelle araceli aracely ardella ardith arely argelia argine ariadna
ariana ariane arianna aricie arielle arike arinola arlene arlette armance armande armandine armeline
armelle armida armide armine arnaude arsènie artemisa arthurine artémis arvilla arya aryanna arın asake
asceline ascension asella asha ashlee ashleigh ashley ashly ashlynn ashtyn asija asja aslım asma
assomption assunta astarté astrid astride astrée astérie asuela asya atanasia athalie athanasie athena
athina athénaïs atieno atinuke aube aubertine aubree aude audeline audra audreanne audrey augusta
augustina aura aure aurelia aurelie aurelle auriane aurora aurore aurélie aurélienne ausilia ausiliatrice
auxane ava ave aveline avigaëlle avis avoye awero awesi axeline axelle ayana ayanda ayinke aykal ayla
aylin aymardine aymonde ayoka ayren aysar ayu ayşıl aza azadeh azalée azelia azeline azra azzurra azélie
açela açelya açılay ağça baaba babila bade bailee balın bambina bara barbara barbe barica bartolomea
basilia basilisse bassilla bathilde batilda baylee beata beatrice beatriz beatrycze beaulah becky bediz
bedran behrem belina belinda bella belle belma beltun belçim benedetta beniamina benice benigna benli
bente benvenuta berenice berit bernadetta bernadette bernadine berneice bernice berniece bernita berran
berre berta bertha berthe bertille berva beryl berçin besra bessie beth bethany betina betsy betta bette
bettie betty bettye beulah beuve beverly bianca bianka bibiana bibianna bice billie birdie blanca blanche
blandine blanka bolatito boluwatife bonita bonnie borka božena božica brandi brandy branka breana breanna
breanne brenda brenna bria briana brianne bridget bridgette bridie brielle brigida brigita brigitta
brigitte brionna brisa britney britt brittany brooke bruna brunehaut brunehilde brunilde bryana brygida
bulah bunmi béatrice bénédicte bérangère caitlin caitlyn caleigh calista callie calogera calpurnia camelia
camila camilla camille camryn camylle candace candice candida canel cangül cannur cansel cansın capitolina
capucine cara caridad carina carine carissa carla carlee carley carli carlie carlota carlotta carmel
carmela carmella carmen carola carolanne carole caroline carolyn carolyne carrie casandra casilda casimira
cassandra cassandre cassidy cassie cassiopea catalina catena caterina catharina catharine catherine
cathrine cathryn cathy cayla cecelia cecile cecilia cecilie cecylia celeste celestine celia celina celine
celinia ceren ceyda ceyla ceylan ceylin chanel chanelle chantal charlaine charlene charli charline
charlotte chasity chaya chelsey chelsie cheryl cheyanne cheyenne chiara chioma chloe chloé christa
christelle christiana christiane christie christina christine christy chyna ciara cielo cierra cindy
cinzia cirilla citlalli claire clara clarabelle clare clarissa clarisse claudia claudine clelia clementina
clementine clemenzia cleo cleofe cleopatra cleora cleta clio cloe clorinda clotilde clélie clémence
clémentine cointa coline colleen colomba comfort concepcion concepción conception concetta conchita connie
consolata constance consuelo cora coralie coraline cordelia cordia corene corentine corine corinna corinne
cornelia corrine cortney cosima costanza courtney creola crescenzia cristal cristiana cristina crocefissa
cronida crystel cunegonda cuzia cydney cynthia cyra cyrielle cécile célestine céline dada dafne dagmar
dahlia daija daisha dalibora dalida dalila damaris damiana damla dana danica daniela daniella danielle
danika danka danyka daphne daphnee daphney daphné dara daria dariana darija darina dariya darla darlene
dasia dayana dayna dea deanna debbie debora deborah debra deepa defne degna deja dejah delaney delfina
delia delilah delinda delizia della delores delpha delphia delphine demet demetria dena denisa denise
deodata derin derya desdemona desiderata desiree dessie destan destany deste destinee destiney destini
devi devota dewi diamante diamond diana diane dianna dianne dianora dicle didem dieudonnée dilara dilay
dilek diler diletta dina diodata dionisia divna divya dixie doda dolly dolores domenica dona donata
donatella donka donna dorana dorcas doreen doriane dorica dorina dorine doris dorota dorotea dorothea
dorothy dorothée dorris dortha dorthy douce dovie doyinsola draga druina dulce dulina dunja duygu débora
döndü dünya earlene earline earnestine easter ebba ebe ebony ebru ece ecem eda edda edelberga edita edith
editta edmée edna eduarda edvige edwina edyta edyth edythe effie efua egizia egle eileen ekaterina ekin
ela elaide elaina elaine elda eldora eleanor eleanora eleanore electa elena elenor elenora eleonora
eleonore elettra elfrieda eliabeth eliana eliane elide elif elimena elin elina eline elinor elinore elisa
elisabeth elisabetta elise elisea elissa eliza elizabeth elka ella ellen ellie elmas elmira elna elnora
elody eloisa eloise elouise elsa else elsie elta elva elvera elvia elvie elvira elwira elyse elyssa elza
elçin elżbieta ema emanuela emel emelia emelie emely emerald emie emilia emiliana emilie emily emine emma
emmalee emmanuelle emmelie emmie emmy ena enid enimia eniola enise enola enrica era eracla erica ericka
erika erin erma ermelinda ermenegarda ermenegilda erminia erna ernesta ernestina ernestine ersilia eryn
esen eser esi esin esma esmeralda esperanza essie esta estefania estela estell estella estelle ester
estera esterina esther estrella etha ethel ethelyn ethyl ettie eudokia eudoksja eudora eudoxie eufemia
eufrasia eugenia eugénie eula eulah eulalia eulalie eun-ji euna eunice euphrasie euridice eusebia eusébie
eutalia eva evalyn evangelina evangeline eve evelin evelina eveline evelyn evie evşen ewa ewatomi ewelina
eylül eyşan fabiana fabiola fadekemi faderera fadime fae fannie fanny fantine farah farida fatima fatma
fatoumata fatoş fausta faustine fay faye federica fedora fehime fehintola felicia felicita felicity felipa
femke ferah feray ferdynanda feride feriha fern fernanda ferne feyza fiammetta fibikemi fidan figen
fikayomi filipa filippa filiz filomena fiona fionnuala fiordaliso fiore fiorella fiorenza flaminia flavia
flaviana flavie fleta fleur flo flora flore florence florencia florencja florentina floriana floridia
florie florina florine flossie flóra foca folake folashade fortunata fortunée fosca franca france frances
francesca francette francia francine francisca franciszka françoise freda frederique freeda freida freya
frida frieda frédérique fuldem fulden fulvia fulya funda funmilayo félicie füsun gabriela gabriella
gabrielle gaia gail galatea galina gamze garance gaudenzia gaye gayle gaëlle gelsomina geltrude gemma
generosa genesia geneva genevieve geneviève genoveffa genoveva georgette georgiana georgianna georgina
geraldine gerberge gerda germaine germana gertruda gertrude ghada ghita gia giacinta giada gifty gigliola
gilda giliola gillian gina ginevra ginewra gioacchina gioconda gioia giorgia giovanna gisella gisselle
gisèle gita giuditta giulia giuliana giulitta giuseppa giuseppina giusta gizem gladyce gladys glenda
glenna glennie gloria godeberta godiva golda gonca gordana gracie graciela gracja grainne grayce grazia
graziana graziella gregoria greta gretchen griselda gréta gudrun guenda guendalina guenièvre
guilhemine guillemette guillermina gundelinda gussie gustavine gwen gwenaëlle gwendolyn göknur gökçe
gökşin gönül gözde güher gül gülben güldem gülden gülen gülgün gülnaz gülriz gülsen gülçin gülşen güneş
güngör güniz günnur günsel gürcan hailee hailey hailie hala hale haleigh haley halie halima halle hallie
hana handan hande hanna hannabel hannah hanne harriet haruka hattie hayal hayat haylee hayley haylie hazan
hazel heidi helen helena helene helga hellen heloise henrietta henriette henryka hermina hermine herminia
herta hertha hester hettie hilal hilda hildegard hillary hilma hollie honorine hortense huda huguette hui
hulda huong hye-jin héloïse hélène hülya hüner ianira ibironke icie ida idea idell idella iginia ila
ilaria ilda ildegarda ildegonda ileana ilene ilenia ilia iliana ilona ilsa ilva ima iman imani imelda imke
immacolata imogen imogene ina incoronata indira ines inez inga inge ingrid inja inka innocenza inès inés
iolanda iole iona ione ionne irena irene iretioluwa iride irina irma irmina iryna irène isabel isabela
isabell isabella isabelle iseult iside isidora isla ismérie isobel isotta ita italia itzel itır iva ivah
ivana ivanka ivetta ivna ivona iyabode iyadunni izabela izabella izolda işık işıl işılay işın i̇clal i̇dil
i̇ffet i̇lke i̇mge i̇mran i̇nci i̇pek i̇rem i̇zel jacey jacinthe jackeline jackie jacklyn jaclyn
jacqueline jacquelyn jacynthe jada jadranka jadwiga jagica jaida jailyn jakayla jakubina jale jamila jana
janae jane janelle janessa janet janica janice janie janina janine janiya janka janna jannie jany jaquelin
jaqueline jara jasmin jasmina jasmine jasna jaunita jayalalithaa jayda jayde jayne jazlyn jazmin jazmyn
jazmyne jeanette jeanie jeanne jeannette jeannie jehanne jela jelica jena jenifer jenna jennie jennifer
jenny jennyfer jessica jessika jessyca jette jettie jewel jewell ješa ji-woo ji-young jill jillian jing
joan joana joanie joann joanna joanne joannie jocelyne jodi jodie joelle johanna jolie jolien jordyn
josefa josefin josefina josefine josephine josiane josianne josie josipa joséphine joyce joëlle juana
juanita judith judy judyta jule julia juliana julianne julide julie juliet julieta juliette julita juna
justina justine justyna józefina júlia kaci kacie kader kaela kaelyn kaia kailee kailey kailyn kaitlin
kaitlyn kaja kaleigh kaley kali kallie kamila kamile kamille kamryn kara karelle karen kariane karianne
karin karina karine karla karlee karley karli karlie karmela karolann karolina karoline kasandra kassandra
kata katarina katarzyna kate katelin katelyn katelynn kateryna katharina katherine katheryn kathleen
kathlyn kathryn kathryne kathy katica katie katija katina katlyn katlynn katrin katrina katrine kattie
katy kavita kaycee kayla kaylah kaylee kayleigh kayley kayli kaylie kaylin keara keeley keely keiko keira
kelley kelli kellie kelly kelsi kelsie kendra kenna kennedi kenya kerry kevser khadija kiana kianna kiara
kiarra kiera kika kikelomo kiley kimberly kira kiraz kirsten kirstin kitty klara klaudia klementyna
kleopatra konstancja koralia kornelia krista kristen kristi kristie kristin kristina kristine kristy
krystal krystel krystina krystyna ksawera ksenia kumru kyla kylee kyleigh kylie kyra kısmet kıymet lacey
lacy laila laisha lakshmi lale lalita lamia lan lana laney lara larisa larissa larysa latife latoya laura
laurane laure laurel laureline lauren laurencja laurentyna lauretta lauriane laurianne laurie laurine
laury lauryn laurène lavada laverna laverne lavina lavinia lavonne lawrencia layla lea leah leana leann
leanna leanne leatha leda lee leigh leila leilani lela lelah lelia leman lemide lempi lena lene lenna
lenora lenore leola leona leonia leonie leonilda leonor leonora leontina leopoldina leora lera lerzan
lesley lesly lessie leta letha leticia letitia letizia lexi lexie lexus leyla lia liana libbie libby
liberata liboria licia lida lidania lidia lidija lila lili lilia liliana liliane lilianna lilla lillian
lilliana lillie lilly lilyan lina lindiwe line ling linh linn linnea lisa lisanne lisbeth
lisette litzy liv livia liviana liyana liz liza lizeth lizzie lodovica lois lola lolita loma lora loraine
loredana lorella lorena lorene lorenza loretta lori loriana lorine lorna lorraine lotte lottie louisa
louise lourdes louvenia loyce luana lubna luce lucia luciana lucie lucienne lucija lucile lucilla lucille
lucinda lucja lucrezia lucy lucía ludie ludivine ludmila ludovica ludwika luella luigia luisa luiza lujza
lula lulu luminosa luna lura lurline luz lyda lydia lydie lyla lynda lynette lynn lynne lyric lysanne
lyudmila léa léna léonie léonne léopoldine lívia mabel mabelle mable maca macaria macey maci macie
mackenzie macy madaline madalyn maddalena maddison madeleine madeline madelyn madelynn madge madie madilyn
madisen madisyn madonna madyson mae maegan maeve mafalda magali magda magdalen magdalena maggie magnolia
maguelone mahaut mahsa maia maica maida maiya maja majda makayla makenna makenzie malika malin malinda
mallaury mallie mallory malvina malwina mamata mamie manda mandy manon manuela mara marana marcela
marcelina marceline marcella marcelle marcia mare maren marena mareta margaret margareta margarete
margarett margaretta margarette margarita marge margherita margie margot margret marguerite mari maria
mariah mariam mariama mariana mariane marianna marianne maribel marica maricarmen marie mariela mariella
marielle marietta marija marika marilena marilie marilou marilyn marilyne marilú marina marine marinella
marinetta marion marisa marisol marit marita maritza marjolaine marjorie marjory marlee marlen marlena
marlene marlène marsha marta martha marthe martina martine martyna maruta mary maryam maryann maryjane
maryna maryse marzia maría masih massima mathilde matilda matilde mattie matylda maud maude maudie maura
maureen mauricette maurine mavis mawuena mawusi maxellende maxima maxine maya maybell maybelle maye maymie
mayra mayte mazie małgorzata maša mckayla mckenna mckenzie meagan meaghan meda medina meera megan megane
meggie meghan mehtap mei meike melania melanie melany melba melda melek melike melina melinda melis melisa
melissa melitina mellie melodi meltem melvina melyna melyssa menodora meral mercede mercedes meredith
merih meriç mertie merve meryem messalina meta mette mia mica micaela michaela michalina michela michelle
michiko michèle mikayla mila milana mildred milena milica milka milla millicent millie mima mimma min-ji
min-jung mina mindy mine minerva minervina minnie mira mirabela miranda miray mireille mirela mirella
mireya miriam mirka mirna mirta missouri misty mittie modesta modupe mofifoluwa moira mojisola mojisoluwa
mollie molly mona monica monika monique monserrat moradeke morayo morena morenike morgana morgane moriah
morolake mosunmola motunrayo moyosore mozelle moïsette muna muriel mya myah mylene mylène myra myriam
myrna myrtice myrtie myrtis myrtle mégane mélanie mélisande mélissa mélissandre mélodie mónica müge müjde
müjgan mısra nada nadia nadine nadzieja nadège naja nalan nancy nannie naomi naomie narcisa nasrin natalia
natalie natalina natalya natasha nataša nathalie natka natália nayeli naz nazan nazlı necla neda nedra
neha nehir neiva nela nelda neli nella nelle nellie nena neoma nera nerea nergis nesa nesrin nettie neva
nevena nevra ngoc ngozi nhung nia niamh nichole nicla nicole nicoletta nicolette nida nigar nihal nihan
nika nikki nila nilde nilgün nimakoah nina nine ninfa ninioluwa nirmala nisa nisan nives njeri noelia
noemi noemie noemy nokuthula nola nomvula nona noor nora norene noriko norina norma nour nova novella novi
noémie noëlle nuccia nunziata nur nural nuran nurgül nursel nuša nya nyah nyasia nükhet oceane octavia
océane odessa odetta odette odile odilia ofelia oksana okşan ola olajumoke olasunmbo olcay olena oleta
olga olimpia olinda oliva olivia oliviera oliwia ololade olufunke olufunmilayo oluwakemi olympe ombline
ombretta omobolanle omodunni omolabake omolara omosalewa omotara omotola omotoun omowumi ona ondina onesta
onorata onorina opal ophelia ophélie ora orchidea oreofe oriana oriande oriane orietta orla orlane ornella
orpha orsola orsolina ortensia osanna otilia ottilia ottilie oumou oya oyenike oyindasola ozanne ozella
padma paige pakize palladia palma palmazio palmira pam pamela pansy paola parisa parla pascale patricia
patrizia patrycja patsy patti pattie patty paula paule paulette paulina pauline pava pave pavica pearlie
pearline peggie peggy pelagia pelin pembe penelopa penelope penny peri perla perran perrine pervin petek
petra petronela petronilla philippine philomène phoebe phyllis pia piera pilar pinkie piraye placida
polissena polly pooja poppy porzia primerose prisca priscilla priscille priya proserpina prospera
prudenzia pulchérie puspita pécine pélagie pénélope pétronille pınar quartilla queenie quentine quieta
quintia quiteria quiéta rabia rachael rachel rachela rachele rachelle radeke rae raegan rafaela raffaella
rahime rahşan raina rainelda raisa rajna ramona rana randi rania raphaelle raphaëlle raquel ratna raven
raymonde reanna reba rebeca rebecca rebeka rebekah reem regina reina reine renata renee rengin renée
ressie reta retha retta reva reyhan reyna rezzan rhea rhianna rhiannon rhoda rhonda ria riana riccarda
rija rim rina rita roberta robyn rochelle rocio rocío roisin roksana rolande romana romane romilda romina
romola romy ronke rosa rosalee rosalia rosalie rosalind rosalinda rosalyn rosamond rosamunda rosana
rosanna roseline rosella roselyn rosemarie rosemary roser rosetta rosie rosina rosita roslyn rosmunda
rossana rossella rossie rowena roxana roxane roxanne rozalia rozella rozina rubie rubye rufina ruhsar ruta
ruth ruthe ruthie ruža ružica rylee ryleigh régine réjeanne róza róża rüya saba sabina sabine sabrina
sabryna sadie sadye safiya saige sakura sallie sally salma salomea salomey salomé samanta samantha samara
samira samona sana sanae sandra sandrine sandy sanem sanja sanne santa santina sara sarah sarai sari
sarina sasha saskia savanah savanna savina scarlett scolastica sebastiana seconda secondina seda sedef
seden sefora segilola seher selda selen selena selene selin selina selma selvaggia selvi sema semiramide
semra sena senay seo-yeon serafina serap seren serena serin serpil sertap seval sevda severa sevgi sevil
sevim sevinç sevtap seçil shaina shakira shana shanel shanelle shania shanie shaniya shanna shannon shanny
shany shari sharon shawna shaylee shayna sheila shelia shelley shelly sheri sherri sherry sheryl shireen
shirin shirley shreya shyann shyanne sibel sibilla sibyl sibylle sidonia sienna sigrid silje silvana
silvia simge similoluwa simisola simona simonetta sinead sinem siobhan siria sister siti sixtine skye
skyla smeralda smriti soave sofia sofie sofronia sofía solange soledad soline songül sonia sonja sonya
sophia sophie sowande speranza sri stacey stacy staša stefania stefanie stela stella stephania stephanie
stephany stéphanie subomi sue sumaya sunay sunita susan susana susanna susanne sushma susie suzan suzanne
suzon svetlana sveva swassane sybilla syble sydnee sydney sydni sydnie sylvia sylviane sylvie sylwia sára
ségolène séverine sıla tabita tabitha tacjana tahlia talia tamara tami tamia tammy tania tanya tara tarja
tarquinia tarsilla taryn tasa tasha tatiana tatum tatyana taya taziana tea tecla teja tekla telica teodata
teodolinda teodora teresa tereza teri terri tess tessa tessie teudosia tezer thalia thandiwe thaïs thea
thelma theodora theresa therese theresia thora thuli thuy théodora thérèse tia tiana tianna tiara tierra
tiffany tija tijana tina tiphaine titi titilayo tiziana tolulope toluwanimi tomasa tomoko tonija tonka
tonya tosca tracey traci tracy trasea tressa tressie treva tricia trisha trudie trycia tullia tunay turna
tutku tuğba twila tyra tülay tülin türkan ugolina uhra ulfa uliva ulrika ulus ulviye una unna ursula
ursule uygu vada vahide vala valentina valentine valera valeria valeriana valerie vali vallie valérie
vanda vanesa vanessa vanna veda vela velana velda velina vella velma velva vena venera veneranda venere
venusta vera verda verdiana verdie verena vergie veriana verica veridiana verla verlie verna vernice
verona veronica veronika verónica vesile vesna vesta vicdan vicenta vicki vickie vicky victoire victoria
vida viktoria vildan viliana vilma vincenza vinciane vinka viola violante violeta violette virgie virginie
vissia vita vittoria viva viviana viviane vivianne vivienne vuslat véronique walentyna waleria wambui
wanda wanesa wanjiku wava wendy weronika whitney wiara wiktoria wilhelmina wilhelmine willa willow wilma
winifred winnifred winona wirginia wuraola xavière xenia xiu yaa yadira yan yaprak yara yasmeen yasmin
yasmine yazmin yağmur yejide yekaterina yelda yeliz yesenia yessenia yetunde yewande yeşim ying yoko
yolanda yolande yonca yoshiko yosun ysaline yseult yuki yuko yulia yuriko yvette yvonne yıldız zabina
zahide zahra zainab zaira zama zanele zanita zara zaria zarina zdenka zdeslava zehra zekiye zelda zeliha
zelinda zella zelma zenobia zerrin zetta zeynep zhanna zina zita zlata zlatka zoe zoey zofia zoie zoila
zola zora zosima zoé zoéva zula zuzanna zühal zülal zümrüt ángela çağla çağıl çilay çiler çimen çise çisil
çiçek çişem çıgıl ève édith élia éliane élisabeth élise élodie éloïse éléonore émeline émilie émérance
émérencie évangéline évelyne öykü özge özlem özlen öznur ülfet ülkü ümmiye ümran ünsel ünseli đina đurda
łucja şebnem şelale şenay şengül şennur şermin şevval şeyda şeyma şiir şule żaneta
`;
const male = `
aaron abaco abay abayomi abbondanzio abbondio abdel abdiel abdon abdone abdoulaye abdul abdullah abe
abeiku abel abelardo abele abelin abenzio abibo abidin abiodun abiona abner abondance abraham abramio
abramo absalon abélard acace acacio acar acario accursio achaire achille acilio aciscolo acrisio acun
adalard adalardo adalbald adalbert adalberto adalbéron adalfredo adalgiso adalric adalrico adam adamo adan
addo adebayo adebiyi adebowale adedayo adedeji adegrin adekitan adekola adekunle adelardo adelbert
adelberto adelchi adeleke adelfo adelgardo adelin adelmo adelphe adem adenet adeniyi adeodato adeolu
adeoti aderopo adeshina adesoji adetayo adeyi adhémar adi adigun adil aditya adjutor adnân ado adolf
adolfo adolph adolphe adolphus adone adonis adrain adriaan adrian adriano adriel adrien adrione adrián
adán adéodat affan afi afolarin afro afşin agabio agamennone agapet agapito agathange agathon agaton
agazio agenore agesilao agilbert agnan agostino agrippa agrippin agus agustin agustín agâh ahmad ahmed
ahmet ahsen aiace aidan aidano aiden aimable aimone aimé ajala ajani akalp akanmu akeem akinkunmi akinlabi
akinwale akira aksel akwasi akwesi akın akıner alade aladino alain alamanno alamu alan alano alarico alban
albano alberico albert alberto albin albino alboino albrico albéric alceo alceste alcibiade alcide alcime
alcino alden aldo aldobrando aldonce aldric aleandro aleardo aleaume alec alejandro alek aleksander
aleksei aleksy aleramo alessandro alessio alex alexander alexandre alexandro alexei alexey alexzander alf
alfio alfonso alfonzo alford alfred alfredo algiso ali alican alighiero alişan alişir allan allen alliaume
almerigo almine almire almiro aloisio alonzo aloïs alp alparslan alpay alper alphan alphonse alphonso
alphée alpinien altan alton alvah alvaro alverède alviero alvin alvise alwar amabile amadeo amadou amalric
amandin amando amant amanzio amaranto amato amatore amauri ambrogio ambroise ambrose ambrosiano ambroży
amedeo amelio americo amerigo amico amiel amilcare amintore amir amit amleto ammâr amone amore amos amour
ampelio amédée amélien anacleto anastacio anastase anatol anatole anatoly ancelin andel andelo anders
anderson andoche andras andre andreas andrej andres andrew andriy andro andrzej andré andrés andy andéol
ange angelo angilbe angilran angoustan angus anibal anicet aniceto aniello anil anjolaoluwa ankit anko
annibal annibale ansaldo ansbert ansel anselme anselmo ansgary ansovino ant ante antek antelmo antero
anthelme anthony antide antimo antino antioco antoine anton antone antonello antoni antonin antonio antony
antun antwan antwon anwar anıl apollinaire apollinare apollinary apollo apuleio aquilin aquilino araldo
aratone arcade arcadio arch archambaud archibald archie archimede archippo arcibaldo arda ardito arduino
aresio argimiro argo arialdo arian ariberto aric ariel ariele arif ariosto aris aristarco ariste aristeo
aristide aristione aristo aristofane aristotele arjun arkadiusz arkady arlo armand armando armel armin
arminio arnaldo arnaud arne arno arnold arnoldo arnould arnulfo arolde aron aronne arrigo arseniusz arslan
arsène arthaud arthur arthème artur arturo arun arvel arvid arvind arystarch ascanio ascelin asdrubale
ashok ashton asif asil asimodeo assunto asterio astianatte asım ata atakan atalay ataleo atanasio atanazy
athanase athos atilla attila attilano attilio atıf auberto aubry audace audebert audouin audran auguste
augustin augusto augustus aurel aureliano aurelio aurian auro aurèle ausilio austen auxence averardo
avigdor avni avşar axel ayden aydın ayhan ayinde aykan aykut ayman aymard aymeric aymon ayodeji ayodele
aytaç aytuğ ayvaz azeglio azelio azer aziz azmi aşkın babasola babatunde babatunji babawale bacco baha
bahri bailey baldassarre balderico baldo baldomero baldovino baldwin balthazar baptiste barbarigo bardo
bardomiano barkın barlas barnaba barnabé barney barrett barry barsaba barsimeo bart bartholome barthélemy
bartimée bartolo bartolomeo barton bartu barın barış bashar basile basileo basilio bassiano bastiano
bastien battal battista batu batuhan batur baudouin baykal bayram bazyli beato beau bedir bedri behiç
behlül behram behzat behçet bekir bektaş bellino beltramo ben benedetto benedict benedikt benedykt
beniamin beniamino benigno benito benjamin benjamín bennett bennie benny benoît benton benvenuto bera
berardo berat berengario berk berkan berkay berkin bernard bernardo bernhard bernie beronico bert berti
bertoldo bertolfo bertram bertrand besim beşer beşir biagio bibiano bilal bilawal billy bilâl bindo bino
binyamin birino birol björn blaise blake bless bo bob bobby bohémond bon bonagiunta bonaldo bonaventura
bonavita bongani boniface bonifacio bonito bora boris borko bortolo borys bouchard boyd božidar brad
braden bradford bradley bradly brady braeden brain brajan brancaleone brando brandon brandt brandyn
brannon branson brant braulio braxton brayan brendan brenden brendon brennan brennon brent bret brett
briac brian brice brieuc brock broderick brody brooks bruce bruno bruto bryan bryant bryce brycen bryon
buck bud buddy budi buford bulut burak burhan burley buster buğra byron bâki bénigne béranger bérard
bülent błażej cade caden caesar cafer cahid caino caio calanico calcedonio cale caleb calixte callisto
callum calogero calvin camden cameron camillien camillo camren camron camélien can canalp candelario
candide candido caner cankan cantidio canziano caribert carl carles carleton carlo carloman carlos carlton
carmelo carmine caronte carponio casimer casimir casimiro casper cassiano cassien cassio casto cataldo
catullo cavid ceasar cecco cecil cecyliusz cedric cedrick cedrik celal celestino celil celso cem cemal
cemali cemil cenk cesar cesare cesario cevat ceyhun cezary cezmi chadd chadrick chaim charlemagne charles
charlie chauncey chaz cheikh cherubino chester chet chiaffredo childebert chilpéric chinedu chris christ
christian christodule christop christophe christopher chrysole chrysostome chrétien chukwuemeka ciaran
cicero cihad cihan cino cipriano cirano ciriaco cirillo cirino ciro civan clarence clarenzio clark claud
claude claudien claudio clay clayton cleandro clemens clement clemente cleonico cletus cleve cleveland
clifford clifton climaco clinio clint clinton clodomiro clodoveo clotaire clovis cloyd clyde cléandre
clément cléry coby cody colby cole coleman colin colins collin colmanno colmazio colombano colombo colt
colten colton columbus concetto concordio conner connor conor conrad constant constantin corbin corbiniano
cordell coreno corentin corey coriolano cormac cornelio cornelius cornell coronato corrado cortez corvin
cory cosimo cosma costante costantino costanzo coy coşkun craig crawford cremenzio crescente crescenzio
crespignano crispino cristaldo cristian cristiano cristián cristobal cristoforo cristopher cristóbal
crocefisso cullen cumhur cuniberto cupido curt curtis cyprien cyriaque cyril cyrille cyrus cyryl cândar
cédric célestin célien césaire césar côme cübeyr cüneyt daciano dacio dagoberto daisuke dale dallin
dalmazio dalton damaso dameon damian damiano damien damife damil damion damir damián damocle damon dan
dandre dane dangelo danial daniel daniele danilo danio danny dante darcy daren darien darin dario darion
darius dariusz darko darnell daron darrel darrell darren darrick darrin darrion darron darryl darwin daryl
dashawn dave davi david davide davin davino davion davon davonte davor davud dawid dawson dax dayne dayton
dağhan deangelo decimo declan dedric dedrick deepak deion dejon dejuan delbert delfino delmer delphin
demarco demarcus demario demetrio demetrius demetriusz demilade democrito demond demostene denis dennis
denys deodato deon deondre deontae deonte dereck derek derick deron derrick derviş deshaun deshawn
desiderato desiderio desmond destin devante deven devin devonte devran dewayne dewey dewitt dexter
diarmuid didier didimo diego dieudonné dikmen dildâr dillan dillon dimitri dino dinç dinçer diocleziano
diodoro diogene diomede dion dione dionigi dionisio dionizy direnç divo dmitri dmitry dmytro dock dodato
domenic domenick domenico domezio domingo dominic dominick dominik domiziano don donald donat donatello
donato donavon donnell donnie donny donát dorian doriano dorián doug douglas doyle doğan doğu drake dražen
duane duc duccio dudley duilio duje dujo duncan dung durante durmuş durodola durward dustin dwayne dwight
dylan dâver désiré dündar earl earnest easton eberardo ebuzer ecclesio ecehan ecevit ecmel ecvet edd eddie
ede edgar edgard edgardo edhem edilberto edison ediz edmond edmondo edmund edoardo eduard eduardo edvin
edward edwardo edwin efisio efken eflah efraim efrain efrem efren efsun egemen egeo egidio eginardo egisto
ehud einar eino ekmel eko ekow ekrem ekundayo eladio elbert eldon eldred eldridge eleazar eleuterio elgin
elian eliano elias eliasz eliezer elifio eligio elijah elio eliodoro eliseo elita elliot elliott ellsworth
elmer elmo elmore elogio eloy elpidio elroy elton elvezio elvino elvis elwin elwyn emanuel emanuele emced
emeka emerson emidio emil emile emilian emiliano emin emir emmanuel emmerico emmet emmett emmitt empirio
emrah emre ender endrigo enea enecone enes engin enguerrand enis ennio enoch enos enrico enrique ensar
enver enzo eoin ephraim eraclide eraldo eralp erardo erasmo erast eray erberk erberto ercan ercolano
ercole erda erdal erdem erdinç erel eren erenia ergin ergün erhan eriberto eric erich erick erico erik
erkâm erkân erling erman ermanno ermenegildo ermes ermete ermilo erminio ernest ernesto ernie erol eros
ersin ertan ervin erwin erçin erşan esat esaù esteban estevan esuperio esupofo eterie ethan ethem ettore
eubert euclide eudes eudoxe eufebio eufemio eufronio eugen eugene eugenio eugeniusz eugène eusebio euseo
eustache eustorgio eustosio eustracjusz eusèbe eutalio evaldo evan evandro evans evaristo evasio everardo
everett everette evert evgeny evidio evodio evran evremondo evren ewald ewell eymen eyüp ezechiele ezekiel
ezequiel ezio ezra ezrak eşref fabian fabiano fabien fabio fabrice fabrizio fadıl fahad fahri faik faisal
falba famiano fantin faris faruk fasih fatih fatin faustino fausto favian faysal fazio fazlı fazıl feda
fedai fedele federico fedro fehmi felice feliciano feliks felipe felix felton ferdi ferdinand ferdinando
fergus ferhan ferhat ferit ferman fermiano fermin fermo fernando ferruccio ferruh festo fevzi feyyaz
fiacre fidel fidenziano fidenzio fidèle fiifi fikret fikri filemon filiberto filip filippo filomeno finley
finn finnley fiorenziano fiorenzo firmin flaviano flavien flavio fleano fletcher flodoard florencio
florent florentin florestan florian floriano floyd folco folu forrest fortunato fortuné fosco foster
foulques francesco francis francisco francisque franciszek franco franjo frank frankie franklin franz
françois fred freddie freddy frederic frederick frederik fredrick fredrik fredy freeman frido friedrich
fritz frontiniano fryderyk frédéric fuat fulbert fulberto fulcran fulgence fulgenzio fulvio fumio furio
furkân furman furseo fuscolo fuzuli fynn fâlih félicité félix gabe gabin gabino gabriel gabriele gael
gaetano gaffar gage gaglioffo gaio gaj galdino galeazzo galfryd galileo gallicano gandolfo gardner garett
garfield garimberto garland garnier garret garrett garrick garrison garry garth gary gaspar gaspard
gaspare gaston gastone gatien gaud gaudenzio gaudino gautier gautiero gavin gavino gazi gaël gašpar
gbadebo gbolahan gbowoade gedeon gedeone geminiano gencer general generoso genesio gennady gennaro gentile
genziano geo geoffrey geoffroy georg george georges geovanni geovanny geovany gerald gerard gerardo
gerasimo gerazym gerbert geremia gerhard gerino germain german germano germán gerolamo geronimo geronzio
gerrit gerry gerson gervais gervasio gesualdo gherardo ghislain giacinto giacobbe giacomo giadero
giambattista gianbattista giancarlo giandomenico gianfranco gianluca gianluigi gianmarco gianmaria
gianmario gianni gianpaolo gianpiero gianpietro gianuario giasone gideon gilbert gilberto gildo giles
gilles gillo gineto gino gioacchino giobbe gioberto giocondo gioele giona gionata giordano giorgio
giosuele giosuè giotto giovani giovanni giovanny giove gioventino giovenzio girardo girart giray girolamo
gislebert giuda giuliano giulio giuseppe giustiniano giusto glauco glen glenn godfrey goffredo golia
gomberto gondebaud gondulfo gonerio gonsalwy gonthier gontran gonzaga gonzague gonzalo gopal goran gordan
gordiano gordon gosto gottardo graciliano grady graham granville grato grayson graziano green greg gregg
gregorio gregory greyson grga grgo grgur griffin grimaldo grover grzegorz grégoire gualberto gualtiero
guelfo guerrino guglielmo gui guiberto guido guillaume guillermo guiscardo guiseppe gumesindo gunnar
gunner gus gust gustav gustave gustavo guyot guérin gwido gédéon gérard géraud gökalp gökmen gönenç göngör
görkem gülhan gürbüz gürdal gürhan gürkan gürol gürsel gıyas habbab habib habil hacib hafi hafid hafız
haider hakan hakem haki hakkı hal haldun halil halim halit haluk hamdi hamed hami hamid hamish hamit
hammâd hamza hanefi hank hannes hans hao harald hardouin hardy hari harmon harold harrison harry harun
harvey hasan haseki hasibi hasin haskell hassan hatip hattâb hayali hayati haydar hayden hazar hazım haşim
haşmet heath heber hector helmer henderson hendrik henri henrik henry henryk herbert herluin herman
hermann hermenegildo herminio hernán hershel hervé hicabi hieronim hikmet hilaire hilario hilarion hilary
hilbert hildebert hillard hilmi hilton himmet hincmar hipolit hipolito hiram hiroshi hişam hobart holden
homer homero honoré horace horacio horacy hosea hossein howard howell hoyt hrvoj hrvoje hubert hud hudson
hugh hugo hugues hulki hulusi humberto hung hurşit hussein hyman hâdi hâlis hâtem hédelin hélier hüccet
hüdayi hüma hürkan hüsnü hüsrev hıfzı hızır iacopo iacopone iago ian ibidapo ibrahim ibrahima icaro icilio
ico ido ige iginio igino ignacio ignacy ignatius ignazio igor ike ikenna ikeoluwa ilario ildebrando
ildefonso ilias ilija ilja ilko illidio illuminato ilyas immacolato immanuel imran indra indro inioluwa
innocent innocente innocenty innocenzo ino iorio ippocrate ippolito ireneo ireneusz irvin irving irwin
isaac isac isacco isadore isai isaia isaiah isaias isak ischirione iseoluwa ishola isidore isidoro isidro
ismael ismaele ismail isom issac italo itri ivan ivano ivanoe ivar ive ivek ivo ivone iván izaak izaiah
izajasz izydor işıner i̇dris i̇hsan i̇hvan i̇lbey i̇lhan i̇lkay i̇lker i̇lyas i̇rfan i̇smet i̇zzet jabari
jabulani jace jacinto jack jacob jacobo jacobus jacques jadon jadran jadro jae-in jae-myung jaime jairo
jake jakob jakov jakub jaleel jalen jalon jamaal jamal jamar jamarcus jamel james jameson jamie jamil
jamir jamison janick janko janusz japhet jaquan jared jaren jari jarod jaron jarred jarrell jarret
jarrett jarrod jarvis jasen jason jasper javad javier javon javonte jayce jayden jaydon jaylen jaylon
jayson jeannel jeannot jed jedediah jedidiah jeff jefferey jeffery jeffrey jeffry jens jeppe jerad jerald
jeramie jeramy jerel jeremi jeremiah jeremiasz jeremie jeremy jermain jermaine jermey jerod jerome jeromy
jerrell jerrod jerrold jerry jerzy jerónimo jesper jesse jesus jesús jett jevon jian jim jimmie jimmy
joachim joakim joaquin joaquín job joe joel joesph joey johan johann johannes johathan john johnathan
johnathon johnnie johnny johnpaul johnson joko jomo jon jonas jonatan jonathan jonathon jong-un joojo
joon-ho joost jordi jordon jordy jorge joris jose josef josep joseph josh joshua joshuah josiah josip joso
josse josselin josue josé jourdain jovan jovani jovanny jovany jozue joël joško joža jože juan juda judah
judd jude judicaël judson jules julian julien julio julius juliusz jun junichiro junior junius juste
justen justin juston justus justyn juvenal juwan juwon jérémie jérôme józef jørgen kaan kabil kade kadem
kaden kadin kadir kadı kai kaj kale kaleb kalistrat kamal kamau kamber kameron kamran kamren kamron kane
kareem karim karl karol karthik kasper kasım kavon kazimierz kağan keagan keanu keaton keegan keenan keith
keji keleş kellen kelton kelvin kemâl ken kenan kendrick kenji kenneth kennith kenny kent kenta kenton
kenyon keon kerami kerem kerim keshaun keshawn keven kevin kevon keyon keyshawn keşşaf khaled khalid
khalil kian kiel kieran kip kipchoge kirk kjell klaas klarencjusz klaudiusz klemens kobe koby kody kofi
kojo kolawole kolby kole konrad konstantin konstanty konstantyn koray korbin korede korey korkut kornel
korneli korneliusz kory kraig krishna kristian kristofer kristoffer kristopher kruno krystian krzysztof
ksawery ksenofont kubat kujoe kurt kurtis kwabena kwadwo kwaku kwame kwamena kwasi kweku kwesi kwintyn
kyle kyler kâmil kâzım köksal kürşad lachlan ladarius ladislao ladislau ladislav lafayette lamar lambert
lamberto lamih lamont lance lancilotto landen landolfo landry lanfranco lapo laron larry lars lasse latif
laurencjusz laurens laurent laurentino laurenty lauriano lautone lavinio lawrence lawson lazare lazaro
lazzaro leander leandro lei leif leke leland lemuel len lenn lennart lennox lenny leo leon leonard
leonardo leone leonel leonid leonio leonzio leopardo leopold leopoldo lere leroy lester letterio leu
leufroy lev levent levi lew lewis li-ming liam liberato liberatore liberio libero liberto liborio libère
lidio lieto lino linus linwood lionel lisandro livino livio liétald llewellyn lloyd lodovico logan lon
longin lonnie lonny lonzo loreno lorenz lorenzo loris lorrain lothaire louie louis loup lowell loïc luc
lucas lucian luciano lucien lucio lucious lucius lucjan ludano ludolphe ludovic ludovico ludwig ludwik
luigi luis luka lukas luke luther lyle léandre léon léonard léopold lütfi maad mac macaire macario
maccabeo mack mads maffeo maggiorino magno magnus mahir mahmoud mahmud mahmut mahzun maiorico majid makary
makoto maksim maksud maksym maksymilian malachi malco malcolm malik malo mamadou mamante mamert manassé
mancio mandla manetto manfredo manilio manley manlio manoj mansueto mansur manuel manuele marc marceau
marcel marceli marcelin marcelino marcello marcellus marcelo marciano marcin marco marcos marcus marek
mariano marin marino marius marko markus marlon marolo marques marquis marquise marshall martial martin
martino marty martín marvin marzio massimiliano massimo matan mate matej mateo mateusz mathew mathias
mathis mathurin matija matko mato matroniano mats matt matteo matthew matthias matthieu matti mattia
maugis maurice mauricio maurilio maurizio mauro maurycy max maxence maxim maximilian maximilien
maximillian maximo maximus maxwell mayeul maynard mazhar medardo medoro mehdi mehmet mekhi melanio
melchiade melchior melchiorre melezio melih melvin memduh menardo mence menelao meneo mennone mercurio
merlin mert mervin mestan mesut mete metello metin metrofane mevlut mevlüt micah michael michaël michał
micheal michel michelangelo mick miguel mihael mikael mike mikel mikhail mikkel mikołaj milan mile miles
milford milivoj milo milton mimo min-ho minervino ming minh mir miran miraç mirco mirko miro mirocleto
miron mirza misael misaele misbah mislav mitchel mitchell mithat mladen modest modesto mohamed mohammad
mohammed mohan moises mojżesz monaldo monitore monte monty moreno morgan morris morten mortimer morton
mose moses moshe mosè moussa moïse muaz muhammad muhammed muhsin muhtar murat murray musa muslih mustafa
muziano mwangi mykola myles myron médéric mérovée müfid müjdat mümtaz münir müren müzdad müşir nabi naci
nadi nadir nafiz naftali nahid nahil nail naim namazio name namık napoleon napoleone narcis narciso
narcisse narendra narseo narsete nash nasir nasrullah nasser nat natale natan natanael nate nathan
nathanael nathanaël nathanial nathaniel nathen naudet nawaz nazario nazariusz nazary nazif nazmi nazzareno
nazzaro nazım neal necat necati necdet necib ned nedim neil nejat nels nelson neopolo neoterio nereo neri
nesim nestor nestore neven nevzat newell newton neşet niall nicarete nicea niceforo niceto nicezio
nicholas nicholaus nick nicklaus nickolas nico nicodemo nicolas nicolás nicolò nicéphore niels nigel nihat
nikko niklas niko nikodem nikolai nikolas nikolay nils niniano nino niyazi niyilolawa njoroge noah noble
noe noel nolan norbert norberto norman normand norris norval norwood nostriano noè noé noël numan nunzio
nusret néhémie oba obie obinna ochieng octave octavio oddone odell oderico odidone odilon odin odon
odorico oger ogooluwa oisin okan oke okey oktay oladare oladimeji olaf olakunle olanrewaju olansile ole
oleg oleksandr oleksii olen olin olindo oliver olivier oliviero oliwier olumorotimi olusegun oluwafemi
oluwagbemiga oluwamuyiwa oluwasanmi oluwasegun oluwaseun oluwole omar omari omer omero omobobola omotayo
onesto onofrio onorino onorio onufry onur oral oran orazio oren orenzio oreste orestes orfeo orhan orin
orio orion orland orlo oronzo orrin orsino orso ortensio orval orville osbaldo osborne oscar oskar osman
osmondo osmund osunleke osvaldo oswald oswaldo otello otha otho otieno otis ottaviano ottavio ottis otto
ottone oury ousmane ovidio owen ozan ozren oğuz pablo paciano pacifico pacomio pacôme padraig palatino
palladio palémon pammachio pancario pancrazio panfilo pankracy pantaleo pantaleon pantaleone paolo pardo
parfait paride parmenio pascal pasquale paterne paterniano patrice patricio patrick patrik patrizio
patroclo patrycjusz patrycy patryk paul pauside pavel paweł pedro peleo pellegrino pepo per perceval
percival percy pericle pero perry perseo pertev perver pervez petar pete peter petr petro petronio peyami
phil philibert philip philippe phillip philémon pie pierangelo pierce piergiorgio pierluigi piermarco
piero pierre pierrick piersilvio pieter pietro pio piotr pippo pius placido platon platone plinio plutarco
polidoro polifemo polikarp pollione pompeo pomponio ponziano ponzio porfirio porfiriusz porfiry porziano
postumio prabowo prassede preston priamo primo prisco privato procopio prokles prokop prokul promise
prosper prospero protasio proteo prudenzio publio pupolo pusicio pyotr pépin pío qiang quarto quasimodo
quentin querano quincy quinten quintiliano quintilio quintino quinton quinziano quinzio quirino rachid
raci radolfo rafael rafał rafet raffaele rafid raheem rahim rahsaan rahul raide raif raila raimondo
rainaldo rajesh rajiv rajmund rajnold rakıp ralph ramesh ramiro ramiz ramon ramzan ramón randal randall
randolf randolph randy raniero ranolfo ransom raoul raphael raphaël rashad rashawn rasheed rashid rasim
rasmus rauf raul ravi rayan raymond raymundo raúl raşit recai recep reece refah refet refik reggie
reginald reginaldo regolo reha reid reinhold reis remigio remington remo remondo remus remzi renato renaud
rene renzo rené respicio resûl resül reuben rex rey reybaud reyes reymundo reynold reza reşat rhett
ricardo ricario riccardo richard richelmo richie richmond rick rickey ricky rico rifat rigoberto riley
rinaldo rino robaldo robb robert roberto robi rocco roch rocky rod roderick roderyk rodger rodiano rodney
rodolfo rodolphe rodrick rodrigo rodrigue roel rogelio roger rogers rohan roko roland rolando rolf rolfo
rollin romain roman romano romeo romero romoaldo romolo romuald romualdo romulus roméo ron ronald ronaldo
ronan ronnie ronny roosevelt rory roscoe roselin rosendo ross rowland roy royce ruben rubiano rubén rudolf
rudolph rudy rufino rufo rufus ruggero rupert ruperto ruslan russ russel russell rusty rutilo ryan ryder
rylan ryszard régis réjean rémi rüçhan rüştü rıdvan rıfat rıfkı rıza sabato sabazio sabele sabri sacid
sadi sadri sadık saeed saffet saffiro saffo said saim saladino salih salim salman salomon salomone salomè
salustio salvador salvatore salvo salwator sam samed sami samih samim samir samson samuel samuele sancho
sander sandro sanford sanjay sanjin sansone sante santiago santino santo santos sapiente sarbello satoshi
saturniano saturnino saul sauveur savaş saverio savin savinien savino savion scot scott scotty seamus sean
sebastian sebastiano secondiano secondo sedat sedrick sefer selami selim selmer selçuk semih semplicio
sempronio senesio senofonte seok-youl serafin serafino serapione serge sergei sergen sergey sergi sergio
sergiusz serhat serhiy sermet sertaç server servidio serviliano sesto seth settar settimio settimo
severiano severino severo seweryn seydou seye seyfi seyyit seçkin shad shahbaz shane shaun shawn shekoni
sheldon shemar sherman sherwood shigeru shimon shinzo sico sicuro sid sidoine sidonio sigebert sigfrido
sigismond sigismondo sigmund sigurd sijuade silas silvan silvano silverio silvestro silvio silvère sim
simeon simeone simon sinan sinesio sinfronio sipho sireno siriano siricio sirio siro sisto sixte slavek
slaven slavko soccorso socrate solocone solon sonny sostene sosteneo sostrato spano spartaco spencer
speranzio spirydion srećko stan stanford stanislao stanislas stanisław stanko stanley stanton stefan
stefano stephan stephen stephon sterling steve steven stewart stig stiliano stipan stipe stiriaco stuart
stéphane suat subhi sudi sung-min sunil surano suresh sururi surya susilo svebor sven sviturno sylvain
sylvan sylvester sylvestre sylwester szczepan szymon sâkıp sébastien séraphin séverin süheyl sıdkı sırrı
tad taddeo tade tahir tahsin taib taide takashi talat talay talha talip talon tamer tammaro tancredi
tancrède taner tanguy tanju tanner taras tarcisio tarek tariq tarkan taro tarso tarık tate taurean taurin
tavares tayfun tayyar tayyip taziano tazio taşkın ted tekin telchide telemaco temel temidayo temistocle
teobaldo teodor teodoro teodosio teodoto teofil teogene teoman terence terencjusz terenzio terrance
terrell terrence terrill terry terzo tesauro tesifonte tevfik tevhid tevin tezcan tezel thabo thad
thaddeus themba theo theodor theodore theron thibault thibert thierry thomas thurman théodore théodose
théophile théophraste tibaldo tiberio tibor tiburzio ticone tillman tim timmothy timmy timo timoléon timon
timoteo timothy timothée timur tirone titien tito titus tiziano tizio tobia tobias tobiasz tobin toby tod
todd toki tokunbo tolga tolomeo tom toma tomas tomasz tome tomislav tommaso tommie tommy tomo tomori tomás
tone toney tonko tonnin tony tonči torquato torrance torrey tosco toussaint trace trajan tranquillo travis
travon tre tremaine tremayne trent trenton trever trevion trevor trey tristan tristano tristian triston
troy trpko trystan tuan tufan tugay tuhfe tulliano tullio tunç tunçer turan turgay turgut turi turibio
turner turold tussio tuğrul tvrtko tymoteusz tyree tyreek tyrel tyrell tyrese tyrique tyrone tyshawn tyson
tümer türkay türker türkeş tınas ubaldo ubertino uberto uche ufuk ugo ugolino uguccione uhuru ukbe ulberto
ulderico ulfo ulices ulises ulisse ulpiano ulrico ulstano ultimo ulvi ulysse umar umberto umile umur umut
uranio urbain urbano urdino uriah uriel uriele ursicio ursino ursmaro usame uğur vahdet vahid vahâ
valdemar valente valentin valentino valeriano valerico valerio valery valfredo valfrido valid valtena
valter valère valéry vance vanja varo vasco vaughn vecdi vedasto vedat vedran vefa vefik vehbi veli velio
venance venanzio venceslao venceslas venerando venerio ventura venustiano venusto verano verecondo
verenzio vern verner vernon verulo vespasiano veysel veysi vezio vianney vicente victor victorien victorin
vidal vidiano vidone viggo vigile vijay vijeko vikram viktor vilfredo viliberto vince vincent vincenzo
vindonio vinebaldo vinfrido vinicio vinnie virgil virgilio virginio virone viscardo vital vitale vitali
vitalico vitaliy vito vittore vittoriano vittorio vivaldo viviano vladek vladimir vladimiro vladislav
vlado vlatko vodingo volfango volkan volodymyr vulmaro vulpiano vyacheslav víctor wacław wade waino waldo
waleed walenty walentyn waleran walerian walery walgierz walid walker wallace walter walton wandrille ward
warren watson wawrzyniec waylon wayne webster wei weldon wellington wendell werner wesley wessel westley
weston wiktor wilber wilbert wilbur wilburn wiley wilford wilfred wilfredo wilfrid wilfryd wilhelm willard
willem william willie willis willy wilmer wilson wilton wincenty winfield winston witalis woodrow wyatt
wyman władysław włodzimierz xander xaver xavier xi xzavier xénophon yahya yair yalgın yalçın yaman yannick
yaroslav yasin yavuz yaw yağız yaşar yekta yener yetkin yevgeny yitzhak yiğit yoann yoshihide yousef
youssef yunus yuri yury yusuf yves yüce yücel yüksel yümni yılmaz zabedeo zac zaccaria zaccheo zachariah
zachariasz zacharie zachary zachery zaché zack zackary zackery zafer zakary zamir zander zane zanobi zayd
zdenko zechariah zefiro zekai zenaide zenebio zeno zenobio zenone zetico zeyd zeynel zihnî ziver ziya
ziyad ziyâd zoilo zoltan zoltán zosimo zrinko zygmunt zâfir zâhit zéphirin zübeyr ábel ángel áron âmir
çağan çağdaş çağlar çağrı çelen çelik çetin édouard éleuthère élie élisée élzéar émeric émile épiphane
éric étienne évariste évrard óscar ömer önder özcan özer özgür özhan özkan ülgen ümit ünal üzeyir časlav
łazarz łukasz şaban şadan şahap şahin şakir şamil şarani şayan şefik şemsi şener şenol şeref şerif şevket
şevki şeyban şihab şinasi şir şâfi şükrü štef željko
`;
/** Names that are everyday words too: they tell a gender, but no name by themselves. */
const femaleWords =
  'april may june dawn grace faith hope joy charity prudence virginia carolina georgia savannah madison rose lily ruby jade pearl amber crystal ginger heather holly ivy olive violet iris daisy melody mercy destiny serenity harmony blessing precious';
const maleWords =
  'mark will bill grant rob art gene rich drew chase chance dean august austin dallas chad carter tyler mason cooper hunter lincoln jefferson ray jay guy reed ford israel luca king duke miles wade';

const genders = new Map<string, 'female' | 'male'>();
for (const name of female.trim().split(/\s+/)) genders.set(name, 'female');
for (const name of male.trim().split(/\s+/)) genders.set(name, 'male');

const wordy = new Map<string, 'female' | 'male'>();
for (const name of femaleWords.split(' ')) wordy.set(name, 'female');
for (const name of maleWords.split(' ')) wordy.set(name, 'male');

/** @returns null for a name that is not known or fits both */
export function genderOfFirstName(name: string): 'female' | 'male' | null {
  return genders.get(name.toLowerCase()) ?? wordy.get(name.toLowerCase()) ?? null;
}

export const isFirstName = (name: string): boolean => genders.has(name.toLowerCase());
