import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanOptions } from '../../commands/parts/options.js';
import { notice, type Reply, type Section } from '../../commands/parts/reply.js';
import { type Drawn, drawReply } from '../../src/discord/draw.js';
import { ASK_COMMAND } from './askCommand.js';
import { expectHarmless, expectWithinLimits } from './expectations.js';
import { nastyText } from './texts.js';

const ASKED = { question: 'who met Kim', source: undefined, private: false };
const URL = 'https://news.example/1';

function replyWith(more: Partial<Reply>): Reply {
  return { tone: 'answer', sections: [], buttons: [], private: false, ...more };
}

function sectionOf(text: string, more: Partial<Section> = {}): Section {
  return { headline: 'Headline', quotation: { text, emphasis: [] }, citations: ['AFP · 20 October 2023'], ...more };
}

function bodyOf(drawn: Drawn): string {
  return drawn.embeds[0]?.description ?? '';
}

describe('drawing a reply', () => {
  it('leaves out what can only be typed', () => {
    const pressed = { label: 'Context', action: 'context', arg: '0' };
    const typed = { label: 'Context 1', action: 'context', arg: 'c0', typedOnly: true };
    const { components } = drawReply(replyWith({ buttons: [pressed, typed] }), ASK_COMMAND, ASKED);
    expect(components.flatMap((row) => row.components.map(({ label }) => label))).toEqual(['Context']);
  });

  it('shows what was asked, headline, quotation, citation, and where in the whole it is', () => {
    const section = sectionOf('Lavrov met Kim on Thursday.', {
      url: URL,
      quotation: { text: 'Lavrov met Kim on Thursday.', emphasis: [[11, 14]] },
      notes: ['“Thursday” = 19 October 2023'],
    });
    const { embeds } = drawReply(replyWith({ sections: [section], position: '1 of 5' }), ASK_COMMAND, ASKED);
    expect(embeds[0]).toMatchObject({
      author: { name: 'who met Kim' },
      description: [
        `**[Headline](${URL})**`,
        '> Lavrov met **Kim** on Thursday.',
        'AFP · 20 October 2023',
        '“Thursday” = 19 October 2023',
      ].join('\n'),
      footer: { text: '1 of 5' },
    });
  });

  it('leads from its citation to the place in the article, where there is a page for that', () => {
    const place = { article: 'a-1', start: 3, end: 9 };
    const section = sectionOf('Lavrov met Kim.', { citations: ['AFP · 20 October 2023', 'a-1, paragraph 1'], place });
    const link = 'https://dateline.example/?article=a-1&start=3&end=9';
    const draw = (url: string | null, page: string | null) =>
      bodyOf(drawReply(replyWith({ sections: [{ ...section, url }] }), ASK_COMMAND, ASKED, page)).split('\n');
    expect(draw(null, 'https://dateline.example')).toEqual([
      `**[Headline](${link})**`,
      '> Lavrov met Kim.',
      'AFP · 20 October 2023',
      `[a-1, paragraph 1](${link})`,
    ]);
    expect(draw(URL, 'https://dateline.example')[0]).toBe(`**[Headline](${URL})**`);
    expect(draw(null, null).join()).not.toContain('](');
  });

  it('offers to share a private answer, and not a public one or a notice', () => {
    const labels = (reply: Reply) =>
      drawReply(reply, ASK_COMMAND, ASKED).components.flatMap(({ components }) => components.map(({ label }) => label));
    expect(labels(replyWith({ private: true }))).toEqual(['Share']);
    expect(labels(replyWith({ private: false }))).toEqual([]);
    expect(labels(notice('No.'))).toEqual([]);
  });

  it('shortens a long quotation and keeps its source', () => {
    const drawn = drawReply(replyWith({ sections: [sectionOf('*word* '.repeat(2_000))] }), ASK_COMMAND, ASKED);
    expectWithinLimits(drawn);
    expect(bodyOf(drawn)).toMatch(/…\nAFP · 20 October 2023$/);
    expect(bodyOf(drawn).length).toBeGreaterThan(4_000);
  });

  it('gives each of several long sections its share', () => {
    const drawn = drawReply(
      replyWith({ sections: Array(4).fill(sectionOf('word '.repeat(1_000))) }),
      ASK_COMMAND,
      ASKED,
    );
    expectWithinLimits(drawn);
    expect(bodyOf(drawn).split('AFP · 20 October 2023')).toHaveLength(5);
  });

  it('says how many sections it leaves out', () => {
    const drawn = drawReply(
      replyWith({ sections: Array(60).fill(sectionOf('word '.repeat(100))) }),
      ASK_COMMAND,
      ASKED,
    );
    expectWithinLimits(drawn);
    expect(bodyOf(drawn)).toMatch(/… and \d+ more$/);
  });

  it('attaches a picture with words for those who cannot see it', () => {
    const picture = { name: 'timeline.png', png: new Uint8Array([1]), alt: 'x'.repeat(2_000) };
    const drawn = drawReply(replyWith({ lead: 'A timeline', picture }), ASK_COMMAND, ASKED);
    expectWithinLimits(drawn);
    expect(drawn.embeds[0]?.image?.url).toBe('attachment://timeline.png');
  });

  it('stays inside every limit, whatever is asked and whatever the articles say', () => {
    const section = fc.record({
      headline: fc.option(nastyText(400), { nil: undefined }),
      url: fc.constantFrom(null, URL, `${URL}?${'q'.repeat(450)}`, 'javascript:alert(1)'),
      quotation: fc.option(fc.record({ text: nastyText(6_000), emphasis: fc.constant([[3, 40]] as const) }), {
        nil: undefined,
      }),
      citations: fc.array(nastyText(600), { maxLength: 4 }),
      notes: fc.array(nastyText(600), { maxLength: 8 }),
    });
    const reply = fc.record({
      tone: fc.constantFrom('answer', 'closest', 'notice'),
      lead: fc.oneof(
        fc.constant('The articles say:'),
        nastyText(3_000).map((text) => `A${text}`),
      ),
      sections: fc.array(section, { maxLength: 12 }),
      position: fc.constantFrom(undefined, '1 of 5'),
      buttons: fc.uniqueArray(
        fc.record({ label: nastyText(120), action: fc.constant('page'), arg: fc.nat(999).map(String) }),
        { selector: ({ arg }) => arg, maxLength: 6 },
      ),
      private: fc.boolean(),
    });
    fc.assert(
      fc.property(reply, nastyText(200), nastyText(60), (random, question, source) => {
        const drawn = drawReply(random as Reply, ASK_COMMAND, cleanOptions(ASK_COMMAND.options, { question, source }));
        expectWithinLimits(drawn);
        expectHarmless(drawn);
      }),
      { numRuns: 60 },
    );
  });
});
