// What a rule finds in a passage is kept until something that it looked at changes, so all that it looks at has to be
// noted, and no rule may look farther than it says.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {DraftFormat} from '../../../server/src/draft/draft.js';
import {parseDraft} from '../../../server/src/draft/parse.js';
import {DraftSession, rules} from '../../../server/src/engine.js';
import {exampleText} from '../../../server/src/rules/exampleText.js';
import {Passage, type Question} from '../../../server/src/rules/passage.js';
import {type PassageRule, type Rule, rule} from '../../../server/src/rules/rule.js';
import {analyseBlocks} from '../../../server/src/story/blocks.js';
import {buildStory} from '../../../server/src/story/build.js';
import type {Source, Story} from '../../../server/src/story/story.js';

const isPassageRule = (one: Rule): one is PassageRule => one.reads === 'passage';
const ofPassages = rules.filter(isPassageRule);

/** A story that shows its blocks one at a time, to whoever may see them. */
class Guard {
  private mayRead: (block: number) => boolean = () => true;
  /** Whether more may be read than blocks. */
  private free = true;
  readonly story: Story;

  constructor(open: Story) {
    const guarded = <T extends object>(list: readonly T[]): readonly T[] =>
      new Proxy(list, {
        get: (all, key, self) => {
          const index = typeof key === 'string' && /^-?\d+$/.test(key) ? Number(key) : null;
          if (index === null ? !this.free && key !== 'length' : !this.mayRead(index)) {
            throw new Error(`looked at ${String(key)} unseen`);
          }
          return Reflect.get(all, key, self);
        },
      });
    const only = <K extends keyof Story>(key: K): Story[K] => {
      if (!this.free) throw new Error(`looked at ${key} unseen`);
      return open[key];
    };
    this.story = {
      blocks: guarded(open.blocks),
      byBlock: guarded(open.byBlock),
      get draft() {
        return only('draft');
      },
      get sources() {
        return only('sources');
      },
      get attributions() {
        return only('attributions');
      },
      get claims() {
        return only('claims');
      },
      get conflicts() {
        return only('conflicts');
      },
      get notes() {
        return only('notes');
      },
    };
  }

  with<T>(free: boolean, mayRead: (block: number) => boolean, work: () => T): T {
    const before = {free: this.free, mayRead: this.mayRead};
    Object.assign(this, {free, mayRead});
    try {
      return work();
    } finally {
      Object.assign(this, before);
    }
  }
}

/** A passage that lets each question see no more than it may. */
class GuardedPassage extends Passage {
  constructor(
    private readonly guard: Guard,
    private readonly open: Story,
    private readonly own: number,
  ) {
    super(guard.story, own);
  }

  override askNear<T>(by: number, question: Question<T>): T {
    const reach = Math.abs(by);
    return this.showing(this.own - reach, this.own + reach, () => super.askNear(by, question));
  }

  override askAt<T>(block: number, question: (story: Story) => T): T {
    return this.showing(block, block, () => super.askAt(block, question));
  }

  /** Shows some blocks, and those that mention anybody whom these mention. */
  private showing<T>(first: number, last: number, work: () => T): T {
    const met = new Set(
      this.open.byBlock
        .slice(Math.max(0, first), last + 1)
        .flatMap(({sources}) => sources.flatMap((one) => one?.mentions.map(({block}) => block) ?? [])),
    );
    return this.guard.with(false, (block) => (block >= first && block <= last) || met.has(block), work);
  }

  override ask<T>(question: Question<T>): T {
    return this.guard.with(
      true,
      () => true,
      () => super.ask(question),
    );
  }

  override askStory<T>(question: (story: Story) => T): T {
    return this.guard.with(
      true,
      () => true,
      () => super.askStory(question),
    );
  }

  override of<T>(source: Source, work: (source: Source, story: Story) => T): T {
    const own = new Set(source.mentions.map(({block}) => block));
    return this.guard.with(
      false,
      (block) => own.has(block),
      () => super.of(source, work),
    );
  }
}

const storyOf = (text: string, format: DraftFormat): Story => {
  const draft = parseDraft(text, format);
  return buildStory(draft, analyseBlocks(draft.blocks, new WeakMap()));
};

const optionsOf = ({options = {}}: Rule) =>
  Object.fromEntries(
    Object.entries(options).map(([name, spec]) => [name, spec.type === 'boolean' ? true : spec.default]),
  ) as never;

