/**
 * What article spinners make of the set phrases of news: original, then what comes out. A spinner swaps words for
 * synonyms one at a time, so offices, institutions and terms turn into what nobody would write. Only phrases with no
 * other use in news are listed; made by putting the set phrases of each desk through synonym lists.
 */
const table = `
prime minister: prime clergyman; prime pastor; executive clergyman; prime priest
foreign minister: unfamiliar clergyman; unfamiliar pastor; unfamiliar priest
foreign ministry: unfamiliar ministry
foreign secretary: unfamiliar secretary
foreign affairs: unfamiliar undertakings; unfamiliar affairs
foreign troops: unfamiliar soldiers; unfamiliar troops
defence minister: protection clergyman; guard clergyman; safeguard clergyman; guard pastor
finance minister: money clergyman; finance clergyman
health minister: wellbeing clergyman; wellbeing pastor; health clergyman
interior minister: inside clergyman; interior clergyman
education minister: training clergyman; instruction clergyman; schooling clergyman
cabinet minister: bureau clergyman; cupboard clergyman; cabinet clergyman
opposition leader: restriction pioneer
party leader: gathering pioneer
world leaders: world forerunners; global forerunners
Western leaders: western forerunners
European leaders: european forerunners
military leaders: military forerunners
press secretary: squeeze secretary
declined to comment: declined to remark; refused to remark; dismissed to remark
vice president: bad habit president; bad habit executive; bad habit administrator; bad habit chairman
chief justice: boss equity; boss justice
attorney general: lawyer general
secretary of state: secretary of province
state department: express department
head of state: head of express
royal family: regal family
United Nations: joined countries; joined together nations; assembled countries; joined nations; assembled nations
United States: joined states; joined together states; assembled states
United Kingdom: joined kingdom; assembled kingdom
Supreme Court: preeminent court; incomparable court; preeminent courtroom; incomparable courtroom
High Court justice: high court equity; high courtroom equity
Court of Appeal: court of allure
appeals court: allure court
House of Representatives: place of agents
House of Commons: place of commons
World Health Organization: world wellbeing association; world wellbeing organization; world wellbeing organisation
central bank: focal bank
Federal Reserve: federal hold; federal save
stock exchange: inventory exchange
Wall Street Journal: money road journal; divider street journal
New York Times: new york instances
Washington Post: washington publish
Middle East: center east; centre east
Red Cross: crimson cross; ruddy cross
Green Party: green birthday celebration
Labour Party: labour birthday celebration
Democratic Party: democratic birthday celebration
Republican Party: republican birthday celebration
ruling party: ruling birthday celebration
political party: political birthday celebration; political gathering birthday
opposition party: opposition birthday celebration
civil rights: social equality liberties
death penalty: demise punishment; demise penalty
death toll: loss of life toll; demise toll; passing toll
life sentence: daily existence sentence
criminal charges: lawbreaker charges
pleaded guilty: argued liable; pleaded liable; argued blameworthy; confessed blameworthy
pleaded not guilty: argued not blameworthy; pleaded not liable; argued not liable; contended not guilty
found guilty: discovered liable; saw as liable; discovered blameworthy
arrest warrant: capture warrant
search warrant: search guarantee
money laundering: cash washing; money washing
drug trafficking: tranquilize dealing
domestic violence: aggressive behavior at home; abusive behavior at home; homegrown brutality; homegrown violence; abusive behaviour at home; aggressive behaviour at home
sexual assault: sensual attack; carnal assault
sexual harassment: sexual badgering
hate crime: disdain wrongdoing; scorn wrongdoing; detest wrongdoing
war crimes: war wrongdoings
suicide bomber: self destruction aircraft; self destruction plane; suicide aircraft; suicide plane; self destruction bomber; suicide bombarding
mass shooting: mass taking shots
gun control: firearm manipulate
self-defence: self-guard plea
crime scene: wrongdoing scene; wrongdoing site
presidential election: official political decision; official political race; presidential political decision; presidential political race
election campaign: political decision crusade; political race crusade; political race mission
presidential candidate: official up-and-comer; official up and comer
running mate: strolling mate; jogging mate
polling station: surveying station; surveying stations
ballot paper: voting form paper; voting form papers
swing state: swing express; swing province; swing kingdom
exit poll: go out ballot
global warming: worldwide warming; an unnatural weather change; a dangerous atmospheric devation; a worldwide temperature alteration; an earth-wide temperature boost; an earth wide temperature boost
greenhouse gas: ozone harming substance; ozone harming substances; nursery gas; greenhouse fuel emissions
carbon emissions: fossil fuel byproducts; carbon outflows
fossil fuels: non-renewable energy sources fuels; fossil energizes
nuclear weapons: nuclear guns; atomic guns
nuclear power plant: atomic energy station; nuclear electricity plant; nuclear strength plant
air strike: aviation based armed forces strike
air force: aviation based armed forces; aviation based military
armed forces: outfitted powers; equipped powers; furnished powers; outfitted forces
armed conflict: outfitted clash; furnished struggle; equipped clash; outfitted struggle; furnished clash
armed men: outfitted men; furnished men
de-escalation: de-heightening; de-acceleration; de-raising; deheightening; de heightening
high-level diplomacy: undeniable level tact; undeniable level diplomacy; significant level tact; undeniable level discretion; undeniable level strategy; significant level discretion
diplomatic efforts: discretionary endeavors; discretionary endeavours; conciliatory endeavors; conciliatory endeavours
diplomatic relations: discretionary relations; discretionary ties
diplomatic solution: discretionary solution; conciliatory solution
peace talks: harmony talks; harmony discussions; harmony exchanges
peace deal: harmony deal; harmony arrangement; harmony accord; harmony understanding
peacekeeping force: harmony keeping force
territorial integrity: regional uprightness; regional trustworthiness; regional respectability
buffer zone: cushion zone; cushion quarter
asylum seekers: haven searchers; refuge searchers; shelter searchers; asylum searchers; haven seekers; shelter seekers
state of emergency: province of crisis; kingdom of emergency
martial law: martial regulation
joint statement: joint articulation
press conference: squeeze convention; squeeze conference
social media: web-based entertainment
breaking news: breaking insight
freedom of speech: freedom of discourse; opportunity of speech
freedom of the press: opportunity of the press; freedom of the squeeze; opportunity of the media
gross domestic product: gross homegrown product; gross home product; gross residential product
minimum wage: the lowest pay permitted by law; lowest pay permitted by law
real estate: genuine bequest; genuine domain
hedge fund: fence stock investments; fence investments
hostile takeover: antagonistic takeover
mobile phone: versatile phone; cellular smartphone
credit card: acknowledgment card
artificial intelligence: counterfeit consciousness; man-made reasoning; man-made brainpower; man-made consciousness; manmade brainpower; man made intelligence
machine learning: gadget studying; machine gaining knowledge of; device gaining knowledge of; system getting to know; machine mastering
big data: colossal information
facial recognition: facial acknowledgment; facial acknowledgement; face acknowledgment
breast cancer: bosom peril; bosom malignancy; bosom malignant growth; bosom cancer; bosom danger
lung cancer: cellular breakdown in the lungs; lung malignant growth; lungs malignant growth
prostate cancer: prostate malignant growth; prostate peril; prostate danger
heart attack: coronary episode; heart assault
heart failure: cardiovascular breakdown; cardiovascular disappointment
immune system: invulnerable framework; resistant framework; insusceptible framework
clinical trial: clinical preliminaries
stem cells: undeveloped cells; immature microorganisms; undifferentiated organisms; foundational microorganisms
vaccine rollout: antibody rollout; antibody roll-out
coronavirus pandemic: coronavirus pestilence
natural disaster: characteristic calamity; herbal disaster
heavy rain: weighty downpour; substantial downpour; hefty downpour; weighty rain; hefty rain
flash flood: streak flood; glimmer flood; blaze flood; streak floods
forest fire: timberland fire
fire brigade: hearth brigade; chimney brigade
emergency services: crisis administrations; emergency administrations
for the first time: for the primary time; for the principal time
killed in action: slaughtered in real life
opened fire: opened hearth; opened flame
shot dead: shot useless
penalty shootout: punishment shootout; punishment shoot-out
World Cup: world container
hat trick: headgear trick
box office: container office; field workplace
`;

/** From spun phrase, in small letters, to what it most likely stood for. */
export const spunPhrases: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [original = '', spun = ''] = line.split(': ');
      return spun.split('; ').map((phrase): [string, string] => [phrase, original]);
    }),
);
