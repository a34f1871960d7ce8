import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CorpusKeeper } from '../src/corpusKeeper.js';
import { FeedError } from '../src/feeding/feedError.js';
import { FeedMemory } from '../src/feeding/feedMemory.js';
import { FeedWatch } from '../src/feedWatch.js';
import { type LiveArchive, openLiveArchive } from '../src/liveArchive.js';
import { loadWordVectors } from '../src/search/meaning/wordVectors.js';

const FEED = 'https://norwick.example/feed.xml';
const FERRY =
  'The ferry Saint Olga ran aground off Norwick on Tuesday with 212 passengers aboard. The coastguard sent two lifeboats, and all passengers were brought ashore at Norwick harbour. The captain of the ferry blamed a broken rudder.';
const MORE =
  'The grounded ferry Saint Olga was towed into Norwick harbour on Wednesday. The coastguard said that the rudder of the ferry had broken before it ran aground, and that its captain was being questioned.';
const OTHER =
  'Shares of the chipmaker rose after its quarterly earnings beat expectations. Analysts said that demand for memory chips would grow, while investors await the interest rates of the central bank.';

interface Item {
  readonly link: string;
  readonly title: string;
  readonly text: string;
}
const towed: Item = { link: 'https://norwick.example/towed', title: 'Ferry Saint Olga towed to Norwick', text: MORE };
const shares: Item = { link: 'https://norwick.example/shares', title: 'Chipmaker shares rise', text: OTHER };

const rss = (items: readonly Item[]) =>
  `<rss version="2.0"><channel><title>Norwick Post</title>${items
    .map(
      ({ link, title, text }) =>
        `<item><title>${title}</title><link>${link}</link><description>${text}</description><pubDate>Wed, 06 Mar 2024 09:00:00 GMT</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

let corpus: string;
let archive: LiveArchive;
let keeper: CorpusKeeper;
let now: Date;
let said: string[];
let asked: { address: string; etag: string | null }[];
let pages: string[];
let answer: () => string | null;
let minutesAPage: number;
const watches: FeedWatch[] = [];
const { vectors } = await loadWordVectors();

beforeEach(async () => {
  corpus = mkdtempSync(join(tmpdir(), 'dateline-feeds-'));
  writeFileSync(join(corpus, 'ferry.txt'), ` date 2024-03-05 Ferry runs aground off Norwick\n\n${FERRY}\n`);
  archive = await openLiveArchive(corpus, { reader: false });
  said = [];
  const log = (sentence: string) => said.push(sentence);
  keeper = new CorpusKeeper({ archive, corpus, allowFetch: true, servers: null, log });
  now = new Date('2024-03-06T10:00:00Z');
  [asked, pages] = [[], []];
  minutesAPage = 0;
  answer = () => rss([towed, shares]);
});
afterEach(async () => {
  for (const watch of watches.splice(0)) await watch.stop();
  await archive.close();
  rmSync(corpus, { recursive: true });
});

/** A watch as after a start: what it knows is in its memory's file. */
function watch(): FeedWatch {
  const started = new FeedWatch({
    addresses: [FEED],
    everyMinutes: 15,
    keeper,
    memory: new FeedMemory(corpus),
    loadVectors: async () => vectors,
    log: { info: (sentence) => said.push(sentence), warn: (sentence) => said.push(sentence) },
    now: () => now,
    random: () => 0,
    line: {
      fetchFeed: async (address, { etag }) => {
        asked.push({ address, etag });
        const body = answer();
        if (body === null) return null;
        const file = { url: address, bytes: Buffer.from(body), mediaType: 'application/rss+xml', charset: null };
        return { file, validators: { etag: '"v1"', lastModified: null } };
      },
      fetchPage: async (address) => {
        pages.push(address);
        later(minutesAPage);
        throw new FeedError(`${address} cannot be fetched: the server answers with 404.`);
      },
    },
  });
  watches.push(started);
  return started;
}
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const files = () => readdirSync(corpus).filter((name) => !name.startsWith('.'));