const folder = join(import.meta.dirname, '..', '..', 'drafts');
const drafts = readdirSync(folder)
  .filter((name) => /\.(?:md|txt)$/.test(name) && name !== 'README.md')
  .map((name) =>
    storyOf(readFileSync(join(folder, name), 'utf8'), name.endsWith('.md') ? 'markdown' : 'text'),
  );

describe('a rule that reads passages', () => {
  for (const one of ofPassages) {
    it(`sees no more than it notes: ${one.id}`, () => {
      const examples = [...one.examples.flag, ...one.examples.leave].map(exampleText);
      let found = 0;
      for (const story of [...examples.map(({text, format}) => storyOf(text, format)), ...drafts]) {
        const guard = new Guard(story);
        for (const [block, tables] of story.blocks.entries()) {
          if (tables.exempt) continue;
          const here = new GuardedPassage(guard, story, block);
          found += guard.with(
            false,
            () => false,
            () => [...one.check(here, optionsOf(one), 'strict')].length,
          );
        }
      }
      assert.ok(found > 0);
    });
  }
});

describe('what was found in a passage', () => {
  const text = ['The first.', 'The second.', 'The third.', 'The fourth.'].join('\n\n');
  /** Which blocks a rule is asked about after an edit. */
  function askedAfter(edit: (text: string) => string, look: (here: Passage) => unknown): readonly string[] {
    let asked: string[] = [];
    const looking = rule({
      id: 'looking',
      family: 'copy',
      reads: 'passage',
      title: '',
      why: '',
      severity: {default: 'warning'},
      readsOpinion: true,
      examples: {flag: [], leave: []},
      *check(here) {
        asked.push(here.tables.content.text);
        yield {place: {block: here.block, start: 0, end: 3}, message: String(look(here)), because: ''};
      },
    });
    const session = new DraftSession([looking]);
    session.update(text, 'markdown');
    asked = [];
    const {findings} = session.update(edit(text), 'markdown');
    assert.deepEqual(findings, new DraftSession([looking]).update(edit(text), 'markdown').findings);
    return asked.slice(0, asked.length - findings.length);
  }
  const third = (now: string) => now.replace('third', 'thirtieth');

  it('is kept where the words stay', () => {
    assert.deepEqual(
      askedAfter(third, () => ''),
      ['The thirtieth.'],
    );
  });

  it('is told again where nothing has changed', () => {
    const session = new DraftSession();
    const {findings} = session.update(text.replace('first', 'first officials said so, TK'), 'markdown');
    assert.ok(findings.length > 0);
    assert.deepEqual(
      session.update(text.replace('first', 'first officials said so, TK'), 'markdown').findings,
      findings,
    );
  });

  it('is looked for again where the rule looked at what changed', () => {
    assert.deepEqual(
      askedAfter(third, (here) => here.near(1)?.content.text),
      ['The second.', 'The thirtieth.'],
    );
    assert.deepEqual(
      askedAfter(third, (here) => here.near(-2)?.content.text),
      ['The thirtieth.'],
    );
  });

  it('is looked for again where a block that it named has changed', () => {
    const atThird = (here: Passage) => here.askAt(2, ({blocks}) => blocks[2]?.content.text);
    assert.equal(askedAfter(third, atThird).length, 4);
    const elsewhere = (here: Passage) => here.askAt(0, ({blocks}) => blocks[0]?.content.text);
    assert.deepEqual(askedAfter(third, elsewhere), ['The thirtieth.']);
  });

  it('is looked for again where an answer is another', () => {
    const length = ({draft}: Story) => draft.text.length;
    assert.equal(askedAfter(third, (here) => here.askStory(length)).length, 4);
    assert.equal(askedAfter(third, (here) => here.ask(length)).length, 4);
    const firstWords = ({blocks}: Story) => blocks.map(({content}) => content.text.slice(0, 5));
    assert.deepEqual(
      askedAfter(third, (here) => here.ask(firstWords)),
      ['The thirtieth.'],
    );
    assert.equal(
      askedAfter(
        (now) => `---\ngenre: opinion\n---\n\n${now}`,
        (here) => here.genre,
      ).length,
      4,
    );
  });

  it('is looked for again in the blocks behind a new one', () => {
    assert.deepEqual(
      askedAfter(
        (now) => now.replace('The third', 'A new one.\n\nThe third'),
        () => '',
      ),
      ['A new one.', 'The third.', 'The fourth.'],
    );
  });
});
