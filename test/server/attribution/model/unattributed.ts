/** Text of many kinds in which nobody says, thinks or wants anything. */
export const unattributed: Readonly<Record<string, readonly string[]>> = {
  'recipe, method': [
    'Heat the oven to 180C. Line a 20cm tin with baking paper and grease the sides.',
    'Rub the butter into the flour until the mixture looks like coarse crumbs, then stir in the sugar and the zest.',
    'Make a well in the middle, pour in the eggs and the milk, and fold gently until no dry flour is left.',
    'Bake for 35 to 40 minutes, until a skewer comes out clean. Leave in the tin for ten minutes, then turn out on a rack.',
    'Store in an airtight tin for up to five days, or freeze in slices for three months.',
  ],
  'recipe, ingredients': [
    '250g plain flour', '2 tsp baking powder', '125g cold butter, cubed', '3 large eggs', 'zest of two lemons',
    '150ml whole milk', 'a pinch of salt', 'icing sugar, for dusting',
  ],
  'table cells': [
    'District', 'Population', 'Change since 2015', 'North Harbour', '48,210', '+3.1%', 'Old Town', '31,995', '−0.4%',
    'Mill Lane', '12,006', '+11.8%', 'Total', '92,211', '+2.9%',
  ],
  'results': [
    'Halden 3-1 Morvik (Brandt 12, 44, Osei 71; Lund 80)', 'Fosse 0-0 Langnes', 'Ravnsborg 2-2 Tind (Iversen 5 pen, Holm 90)',
    'Attendance: 4,312', 'Group B: 1. Halden 9 pts, 2. Tind 5, 3. Ravnsborg 2, 4. Morvik 0',
  ],
  'source code': [
    'function total(items) { return items.reduce((sum, item) => sum + item.price * item.count, 0); }',
    'if (request.method !== "GET") return new Response("method not allowed", {status: 405});',
    'for name, value in sorted(counts.items()): print(f"{name}: {value}")',
    'SELECT district, SUM(amount) FROM payments WHERE year = 2024 GROUP BY district ORDER BY 2 DESC;',
    'const pattern = /^[a-z]+(?:-[a-z]+)*$/; export default pattern;',
  ],
  'log lines': [
    '2024-03-01T07:12:09Z INFO worker 3 started on port 8080',
    '2024-03-01T07:12:11Z WARN queue length 412 exceeds soft limit 400',
    '2024-03-01T07:13:40Z ERROR connection reset by peer (errno 104), retrying in 5s',
  ],
  'poem': [
    'The harbour lies asleep beneath the rain, / the gulls have folded every wing to grey;',
    'a lantern swings along the empty lane / and lights a door, and flickers, and away.',
    'O slow green river, carry down the leaves / past weir and willow, meadow, mill and stone,',
    'and let the last of summer fill the eaves / with swallows that must find the south alone.',
  ],
  'contract': [
    'This Agreement commences on the Effective Date and continues for a period of twenty-four (24) months unless terminated earlier under clause 9.',
    'The Supplier shall deliver the Goods to the Premises within ten Business Days of receipt of each Order.',
    'Title to the Goods passes to the Buyer on payment in full. Risk passes on delivery.',
    'Neither party is liable for any failure to perform caused by events beyond its reasonable control.',
    'This clause survives termination. Any variation must be in writing and signed by both parties.',
  ],
  'statute': [
    '§ 4 (1) A vehicle must not be left standing on a cycle track. (2) Subsection (1) does not apply to an emergency vehicle.',
    '§ 5 The fee for a permit is set out in Schedule 2 and is payable in advance.',
    '§ 6 A person who contravenes § 4 is liable to a fine not exceeding level 3 on the standard scale.',
  ],
  'licence': [
    'Permission is hereby granted, free of charge, to any person obtaining a copy of this software, to use, copy, modify and distribute it.',
    'The software is provided without warranty of any kind, express or implied, including fitness for a particular purpose.',
  ],
  'timetable': [
    'Line 14: Central Station 06:05, Museum 06:11, Docks 06:19, Ferry Terminal 06:26. Every 20 minutes until 23:45.',
    'No service on 25 December. Sunday timetable on public holidays.',
  ],
  'weather': [
    'Cloudy at first with patches of drizzle over the hills. Brighter spells from the west by noon.',
    'Highs of 14C inland and 12C on the coast. Light to moderate southwesterly winds.',
    'Tonight: dry and clear, with ground frost in sheltered valleys.',
  ],
  'directions': [
    'Leave the motorway at junction 7 and take the second exit at the roundabout. After the church turn left into Mill Lane.',
    'Parking is behind the hall. The entrance is on the east side, next to the bicycle stands.',
  ],
  'product description': [
    'The jacket has two zipped side pockets, an adjustable hood and taped seams. Machine wash at 30 degrees.',
    'Battery life is up to 18 hours. Charging from empty takes 90 minutes with the supplied adapter. Weight: 310 grams.',
  ],
  'manual': [
    'Press and hold the power button for three seconds. The green light flashes twice.',
    'To reset the device, insert a pin into the hole on the underside and wait until the fan stops.',
    'Do not cover the vents. Clean the filter once a month with lukewarm water.',
  ],
  'encyclopedia': [
    'The bridge is 412 metres long and was opened in 1931. It carries two lanes of traffic and a tramway over the river.',
    'The valley was formed during the last ice age. Its floor consists of gravel and clay, and the slopes are wooded with beech and oak.',
    'The town has a population of 8,400. The main industries are paper, dairy farming and tourism.',
  ],
  'maths': [
    'Let n be a prime and let a be an integer not divisible by n. Then a^(n-1) leaves the remainder 1 when divided by n.',
    'The series converges for |x| < 1, since the ratio of successive terms tends to |x|.',
  ],
  'calendar': [
    'Monday 3 March: Film club, Community Hall, 7.30pm, £4. Tuesday 4 March: Pancake races, Market Square, noon, free.',
    'Saturday 8 March: Seed swap and plant sale, allotments, 10am to 1pm.',
  ],
  'contacts': [
    'Town Hall, 1 Market Square. Open Monday to Friday, 9am to 4.30pm. Closed on public holidays.',
    'Tel. 555 0142. Email: desk@example.org',
  ],
  'sports description': [
    'Brandt collected the ball on the halfway line, rode two tackles and curled a shot inside the far post in the 44th minute.',
    'The visitors lost two men to injury before the break and finished the match with ten players.',
    'Halden move up to third place, two points behind Tind with a game in hand.',
  ],
  'obituary facts': [
    'He was born in 1938 in Morvik, the third of five children. He trained as a cooper and married in 1961.',
    'She taught at the village school for 31 years and played the organ in two parishes. She is survived by a son and four grandchildren.',
  ],
  'nonsense': ['lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor', 'xx xx xx ---- ==== xx', 'a b c d e f g h i j k'],
};
