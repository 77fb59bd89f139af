/** Nouns by what kind of source they name. Lemmas, lower case. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Speakers for somebody else, on the record by trade. */
export const spokesNouns = words(`
spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen representative rep mouthpiece`);

/** Bare sources: the word says nothing of who it is. */
export const sourceNouns = words('source insider quarter quarters circle circles');

/** Officials and those who speak like them. */
export const officialNouns = words(`
official authority aide diplomat adviser advisor staffer negotiator executive operative lawmaker legislator bureaucrat envoy
minister functionary servant manager officer commander strategist politician mp ally confidant lobbyist donor mediator
delegate ambassador attache consul technocrat mandarin courtier regulator banker trader investigator detective agent`);

/** Offices and occupations that a person can be described by. */
const occupations = words(`
president vice-president premier chancellor secretary undersecretary governor mayor senator congressman congresswoman
representative councillor councilor councilman councilwoman councilmember alderman lawmaker legislator commissioner
chairman chairwoman chairperson chair chief head leader director founder co-founder cofounder owner boss ceo cfo coo cto
president-elect deputy superintendent principal dean provost rector headteacher headmaster headmistress teacher professor lecturer
academic scholar scientist researcher physicist chemist biologist ecologist economist sociologist historian geologist
climatologist meteorologist forecaster epidemiologist virologist immunologist psychologist psychiatrist archaeologist
astronomer statistician mathematician engineer architect designer developer programmer analyst expert specialist consultant
strategist pollster pundit commentator columnist journalist reporter correspondent editor writer author novelist poet
playwright artist painter sculptor photographer musician singer pianist cellist violinist composer conductor actor actress
filmmaker producer presenter broadcaster anchor host curator librarian archivist lawyer attorney solicitor barrister counsel
judge magistrate justice prosecutor defendant plaintiff claimant juror witness bailiff clerk coroner sheriff constable
sergeant inspector detective officer policeman policewoman trooper marshal ranger warden guard soldier sailor marine airman
general colonel major captain lieutenant corporal private admiral commander brigadier veteran fighter militant rebel
gunman suspect victim survivor hostage prisoner inmate refugee migrant asylum-seeker activist campaigner organiser organizer
protester protestor demonstrator volunteer advocate opponent supporter critic backer ally rival candidate nominee voter
resident villager neighbour neighbor local tenant landlord homeowner farmer fisherman fisher grower herder miner driver
pilot steward conductor cyclist commuter passenger tourist visitor shopper customer client consumer user trader merchant
vendor stallholder shopkeeper retailer grocer baker butcher chef cook waiter waitress barista bartender hotelier worker
employee labourer laborer builder plumber electrician carpenter mechanic technician operator contractor employer employee
manager supervisor accountant auditor banker broker investor shareholder financier economist entrepreneur businessman
businesswoman industrialist tycoon billionaire millionaire heir doctor doc physician surgeon medic clinician nurse midwife paramedic pharmacist
dentist vet veterinarian therapist counsellor counselor carer caregiver patient parent mother father mum mom dad son daughter
brother sister husband wife widow widower partner spouse uncle aunt cousin nephew niece grandmother grandfather grandson
granddaughter relative friend colleague associate classmate roommate student pupil graduate undergraduate apprentice trainee
intern child boy girl teenager man woman person adult youth baby pensioner retiree priest pastor bishop archbishop cardinal
pope imam rabbi monk nun vicar reverend minister chaplain preacher cleric coach trainer captain player striker midfielder
defender goalkeeper keeper winger batsman bowler pitcher quarterback skipper referee umpire athlete swimmer runner sprinter
boxer wrestler golfer tennis-player racer jockey skier skater fan supporter spectator king queen prince princess duke duchess
emperor empress sultan emir sheikh ruler monarch dictator strongman tsar envoy diplomat ambassador consul mediator negotiator
peacekeeper observer monitor inspector regulator watchdog ombudsman whistle-blower whistleblower informant hacker blogger
influencer youtuber streamer celebrity star model comedian magician dancer choreographer spokesman spokeswoman spokesperson
firefighter lifeguard diver climber guide translator interpreter caretaker janitor cleaner gardener landscaper beekeeper
environmentalist conservationist surrogate member undertaker master harbourmaster harbormaster stationmaster mourner passer-by passerby bystander onlooker eyewitness motorist pedestrian biker hiker camper hunter angler
dealer smuggler trafficker thief robber burglar killer murderer attacker assailant bomber terrorist extremist jihadist
republican democrat conservative liberal socialist communist labourite tory nationalist unionist loyalist moderate hardliner
reformist separatist centrist independent newcomer incumbent predecessor successor treasurer speaker whip backbencher
elder statesman stateswoman admirer loyalist defender doubter attendee superdelegate fundraiser freelancer poster co-author coauthor co-chair cochair co-owner vice-chairman vice-chair dispatcher responder rescuer`);

/** Groups of people whom nothing identifies: "experts", "many". */
export const groupNouns = words(`
expert critic analyst observer researcher activist supporter resident scientist economist opponent advocate campaigner
commentator pundit scholar academic specialist historian local neighbour neighbor villager watcher sceptic skeptic detractor
proponent backer leader fan forerunner insider strategist lawmaker doctor teacher parent student voter worker employee
environmentalist conservationist surrogate member regulator farmer trader investor protester demonstrator witness survivor lawyer engineer nurse colleague friend relative
republican democrat conservative liberal progressive evangelical catholic muslim christian jew american people others other
many some most several few both millions thousands hundreds dozens`);

