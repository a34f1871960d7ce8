import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Command, defineCommand, flag, requiredText } from '../../commands/parts/command.js';
import { notice, type Reply } from '../../commands/parts/reply.js';
import { type Archive, createArchive, RequestError } from '../../src/archive.js';
import { DEFER_AFTER_MS, Dispatcher, type DispatcherOptions } from '../../src/discord/dispatcher.js';
import type { Drawn } from '../../src/discord/draw.js';
import type { Exchange, Place } from '../../src/discord/exchange.js';

const ANSWER: Reply = { tone: 'answer', lead: 'It says so.', sections: [], buttons: [], private: false };

/** What a user would see, in order. */
interface Seen {
  readonly deferred: Place[];
  readonly delivered: { drawn: Drawn; place: Place }[];
  readonly exchange: Exchange;
}

function watch(): Seen {
  const [deferred, delivered]: [Place[], Seen['delivered']] = [[], []];
  return {
    deferred,
    delivered,
    exchange: {
      defer: async (place) => void deferred.push(place),
      deliver: async (drawn, place) => void delivered.push({ drawn, place }),
    },
  };
}

function textOf({ delivered }: Seen): string {
  return delivered.map(({ drawn }) => drawn.embeds[0]?.description).join('\n');
}

let archive: Archive;
let log: string;

/** A dispatcher for one command that does this. */
function dispatcherFor(
  run: () => Promise<Reply>,
  place: 'here' | 'private' = 'here',
  more: Partial<DispatcherOptions> = {},
): Dispatcher {
  const sink = new Writable({
    write(chunk, _, done) {
      log += chunk;
      done();
    },
  });
  const command: Command = defineCommand({
    kind: 'slash',
    name: 'ask',
    description: 'Asks',
    mention: 'question',
    options: { question: requiredText('What you want to know', { maxLength: 20 }), private: flag('Quietly') },
    run,
    actions: { page: { place, run } },
  });
  const logger = pino({ level: 'info' }, sink);
  return new Dispatcher({ archive, commands: [command], logger, newId: () => 'id-1', ...more });
}

beforeEach(async () => {
  archive = await createArchive([{ id: 'a', text: 'Lavrov met Kim on Thursday.' }]);
  log = '';
});
afterEach(() => {
  vi.useRealTimers();
});

describe('acknowledging', () => {
  it('answers at once, without deferring', async () => {
    const seen = watch();
    await dispatcherFor(async () => ANSWER).run('slash', 'ask', { question: 'who met Kim' }, seen.exchange);
    expect(seen.deferred).toEqual([]);
    expect(seen.delivered).toHaveLength(1);
  });

  it('defers an answer that is late, and fills it in', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let finish: (reply: Reply) => void = () => undefined;
    const slow = new Promise<Reply>((resolve) => {
      finish = resolve;
    });
    const seen = watch();
    const answering = dispatcherFor(() => slow).run('slash', 'ask', { question: 'who', private: true }, seen.exchange);
    await vi.advanceTimersByTimeAsync(DEFER_AFTER_MS - 1);
    expect(seen.deferred).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(seen.deferred).toEqual(['private']);
    finish(ANSWER);
    await answering;
    expect(seen.delivered).toHaveLength(1);
  });

  it('finishes what was begun before it says that it is finished', async () => {
    const dispatcher = dispatcherFor(async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return ANSWER;
    });
    const seen = watch();
    void dispatcher.run('slash', 'ask', { question: 'who' }, seen.exchange);
    await dispatcher.finish();
    expect(seen.delivered).toHaveLength(1);
  });
});

