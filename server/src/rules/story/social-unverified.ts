import type {Span} from '../../draft/block.js';
import type {Post} from '../../story/posts.js';
import type {BlockTables} from '../../story/story.js';
import {lookup} from '../lookup.js';
import {type LocalFinding, rule, words} from '../rule.js';
import {addToSentence, allows, rightBehind, wordsAt} from '../wording.js';

export default rule({
  id: 'social-unverified',
  family: 'story',
  reads: 'block',
  title: 'A post or a video with no word on whether it is real',
  why: 'Old footage comes back as new, and accounts pretend. A reader must be able to see who posted it, and whether anybody checked when and where it was made.',
  severity: {
    default: 'warning',
    reuters: [
      'warning',
      'Reuters holds posts to the same standards as any source, says how much is known of who posted, and keeps a copy.',
    ],
    afp: ['warning', 'AFP has rules of its own for what others upload.'],
    bbc: ['warning', 'What the BBC could not check it says so, and attributes.'],
  },
  options: {
    allow: words('Wordings that are never flagged, such as your own verified channel.'),
  },
  limits:
    'It sees recordings "posted", "shared" or "circulating" that show something, and unnamed users who say something. A word of checking anywhere in the paragraph, a named poster or a link is enough. A post by somebody the story names is that person’s statement and not judged here.',
  examples: {
    flag: [
      '[[Video posted on X shows]] police firing into the crowd.',
      '[[A Facebook page named]] him as the driver.',
      '[[Twitter users said]] the dam had burst.',
      '[[Footage shared online shows]] the roof coming down.',
      '[[Images circulating on social media showed]] a column of smoke over the port.',
      '[[Amateur video uploaded to YouTube appeared to show]] the moment of the crash.',
      'The bridge was gone by noon, [[according to social media posts]].',
      '[[Photos posted on Telegram show]] burned trucks by the road.',
      '[[Social media users claimed]] that the water was unsafe.',
      '[[A video shared on WhatsApp shows]] the headteacher shouting.',
      'Two men can be seen running in [[footage posted online]].',
      '[[Posts on Facebook said]] the clinic had closed for good.',
      '[[Clips circulating online showed]] soldiers waving.',
      'Shots were fired near the palace, [[according to Twitter users]].',
      '[[One Reddit user identified]] the woman as a teacher.',
      '[[A picture shared widely on Weibo shows]] an empty platform.',
    ],
    leave: [
      'Video posted by witness Ana Silva and verified by two reporters shows police firing.',
      'The governor wrote on X that the road was open.',
      'Footage shared online shows the roof coming down. It could not be independently verified.',
      {
        text: '[Video posted on X](https://x.example.com/1) shows police firing into the crowd.',
        format: 'markdown',
      },
      'She posted a photo of her dog on Instagram.',
      'The ministry published the figures online.',
      'The band shared the video on YouTube.',
      '"Video posted on X shows everything," he said.',
      'Facebook said it had removed the page.',
      'Images circulating on social media showed the tower on fire; they were fake.',
      'Social media use is rising among the old.',
      'Twitter users flocked to a rival in November.',
      'Security footage from the bank shows two men.',
      'The council posted pictures of the new bridge online.',
      'Video posted on X shows police firing. A reporter matched it to the square, and the shop signs confirmed the place; the clip was geolocated.',
      'The campaign bought online ads.',
    ],
  },
  *check(tables, options) {
    for (const post of tables.posts) {
      if (post.quoted || post.checked || lookup(tables).noted(post.sentence)) continue;
      if (!allows(tables, options.allow, post)) yield finding(tables, post);
    }
  },
});

const recording =
  /\b(?:videos?|footage|images?|photos?|photographs?|pictures?|clips?|recordings?|livestreams?|screenshots?)\b/i;

/** The recording, or the users, without what it shows or they say: a note on them stands right behind them. */
function named({content}: BlockTables, {start, end}: Post): Span {
  const verb =
    /(?: (?:and [\p{L} ]{3,30}|also|have|has|had|later|quickly|soon|(?:appear|seem|purport)(?:s|ed)? to))* (?:shows?|showed|depict(?:s|ed)?|captured?s?|said|says?|claim(?:s|ed)?|report(?:s|ed)?|alleg(?:es|ed)?|suggest(?:s|ed)?|named|identif(?:ies|ied)|accus(?:es|ed)?)$/iu.exec(
      content.text.slice(start, end),
    );
  return {start, end: end - (verb?.[0].length ?? 0)};
}

function finding(tables: BlockTables, post: Post): LocalFinding {
  const said = wordsAt(tables, post);
  const sentence = tables.sentences[post.sentence] ?? post;
  const footage = post.kind === 'footage';
  return {
    span: {start: post.start, end: post.end},
    message: footage
      ? `Say who posted this and whether it was checked: “${said}”.`
      : `Say whose account this is and whether what it says was checked: “${said}”.`,
    because: footage
      ? `“${said}” is taken as true, and nothing in the paragraph says who filmed it, when, or who checked.`
      : `“${said}” gives the word of people whom nobody names.`,
    severity: post.grave ? 'error' : undefined,
    fixes: [
      {
        title: 'Say that it could not be checked',
        kind: 'suggestion',
        preferred: true,
        edits: addToSentence(tables, sentence, [
          ', though ',
          {hole: `the ${recording.exec(said)?.[0].toLowerCase() ?? 'claim'}`},
          ' could not be independently verified',
        ]),
      },
      {
        title: 'Say who posted it, when, and who checked it',
        kind: 'suggestion',
        edits: [
          {
            span: rightBehind(named(tables, post)),
            text: [
              footage ? ' (posted by ' : ' (',
              {hole: footage ? 'account' : 'accounts'},
              footage ? ' on ' : ', on ',
              {hole: 'date'},
              ', checked by ',
              {hole: 'whom and how'},
              ')',
            ],
          },
        ],
      },
    ],
  };
}
