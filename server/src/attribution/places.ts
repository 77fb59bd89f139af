/** Places and nationalities: "French" tells whose official somebody is, "Paris" speaks for a government. */

const words = (text: string): readonly string[] => text.trim().split(/\s*\|\s*/);

/** Countries and territories with their nationality: name, then adjectives. */
const nations = words(`
Afghanistan Afghan|Albania Albanian|Algeria Algerian|Angola Angolan|Argentina Argentine Argentinian|Armenia Armenian
|Australia Australian|Austria Austrian|Azerbaijan Azerbaijani Azeri|Bahrain Bahraini|Bangladesh Bangladeshi|Barbados Barbadian
|Belarus Belarusian|Belgium Belgian|Benin Beninese|Bolivia Bolivian|Bosnia Bosnian|Botswana Botswanan|Brazil Brazilian
|Britain British|Bulgaria Bulgarian|Burundi Burundian|Cambodia Cambodian|Cameroon Cameroonian|Canada Canadian|Chad Chadian
|Chile Chilean|China Chinese|Colombia Colombian|Congo Congolese|Croatia Croatian Croat|Cuba Cuban|Cyprus Cypriot
|Czechia Czech|Denmark Danish|Ecuador Ecuadorean Ecuadorian|Egypt Egyptian|England English|Eritrea Eritrean|Estonia Estonian
|Ethiopia Ethiopian|Fiji Fijian|Finland Finnish|France French|Gabon Gabonese|Gambia Gambian|Georgia Georgian|Germany German
|Ghana Ghanaian|Greece Greek|Guatemala Guatemalan|Guinea Guinean|Guyana Guyanese|Haiti Haitian|Honduras Honduran
|Hungary Hungarian|Iceland Icelandic|India Indian|Indonesia Indonesian|Iran Iranian|Iraq Iraqi|Ireland Irish|Israel Israeli
|Italy Italian|Jamaica Jamaican|Japan Japanese|Jordan Jordanian|Kazakhstan Kazakh|Kenya Kenyan|Kosovo Kosovar|Kuwait Kuwaiti
|Kyrgyzstan Kyrgyz|Laos Laotian|Latvia Latvian|Lebanon Lebanese|Liberia Liberian|Libya Libyan|Lithuania Lithuanian
|Madagascar Malagasy|Malawi Malawian|Malaysia Malaysian|Mali Malian|Malta Maltese|Mauritania Mauritanian|Mexico Mexican
|Moldova Moldovan|Mongolia Mongolian|Montenegro Montenegrin|Morocco Moroccan|Mozambique Mozambican|Myanmar Burmese
|Namibia Namibian|Nepal Nepali Nepalese|Netherlands Dutch|Nicaragua Nicaraguan|Niger Nigerien|Nigeria Nigerian
|Norway Norwegian|Oman Omani|Pakistan Pakistani|Palestine Palestinian|Panama Panamanian|Paraguay Paraguayan|Peru Peruvian
|Philippines Philippine Filipino|Poland Polish|Portugal Portuguese|Qatar Qatari|Romania Romanian|Russia Russian|Rwanda Rwandan
|Samoa Samoan|Scotland Scottish|Senegal Senegalese|Serbia Serbian Serb|Singapore Singaporean|Slovakia Slovak
|Slovenia Slovenian|Somalia Somali|Spain Spanish|Sudan Sudanese|Sweden Swedish|Switzerland Swiss|Syria Syrian
|Taiwan Taiwanese|Tajikistan Tajik|Tanzania Tanzanian|Thailand Thai|Togo Togolese|Tunisia Tunisian|Turkey Turkish
|Turkmenistan Turkmen|Uganda Ugandan|Ukraine Ukrainian|Uruguay Uruguayan|Uzbekistan Uzbek|Venezuela Venezuelan
|Vietnam Vietnamese|Wales Welsh|Yemen Yemeni|Zambia Zambian|Zimbabwe Zimbabwean|Europe European|Africa African|Asia Asian
|America American|Catalonia Catalan|Chechnya Chechen|Crimea Crimean|Tibet Tibetan|Kashmir Kashmiri|Kurdistan Kurdish
|Greenland Greenlandic|Quebec Quebecois|Bavaria Bavarian|Sicily Sicilian|Flanders Flemish|Arabia Arab|Cyprus Cypriot`);