describe('errors', () => {
  it('says a mistake of the asker in the words of the archive, to the asker alone', async () => {
    const seen = watch();
    const dispatcher = dispatcherFor(async () => {
      throw new RequestError('“soon” is no day.');
    });
    await dispatcher.run('slash', 'ask', { question: 'who' }, seen.exchange);
    expect(textOf(seen)).toBe('“soon” is no day.');
    expect(seen.delivered[0]?.place).toBe('private');
  });

  it('apologises for anything else with an id that the log has too, without its details', async () => {
    const seen = watch();
    const dispatcher = dispatcherFor(async () => {
      throw new Error('secret detail');
    });
    await dispatcher.run('slash', 'ask', { question: 'who' }, seen.exchange);
    expect(textOf(seen)).toContain('id-1');
    expect(textOf(seen)).not.toContain('secret');
    expect(log).toContain('"id":"id-1"');
    expect(log).toContain('secret detail');
  });

  it('lives on when the answer cannot be delivered', async () => {
    const exchange: Exchange = {
      defer: async () => undefined,
      deliver: async () => {
        throw new Error('Unknown interaction');
      },
    };
    await dispatcherFor(async () => ANSWER).run('slash', 'ask', { question: 'who' }, exchange);
    expect(log).toContain('Unknown interaction');
  });

  it.each([
    [{}, 'what you want to know'],
    [{ question: ' \u200B ' }, 'what you want to know'],
    [{ question: 'a'.repeat(21) }, '20 are the most'],
  ])('says what is accepted for %j', async (given, sentence) => {
    const seen = watch();
    await dispatcherFor(async () => ANSWER).run('slash', 'ask', given, seen.exchange);
    expect(textOf(seen)).toContain(sentence);
  });

  it('says that a button of an older Dateline works no longer', async () => {
    const seen = watch();
    const dispatcher = dispatcherFor(async () => ANSWER);
    for (const customId of ['ask|gone|1|3,0', 'gone|page|1|3,0', 'ask|page|1|3', 'anything']) {
      await dispatcher.press({ customId, asked: 'who', isPrivate: false }, seen.exchange);
    }
    expect(textOf(seen).match(/works no longer/g)).toHaveLength(4);
    expect(new Set(seen.delivered.map(({ place }) => place))).toEqual(new Set(['private']));
  });
});

describe('what stays private', () => {
  it('logs neither questions nor anything of users at info', async () => {
    await dispatcherFor(async () => ANSWER).run('slash', 'ask', { question: 'who met Kim' }, watch().exchange);
    expect(log).toContain('answered');
    expect(log).not.toContain('Kim');
  });

  it('answers a private question privately, and a button on a private message too', async () => {
    const seen = watch();
    const run = async () => ({ ...ANSWER, private: true });
    await dispatcherFor(run).run('slash', 'ask', { question: 'who', private: true }, seen.exchange);
    await dispatcherFor(run, 'private').press(
      { customId: 'ask|page|1|3,1', asked: 'who', isPrivate: false },
      seen.exchange,
    );
    expect(seen.delivered.map(({ place }) => place)).toEqual(['private', 'private']);
  });

  it('offers Share on a page turned on a private message, and not on a shared one', async () => {
    const seen = watch();
    const dispatcher = dispatcherFor(async () => ({ ...ANSWER, private: true }));
    for (const isPrivate of [true, false]) {
      await dispatcher.press({ customId: 'ask|page|1|3,1', asked: 'who', isPrivate }, seen.exchange);
    }
    const shareable = seen.delivered.map(({ drawn }) => JSON.stringify(drawn.components).includes('Share'));
    expect(shareable).toEqual([true, false]);
    expect(seen.delivered.map(({ place }) => place)).toEqual(['here', 'here']);
  });

  it('tells only the one who pressed when a page cannot be turned', async () => {
    const seen = watch();
    const dispatcher = dispatcherFor(async () => notice('Gone.'));
    await dispatcher.press({ customId: 'ask|page|1|3,0', asked: 'who', isPrivate: false }, seen.exchange);
    expect(seen.delivered[0]?.place).toBe('private');
  });
});

describe('a mention', () => {
  it('is answered by the command that takes those', async () => {
    const seen = watch();
    await dispatcherFor(async () => ANSWER).mention('  who   met Kim ', seen.exchange);
    expect(seen.delivered[0]?.drawn.embeds[0]?.author?.name).toBe('who met Kim');
    expect(seen.delivered[0]?.place).toBe('public');
  });
});