describe('a feed that is watched', () => {
  it('lets in what is about the event, as the feed has it where its page cannot be had', async () => {
    await watch().look();
    expect(files()).toEqual(['ferry-saint-olga-towed-to-norwick.md', 'ferry.txt']);
    expect(pages).toEqual([towed.link]);
    const [article] = (await archive.articles()).filter(({ file }) => file?.endsWith('.md'));
    expect(article).toMatchObject({ text: expect.stringContaining('towed into Norwick'), outlet: 'Norwick Post' });
    expect(article?.published.date).toBe('2024-03-06');
    expect(said).toContain('ferry-saint-olga-towed-to-norwick.md: added (feed).');
  });

  it('is left for the next time where its pages take minutes, and goes on from there', async () => {
    const slow = Array.from({ length: 5 }, (_, i) => ({ ...towed, link: `${towed.link}-${i}`, text: `${i}. ${MORE}` }));
    answer = () => rss(slow);
    minutesAPage = 4;
    await watch().look();
    expect(pages).toHaveLength(2);
    later(60);
    await watch().look();
    expect(pages).toHaveLength(4);
  });

  it('can be undone as any change, and does not bring that back', async () => {
    await watch().look();
    await keeper.undo('discord');
    expect(files()).toEqual(['ferry.txt']);
    later(20);
    await watch().look();
    expect(files()).toEqual(['ferry.txt']);
  });

  it('is asked no more often than it may be, also after a start, and then whether it has changed', async () => {
    await watch().look();
    later(14);
    await watch().look();
    expect(asked).toHaveLength(1);
    later(1);
    answer = () => null;
    await watch().look();
    expect(asked.map(({ etag }) => etag)).toEqual([null, '"v1"']);
    expect(await new FeedMemory(corpus).recall(FEED)).toMatchObject({ etag: '"v1"', added: 1, trouble: null });
  });

  it('is asked after twice as long each time that it cannot be had, and says so', async () => {
    answer = () => {
      throw new FeedError(`${FEED} cannot be fetched: the server answers with 503.`);
    };
    const minutes: number[] = [];
    for (let at = 0; at < 4; at++) {
      await watch().look();
      const { nextAt } = await new FeedMemory(corpus).recall(FEED);
      minutes.push((Date.parse(nextAt ?? '') - now.getTime()) / 60_000);
      later(minutes.at(-1) ?? 0);
    }
    expect(minutes).toEqual([30, 60, 120, 240]);
    expect(said).toContain(`The feed ${FEED} cannot be fetched: the server answers with 503.`);
    answer = () => rss([towed]);
    await watch().look();
    expect(await new FeedMemory(corpus).recall(FEED)).toMatchObject({ failures: 0, trouble: null, added: 1 });
  });

  it('is trouble, and no fault, when it is none', async () => {
    answer = () => '<html><p>Moved</p></html>';
    await watch().look();
    expect(await new FeedMemory(corpus).recall(FEED)).toMatchObject({ failures: 1, trouble: expect.any(String) });
    expect(files()).toEqual(['ferry.txt']);
  });

  it('is measured by what people put there, not by what feeds brought', async () => {
    await watch().look();
    expect(await keeper.filesAddedBy('feed')).toEqual(new Set(['ferry-saint-olga-towed-to-norwick.md']));
  });

  it('lets nothing in where there is no article to compare with, and looks again', async () => {
    await keeper.remove('ferry', 'terminal');
    await watch().look();
    expect(files()).toEqual([]);
    await keeper.undo('terminal');
    later(20);
    await watch().look();
    expect(files()).toHaveLength(2);
    expect(asked.map(({ etag }) => etag)).toEqual([null, null]);
  });

  it('remembers in a file that is bounded, and begins anew where that is broken', async () => {
    const memory = new FeedMemory(corpus);
    const record = await memory.recall(FEED);
    await memory.remember(FEED, { ...record, seen: Array.from({ length: 3_000 }, (_, at) => String(at)) });
    expect((await memory.recall(FEED)).seen).toHaveLength(2_000);
    expect((await memory.recall(FEED)).seen.at(-1)).toBe('2999');
    expect(readFileSync(join(corpus, '.dateline/feeds.json'), 'utf8').length).toBeLessThan(100_000);
    writeFileSync(join(corpus, '.dateline/feeds.json'), '{"half');
    expect(await memory.recall(FEED)).toMatchObject({ seen: [], askedAt: null });
  });
});