/** Adjectives that say whose side or part of the world, with no country to them. */
const others = words(
  'Western|Eastern|Northern|Southern|Central|Gulf|Nordic|Baltic|Balkan|Latin|Scandinavian|Caribbean|Soviet|Zionist|Islamic|' +
    'Kremlin|Pentagon|Republican|Democratic|Conservative|Labour|Tory|Liberal|Libertarian|NATO|EU|UN|U.N.|E.U.|US|U.S.|UK|U.K.|UAE|Saudi|' +
    'Hamas|Hezbollah|Taliban|Houthi|Allied|federal|state|local|regional|municipal|provincial|city|county|national|government|' +
    'administration|military|police|intelligence|security|election|union|party|campaign|company|bank|hospital|school|council|' +
    'court|prison|port|customs|border|health|transport|defence|defense|finance|trade|interior|foreign|justice|education|energy|' +
    'treasury|tax|immigration|airport|airline|industry|diplomatic|tribal|church|university|district|opposition|coalition|palace|cabinet|congressional|parliamentary|presidential|senate|house|embassy',
);

/** Capitals and cities that stand for a government or an institution in a verb's subject. */
const capitals = words(
  'Kremlin|Moscow|Washington|Beijing|Brussels|London|Paris|Berlin|Kyiv|Kiev|Tehran|Jerusalem|Ankara|Islamabad|New Delhi|Delhi|' +
    'Tokyo|Seoul|Pyongyang|Taipei|Canberra|Ottawa|Rome|Madrid|Warsaw|Budapest|Athens|Cairo|Riyadh|Damascus|Baghdad|Kabul|' +
    'Pretoria|Nairobi|Abuja|Addis Ababa|Caracas|Havana|Brasilia|Buenos Aires|Mexico City|Jakarta|Manila|Hanoi|Bangkok|' +
    'Downing Street|White House|Pentagon|Whitehall|Westminster|Capitol Hill|Holyrood|Stormont|Elysee|Élysée|Quai d’Orsay|' +
    'Wall Street|Silicon Valley|Vatican|Holy See|Hague|Dublin|Lisbon|Vienna|Prague|Oslo|Stockholm|Copenhagen|Helsinki',
);

const countryNames = new Set<string>();
const nationalities = new Map<string, string>();
for (const nation of nations) {
  const [country = '', ...adjectives] = nation.split(/\s+/);
  countryNames.add(country.toLowerCase());
  for (const adjective of adjectives) nationalities.set(adjective.toLowerCase(), country);
}
for (const name of [
  'us',
  'u.s.',
  'uk',
  'u.k.',
  'usa',
  'uae',
  'united states',
  'united kingdom',
  'united arab emirates',
  'saudi arabia',
  'south korea',
  'north korea',
  'south africa',
  'south sudan',
  'new zealand',
  'sri lanka',
  'el salvador',
  'costa rica',
  'ivory coast',
  'sierra leone',
  'burkina faso',
  'northern ireland',
  'european union',
  'eu',
  'hong kong',
  'czech republic',
  'dominican republic',
  'papua new guinea',
  'trinidad and tobago',
  'bosnia and herzegovina',
]) {
  countryNames.add(name);
}
const affiliations = new Set(others.map((word) => word.toLowerCase()));
const seats = new Set(capitals.map((word) => word.toLowerCase()));

export const isCountry = (name: string): boolean => countryNames.has(name.toLowerCase());
export const isNationality = (word: string): boolean => nationalities.has(word.toLowerCase());
/** The country of a nationality: "French" to "France"; null when the word is none. */
export const countryOf = (adjective: string): string | null =>
  nationalities.get(adjective.toLowerCase()) ?? null;
/** Whether a word before "official" says whose official that is. */
export const isAffiliation = (word: string): boolean =>
  isNationality(word) || affiliations.has(word.toLowerCase());
/** Whether a place name stands for an institution when it speaks: "the Kremlin", "Brussels". */
export const isSeat = (name: string): boolean => seats.has(name.toLowerCase().replace(/^the /, ''));