describe('under load', () => {
  it('says in a word that there is no time, to the asker alone, and logs how often', async () => {
    const seen = watch();
    const observed: string[] = [];
    const dispatcher = dispatcherFor(async () => ANSWER, 'here', { observe: ({ outcome }) => observed.push(outcome) });
    await dispatcher.run('slash', 'ask', { question: 'who' }, { ...seen.exchange, since: performance.now() - 2_300 });
    expect(textOf(seen)).toBe('Too many people are asking at once. Please ask again in a moment.');
    expect(seen.delivered[0]?.place).toBe('private');
    await dispatcher.run('slash', 'ask', { question: 'who' }, { ...seen.exchange, since: performance.now() - 3_000 });
    expect(observed).toEqual(['declined', 'dropped']);
    await vi.waitFor(() => expect(log).toContain('"declined":1,"dropped":1'), 3_000);
  });

  it('says what it says to anybody there to who asks where it answers nobody', async () => {
    const told: string[] = [];
    const seen = watch();
    const access = { ratePerUser: 0, ratePerServer: 0, channels: ['500'] };
    const dispatcher = dispatcherFor(async () => ANSWER, 'here', { access } as never);
    const asker = { user: '1', server: '2', channels: ['400'], managerOf: null, pressKey: null };
    const decline: Exchange['decline'] = async (_, why) => void told.push(why);
    const late = performance.now() - 2_300;
    await dispatcher.mention('who', { ...seen.exchange, asker, decline, since: late });
    expect(told).toEqual(['elsewhere']);
    expect(dispatcher.answersIn(asker)).toBe(false);
    expect(dispatcher.answersIn({ ...asker, channels: ['500'] })).toBe(true);
  });

  it('counts the time in which to acknowledge from when it came', async () => {
    const seen = watch();
    const slow = new Promise<Reply>((resolve) => setTimeout(() => resolve(ANSWER), 300));
    const since = performance.now() - DEFER_AFTER_MS + 50;
    await dispatcherFor(() => slow).run('slash', 'ask', { question: 'who' }, { ...seen.exchange, since });
    expect(seen.deferred).toEqual(['public']);
  });

  it('suggests nothing, and answers what is asked', async () => {
    const seen = watch();
    const dispatcher = dispatcherFor(async () => {
      const end = performance.now() + 20;
      while (performance.now() < end) {}
      return ANSWER;
    });
    const asked = Array.from({ length: 40 }, () => dispatcher.run('slash', 'ask', { question: 'who' }, seen.exchange));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await dispatcher.suggest('ask', 'question', 'w', {})).toEqual([]);
    expect(seen.delivered.length).toBeLessThan(40);
    await Promise.all(asked);
    expect(textOf(seen).match(/It says so/g)).toHaveLength(40);
  });
});

describe('who may ask', () => {
  const asker = { user: '1', server: '2', channels: ['3'], managerOf: null, pressKey: null };
  const access = { perUser: 0, perServer: 0, channels: [], privateAnswers: false };

  it('is told privately when they asked too much, and nothing is looked for', async () => {
    const seen = watch();
    let runs = 0;
    const run = async () => {
      runs += 1;
      return ANSWER;
    };
    const dispatcher = dispatcherFor(run, 'here', { access: { ...access, perUser: 1 } });
    for (let i = 0; i < 2; i++) {
      await dispatcher.run('slash', 'ask', { question: 'who' }, { ...seen.exchange, asker });
    }
    expect(runs).toBe(1);
    expect(textOf(seen)).toContain('Please go on in 60 seconds.');
    expect(seen.delivered.at(-1)?.place).toBe('private');
  });

  it('is told where to ask', async () => {
    const seen = watch();
    const dispatcher = dispatcherFor(async () => ANSWER, 'here', { access: { ...access, channels: ['4'] } });
    await dispatcher.run('slash', 'ask', { question: 'who' }, { ...seen.exchange, asker });
    expect(textOf(seen)).toBe('I do not answer here. Please ask in <#4>.');
  });

  it('is answered alone where that is wanted, and may share it', async () => {
    const seen = watch();
    const run = async () => ({ ...ANSWER, private: true });
    const dispatcher = dispatcherFor(run, 'here', { access: { ...access, privateAnswers: true } });
    await dispatcher.run('slash', 'ask', { question: 'who' }, { ...seen.exchange, asker });
    expect(seen.delivered[0]?.place).toBe('private');
    expect(JSON.stringify(seen.delivered[0]?.drawn.components)).toContain('Share');
    await dispatcher.mention('who', { ...seen.exchange, asker });
    expect(textOf(seen)).toContain('Please ask with /ask.');
  });
});
