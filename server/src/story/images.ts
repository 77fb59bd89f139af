import type {DraftImage} from '../draft/images.js';
import type {Story} from './story.js';

/** A picture with what the words under and behind it say of it. */
export interface Picture {
  readonly image: DraftImage;
  /** The words in its mark tell what it shows. */
  readonly described: boolean;
  /** Somebody is named whose picture it is. */
  readonly credited: boolean;
  /** Its file's name or its words point to a machine that made it. */
  readonly generated: boolean;
  /** Its words say so. */
  readonly labelled: boolean;
  /** An ornament, not a part of the story: a logo, a rule, an icon. */
  readonly ornament: boolean;
}

const agencies =
  'AP|AFP|Reuters|UPI|PA|DPA|dpa|EPA|ANSA|EFE|TASS|Xinhua|Getty|Shutterstock|iStock|Alamy|Unsplash|Pexels|Magnum|Rex|NurPhoto|NASA|Wikimedia|Bloomberg|Kyodo|Yonhap|Anadolu|AAP';
const credit = new RegExp(
  `\\b(?:[Pp]hoto|PHOTO|[Pp]hotograph|[Pp]icture|[Ii]mage|[Ii]llustration|[Gg]raphic|[Cc]hart|[Mm]ap|[Vv]ideo|[Cc]redit|[Ss]ource|[Dd]rawing|[Ss]till)s?(?: credit)?(?:\\s?[:/|–—]|\\s(?:by|courtesy|from|via|supplied|provided)\\b)|\\b(?:[Cc]ourtesy|[Hh]andout|[Ff]ile photo|[Ff]ile picture|[Pp]ool)\\b|©|\\([Cc]\\) ?\\d{4}|[Cc]opyright|\\bCC[ -]BY|\\b(?:${agencies})\\b`,
  'u',
);
const makers =
  /(?:midjourney|dall-?[e·]|stable-?diffusion|sdxl|firefly|ai-?generated|generated-?by-?ai|genai|imagen|leonardo-?ai|chatgpt|nightcafe|craiyon)/i;
const label =
  /\b(?:AI|A\.I\.|artificial intelligence|machine|computer)\b[^.]{0,20}\b(?:generated|made|created|produced|illustration|image)\b|\b(?:generated|made|created) (?:by|with|using) (?:an? )?(?:AI|artificial intelligence|Midjourney|DALL|Stable Diffusion|Firefly)/iu;
const fileName =
  /^[\w%-]*\.(?:jpe?g|png|webp|gif|avif|heic|tiff?)$|^(?:img|dsc|image|photo|picture|screenshot|untitled|pic|scan|p)[\s_-]?\d*$/i;
const ornaments =
  /(?:^|[/_-])(?:logo|icon|divider|separator|spacer|badge|avatar|button|banner)[\w-]*\.\w{3,4}(?:$|\?)|(?:shields\.io|badge\.svg)/i;

const known = new WeakMap<Story, readonly Picture[]>();

/** The pictures of a story, each read with its caption. */
export function picturesOf(story: Story): readonly Picture[] {
  let pictures = known.get(story);
  if (!pictures) {
    pictures = story.draft.images.map((image) => read(story, image));
    known.set(story, pictures);
  }
  return pictures;
}

/** How far under a picture its caption may begin, in characters: a blank line and the marks of emphasis. */
const reach = 6;

function read({draft}: Story, image: DraftImage): Picture {
  const around = draft.blocks
    .filter(
      ({start, end, content}) =>
        (start < image.end && end > image.start) ||
        (start >= image.end &&
          start <= image.end + reach &&
          (content.kind === 'caption' || content.kind === 'credit')),
    )
    .map(({content}) => content.text);
  // The line under the caption, where a credit often stands.
  const under = draft.blocks.find(({start, content}) => start > image.end && content.kind === 'credit');
  const next = draft.blocks.filter(({start}) => start > image.end)[1];
  if (under && (draft.blocks.find(({start}) => start > image.end) === under || next === under))
    around.push(under.content.text);
  const {alt, title, url} = image;
  const words = [alt, title, ...around].join(' \n ');
  const name = decoded(url).split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  return {
    image,
    described: /\p{L}{2,}/u.test(alt) && !fileName.test(alt),
    credited: credit.test(words),
    generated: makers.test(name) || makers.test(words) || label.test(words),
    labelled: label.test(words),
    ornament: ornaments.test(url),
  };
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