/** Quantifiers that stand for people when they are the subject of a verb of saying. */
export const quantifiers = words(
  'many some most several few those others both all none everyone everybody anyone nobody',
);

/** Institutions named by what they are: they speak for themselves. */
export const organisationNouns = words(`
ministry department agency bureau office authority authorities commission committee council board court tribunal parliament
congress senate assembly legislature cabinet government administration regime state city county province municipality
district borough embassy consulate mission delegation secretariat presidency palace police constabulary force forces army navy
military militia coastguard guard service services party coalition union federation confederation association society
institute institution university college school academy hospital clinic trust charity foundation fund ngo nonprofit group
company firm corporation conglomerate manufacturer maker carmaker automaker drugmaker chipmaker retailer supermarket chain
airline carrier railway railroad operator utility supplier developer builder contractor landlord bank lender insurer broker
brokerage exchange startup start-up consultancy pollster newspaper magazine website broadcaster network station channel
outlet publisher studio label museum gallery theatre theater library church mosque synagogue diocese parish archdiocese
team club league franchise campaign camp movement organisation organization watchdog regulator ombudsman think-tank thinktank
lab laboratory center centre port airport harbour harbor prison jail zoo observatory brigade battalion regiment squad unit
taskforce prosecution defence defense judiciary opposition ruling-party family household estate cooperative co-op
paper daily weekly tabloid side house press media jury panel inquiry secretariat registry treasury chamber
prosecutors police firefighters`);

/** Things that are read rather than heard. */
export const documentNouns = words(`
report study survey poll research paper analysis review audit inquiry investigation assessment evaluation document documents
filing lawsuit suit complaint indictment affidavit warrant ruling verdict judgment judgement order petition motion brief
testimony transcript record records minutes letter email e-mail memo memorandum statement release bulletin notice advisory
post tweet blog article story editorial book memoir biography website page data dataset figures statistics numbers census
forecast estimate index survey results findings evidence video footage recording audio photograph photo image picture map
chart table law bill act constitution treaty agreement contract deal resolution guidelines policy manifesto plan budget
list database ledger receipt invoice certificate will text message messages communique communiqué dossier file files
prospectus leaflet sign plaque inscription scripture bible quran torah theory`);

/** Titles that stand before a name and are no part of it. */
export const titles = words(`
mr mr. mrs mrs. ms ms. miss mx mx. dr dr. prof prof. professor sir dame lord lady rev rev. reverend fr fr. father sister brother
sen sen. senator rep rep. representative congressman congresswoman gov gov. governor lt lt. gen gen. general col col. colonel
maj maj. major capt capt. captain sgt sgt. sergeant cpl cpl. corporal pvt pvt. private adm adm. admiral cmdr cmdr. commander
president premier chancellor secretary minister mayor judge justice sheriff chief detective det det. inspector insp insp.
superintendent supt supt. constable officer deputy councillor councilor councilman councilwoman alderman ambassador king queen
prince princess duke duchess emperor sheikh imam rabbi pope bishop archbishop cardinal pastor saint speaker coach attorney
commissioner chairman chairwoman hon hon. herr frau monsieur m. mme mme. madame señor señora don doña signor signora
lieutenant brigadier marshal field-marshal trooper nurse principal dean vicar canon monsignor ayatollah mullah sultan emir
crown vice former ex-president baroness baron earl countess viscount mp dep dep. undersecretary`);

/** Words that tell how high somebody stands. */
export const seniorityWords = words(`
senior top high-ranking high-level ranking chief deputy assistant junior mid-level middle-ranking lead leading head principal
executive veteran longtime long-time long-serving retired cabinet-level director vice managing high`);

/** Nouns that by themselves give somebody a role. */
const noRole = words(
  'source insider quarter quarters circle circles person people individual man woman somebody someone one',
);

const people = new Set([
  ...occupations,
  ...officialNouns,
  ...spokesNouns,
  ...sourceNouns,
  'people',
  'individual',
  'insider',
]);
for (const word of groupNouns) if (!quantifiers.has(word)) people.add(word);

/** Endings of nouns that name people by what they do: "seismologist", "policewoman". */
const personEnding =
  /(?:ologist|ographer|ologer|woman|women|person|workers?|keeper|maker|holder|goer|seeker|fighter|teller)$/;

const companies = new Set(['carmaker', 'automaker', 'drugmaker', 'chipmaker', 'filmmaker']);

export const isPersonNoun = (lemma: string): boolean =>
  (people.has(lemma) || personEnding.test(lemma)) && !companies.has(lemma);

export const givesRole = (lemma: string): boolean => isPersonNoun(lemma) && !noRole.has(lemma);

/** The singular of a plural noun of people that the tagger's lemma missed. */
export function singular(norm: string): string {
  const last = norm.charAt(norm.length - 1);
  if (last !== 's' && last !== 'n') return norm;
  if (norm === 'people') return norm;
  if (/(?:men|women)$/.test(norm)) return norm.replace(/men$/, 'man');
  if (/ies$/.test(norm) && norm.length > 4) return `${norm.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(norm)) return norm;
  if (/(?:ch|sh|x|ss)es$/.test(norm)) return norm.slice(0, -2);
  return /s$/.test(norm) ? norm.slice(0, -1) : norm;
}
