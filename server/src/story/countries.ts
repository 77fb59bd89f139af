/**
 * Countries with what news copy calls their governments: country names; adjectives; the capital and the seat of
 * government, each standing for the government ("Paris", "the Kremlin"). One line each, columns parted by `|`,
 * alternatives by `/`.
 */
const table = `
afghanistan|afghan|kabul|
albania|albanian|tirana|
algeria|algerian|algiers|
angola|angolan|luanda|
argentina|argentine/argentinian|buenos aires|casa rosada
armenia|armenian|yerevan|
australia|australian|canberra|
austria|austrian|vienna|
azerbaijan|azerbaijani/azeri|baku|
bahrain|bahraini|manama|
bangladesh|bangladeshi|dhaka|
belarus|belarusian|minsk|
belgium|belgian||
bolivia|bolivian|la paz|
bosnia/bosnia and herzegovina|bosnian|sarajevo|
brazil|brazilian|brasilia|planalto
britain/uk/u.k./united kingdom/great britain|british/uk/u.k.|london|downing street/10 downing street/number 10/no 10/no. 10/whitehall
bulgaria|bulgarian|sofia|
burkina faso|burkinabe|ouagadougou|
cambodia|cambodian|phnom penh|
cameroon|cameroonian|yaounde|
canada|canadian|ottawa|
chile|chilean|santiago|la moneda
china/people's republic of china|chinese|beijing|zhongnanhai
colombia|colombian|bogota|casa de narino
congo/drc/democratic republic of congo|congolese|kinshasa|
costa rica|costa rican|san jose|
croatia|croatian|zagreb|
cuba|cuban|havana|
cyprus|cypriot|nicosia|
czech republic/czechia|czech|prague|
denmark|danish|copenhagen|
ecuador|ecuadorean/ecuadorian|quito|
egypt|egyptian|cairo|
el salvador|salvadoran|san salvador|
eritrea|eritrean|asmara|
estonia|estonian|tallinn|
ethiopia|ethiopian|addis ababa|
european union/eu/e.u.|eu/e.u.|brussels|
finland|finnish|helsinki|
france|french|paris|elysee/elysee palace
georgia|georgian|tbilisi|
germany|german|berlin|chancellery
ghana|ghanaian|accra|
greece|greek|athens|
guatemala|guatemalan|guatemala city|
haiti|haitian|port-au-prince|
honduras|honduran|tegucigalpa|
hungary|hungarian|budapest|
iceland|icelandic|reykjavik|
india|indian|new delhi/delhi|
indonesia|indonesian|jakarta|
iran|iranian|tehran|
iraq|iraqi|baghdad|
ireland|irish|dublin|
israel|israeli|jerusalem|
italy|italian|rome|palazzo chigi
ivory coast|ivorian|abidjan/yamoussoukro|
jamaica|jamaican|kingston|
japan|japanese|tokyo|
jordan|jordanian|amman|
kazakhstan|kazakh|astana|
kenya|kenyan|nairobi|
kosovo|kosovar|pristina|
kuwait|kuwaiti|kuwait city|
laos|laotian/lao|vientiane|
latvia|latvian|riga|
lebanon|lebanese|beirut|
libya|libyan|tripoli|
lithuania|lithuanian|vilnius|
luxembourg|luxembourgish||
malaysia|malaysian|kuala lumpur/putrajaya|
mali|malian|bamako|
malta|maltese|valletta|
mexico|mexican|mexico city|los pinos
moldova|moldovan|chisinau|
mongolia|mongolian|ulaanbaatar|
montenegro|montenegrin|podgorica|
morocco|moroccan|rabat|
mozambique|mozambican|maputo|
myanmar/burma|burmese|naypyidaw/naypyitaw|
nepal|nepali/nepalese|kathmandu|
netherlands|dutch|the hague|
new zealand|new zealand|wellington|beehive
nicaragua|nicaraguan|managua|
niger|nigerien|niamey|
nigeria|nigerian|abuja|aso rock
north korea|north korean|pyongyang|
north macedonia/macedonia|macedonian|skopje|
norway|norwegian|oslo|
oman|omani|muscat|
pakistan|pakistani|islamabad|
panama|panamanian|panama city|
paraguay|paraguayan|asuncion|
peru|peruvian|lima|
philippines|philippine/filipino|manila|malacanang/malacanang palace
poland|polish|warsaw|
portugal|portuguese|lisbon|
qatar|qatari|doha|
romania|romanian|bucharest|
russia/russian federation|russian|moscow|kremlin
rwanda|rwandan|kigali|
saudi arabia|saudi/saudi arabian|riyadh|
senegal|senegalese|dakar|
serbia|serbian|belgrade|
singapore|singaporean||
slovakia|slovak|bratislava|
slovenia|slovenian|ljubljana|
somalia|somali|mogadishu|
south africa|south african|pretoria|union buildings
south korea|south korean|seoul|blue house
south sudan|south sudanese|juba|
spain|spanish|madrid|moncloa
sri lanka|sri lankan|colombo|
sudan|sudanese|khartoum|
sweden|swedish|stockholm|
switzerland|swiss|bern|
syria|syrian|damascus|
taiwan|taiwanese|taipei|
tanzania|tanzanian|dodoma|
thailand|thai|bangkok|
tunisia|tunisian|tunis|
turkey/turkiye|turkish|ankara|
uganda|ugandan|kampala|
ukraine|ukrainian|kyiv/kiev|bankova
united arab emirates/uae|emirati|abu dhabi|
united states/us/u.s./usa/u.s.a./america/united states of america|american/us/u.s.|washington|white house
uruguay|uruguayan|montevideo|
uzbekistan|uzbek|tashkent|
vatican/vatican city|vatican|holy see|vatican
venezuela|venezuelan|caracas|miraflores/miraflores palace
vietnam|vietnamese|hanoi|
yemen|yemeni|sanaa|
zambia|zambian|lusaka|
zimbabwe|zimbabwean|harare|`;

/** How plainly a name stands for a government: its seat, its capital, the country. */
export type GovernmentName = 'seat' | 'capital' | 'country';

/** What each name of a government stands for, by its lower-case words. */
export const governmentNames = new Map<string, {readonly country: string; readonly as: GovernmentName}>();
/** Country of each adjective and of each country name, by lower-case words. */
export const countryOf = new Map<string, string>();

for (const line of table.trim().split('\n')) {
  const [names = [], adjectives = [], capitals = [], seats = []] = line
    .split('|')
    .map((column) => column.split('/').filter(Boolean));
  const country = names[0] as string;
  for (const adjective of adjectives) countryOf.set(adjective, country);
  for (const name of names) {
    countryOf.set(name, country);
    governmentNames.set(name, {country, as: 'country'});
  }
  for (const name of capitals) governmentNames.set(name, {country, as: 'capital'});
  for (const name of seats) governmentNames.set(name, {country, as: 'seat'});
}
