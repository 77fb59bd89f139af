import {type Picture, picturesOf} from '../../story/images.js';
import type {Story} from '../../story/story.js';
import {type Edit, type Finding, type Fix, flag, rule, type Template} from '../rule.js';
import {listed} from '../storyParts.js';

const markdown = (text: string) => ({text, format: 'markdown' as const});

export default rule({
  id: 'image-media',
  family: 'story',
  reads: 'story',
  title: 'A picture without a description, a credit or a label',
  why: 'A picture is a source like any other: who took it, what it shows, and whether anybody made or changed it. Some readers only hear its description.',
  severity: {
    default: 'information',
    ap: ['information', 'AP credits whoever gathered what it did not gather itself, pictures included.'],
    local: 'hint',
  },
  options: {
    credits: flag('Ask for a credit.', true),
    descriptions: flag('Ask for words that describe the picture.', true),
  },
  limits:
    'It reads Markdown pictures: their description, title and the caption right under them. It does not open the file, so a credit or a `digitalSourceType` inside it stays unseen, and a picture made by a machine is known only by its file’s name or its words. Pictures in HTML are not read.',
  examples: {
    flag: [
      markdown('[[![](wreck.jpg)]]'),
      markdown('The bridge fell on Monday.\n\n[[![](bridge.jpg)]]\n\nNobody was hurt.'),
      markdown('[[![The bridge after the storm](bridge.jpg)]]\n\nNobody was hurt.'),
      markdown('[[![IMG_2041.jpg](bridge.jpg)]]\n\n*The bridge on Monday. Photo: Ana Silva*'),
      markdown('[[![](bridge.jpg)]]\n*The bridge on Monday. Photo: Ana Silva*'),
      markdown('[[![A crowd by the river](crowd.jpg)]]\n*A crowd by the river on Monday.*'),
      markdown('[[![The mayor in a helmet](midjourney-mayor.png)]]\n*Photo: Harbour Gazette*'),
      markdown('Traders met at noon.\n\n[[![Traders at the market](market.webp "Monday")]]'),
      markdown('[[![image1](market.webp)]]\n\n*Traders on Monday. (AP Photo/Jo Wray)*'),
      markdown(
        '[[![Robot arms pick fruit](dall-e-2024-fruit.png)]]\n\n*Robots pick fruit. Illustration: Delta Weekly*',
      ),
      markdown('She looked out ([[![](window.png)]]) at the rain.'),
      markdown('[[![A view of the port][port]]]\n\n[port]: port.jpg'),
      markdown('- First stop\n- [[![](stop.jpg)]]'),
      markdown('The old mill: [[![](old.jpg)]], by the river.'),
      markdown('[[![photo](a.jpg)]]\n\n*Photo: Ana Silva*'),
    ],
    leave: [
      markdown('![The bridge after the storm](bridge.jpg)\n*The bridge on Monday. Photo: Ana Silva*'),
      markdown('![The bridge after the storm. Photo: Ana Silva](bridge.jpg)'),
      markdown('![The bridge after the storm](bridge.jpg "Photo by Ana Silva")'),
      markdown('![The bridge after the storm](bridge.jpg)\n\n*The bridge on Monday. (AP Photo/Jo Wray)*'),
      markdown('![A handout of the plant](plant.jpg)\n*Handout from Harlow Foods*'),
      markdown('![Robot arms pick fruit](fruit.png)\n*AI-generated illustration: Delta Weekly*'),
      markdown('![The old mill](mill.jpg)\n*File photo, 2019*'),
      markdown('![Rainfall by month. Chart: Harbour Gazette](rain.png)'),
      markdown('![](logo.png)'),
      markdown('The bridge fell on Monday.'),
      markdown('`![](crash.jpg)` is how a picture is put in.'),
      markdown('```\n![](crash.jpg)\n```'),
      '![](crash.jpg)',
      markdown('![Crowds by the river. © Ana Silva](crowd.jpg)'),
      markdown(
        '<!-- onrecord-ignore image-media: stand-in until the desk sends one -->\n![](crash.jpg)\n\nThe bridge fell.',
      ),
    ],
  },
  *check(story, options) {
    for (const picture of picturesOf(story)) {
      if (picture.ornament) continue;
      const unlabelled = picture.generated && !picture.labelled;
      const missing = [
        ...(options.descriptions && !picture.described ? ['what it shows'] : []),
        ...(options.credits && !picture.credited && !picture.labelled ? ['whose it is'] : []),
      ];
      if (unlabelled) yield machineMade(story, picture);
      else if (missing.length > 0) yield incomplete(story, picture, missing);
    }
  },
});

/** What a fix puts behind a picture: in the caption that it has, else on a line under it; none inside a line of text. */
function under(
  story: Story,
  {image: {start, end}}: Picture,
  own: Template,
  added: Template,
): readonly Edit[] {
  const {text, blocks} = story.draft;
  const caption = blocks.findIndex(
    (one) => one.start >= end && one.start <= end + 6 && /^(?:caption|credit)$/.test(one.content.kind),
  );
  const words = blocks[caption]?.content.text;
  if (words !== undefined) {
    const at = /\s*$/.exec(words)?.index ?? words.length;
    return [
      {
        place: {block: caption, start: at, end: at},
        text: [/[.!?]$/.test(words.trim()) ? ' ' : '. ', ...added],
      },
    ];
  }
  const alone =
    /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, start - 40), start)) &&
    /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 40));
  return alone ? [{place: {block: null, start: end, end}, text: ['\n*', ...own, '*']}] : [];
}

function incomplete(story: Story, picture: Picture, missing: readonly string[]): Finding {
  const {start, end, alt} = picture.image;
  const shows = missing.includes('what it shows');
  const whose = {hole: 'whose it is'};
  const caption = missing.includes('whose it is')
    ? under(
        story,
        picture,
        [{hole: 'what it shows, where and when'}, ' – photo: ', whose],
        ['Photo: ', whose],
      )
    : [];
  const fixes: Fix[] = [];
  if (caption.length > 0) {
    fixes.push({
      title: caption[0]?.place.block === null ? 'Add a caption' : 'Say whose it is',
      kind: 'suggestion',
      preferred: true,
      edits: caption,
    });
  }
  // Its description stands between the first brackets, empty or the name of a file.
  if (shows && story.draft.text.startsWith(`![${alt}]`, start)) {
    fixes.push({
      title: 'Describe it',
      kind: 'suggestion',
      preferred: caption.length === 0,
      edits: [
        {
          place: {block: null, start: start + 2, end: start + 2 + alt.length},
          text: [{hole: 'what it shows'}],
        },
      ],
    });
  }
  return {
    place: {block: null, start, end},
    message: `Say of this picture ${listed(missing)}.`,
    because: `Neither its description nor a caption under it says ${listed(missing, 'or')}.`,
    fixes,
  };
}

function machineMade(story: Story, picture: Picture): Finding {
  const {start, end, url} = picture.image;
  const how = {hole: 'how it was made, and by whom'};
  const edits = under(story, picture, [how], [how, '.']);
  return {
    place: {block: null, start, end},
    message: 'Say that a machine made this picture, or who took it.',
    because: `The name of its file points to a generator: “${url.split('/').at(-1)?.slice(0, 60) ?? ''}”.`,
    severity: 'warning',
    fixes: edits.length === 0 ? [] : [{title: 'Label it', kind: 'suggestion', preferred: true, edits}],
  };
}
