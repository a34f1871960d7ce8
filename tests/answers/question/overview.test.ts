import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOverviewRequest } from '../../../src/answers/question/overview.js';
import { readTyped } from '../../../src/answers/question/typed.js';
import { Responder } from '../../../src/answers/responder.js';
import { articleOf } from '../articles.js';

/** What a message asks the whole of; null when it asks for a fact. */
const topicOf = (text: string): string | null => readOverviewRequest(readTyped(text, () => false))?.topic ?? null;

describe('a message that asks for the whole', () => {
  it.each([
    'summary pls',
    'tldr',
    'Can you give me a quick overview?',
    'what happened',
    'what happend on    ',
    'what happened     morning?',
    'so what happened here?',
    'whats new',
    'the latest news',
    'any updates?',
    'what is this all about',
    'catch me up please',
    'what did i miss',
    'what’d I miss?',
    'have we missed anything',
    'anything new lately',
    'give me the gist of the whole story so far',
  ])('asks for everything: “%s”', (text) => {
    expect(topicOf(text)).toBe('');
  });

  it.each([
    ['tldr of the ferry strike', 'ferry strike'],
    ['the latest on Mayor Olsen', 'Mayor Olsen'],
    ['any news from Bergen?', 'Bergen'],
    ['what’s going on with the dam', 'dam'],
    ['sum up the whole harbour mess so far', 'harbour'],
    ['catch me up on the strike', 'strike'],
    ['ferry strike summary', 'ferry strike'],
    ['harbour summary pls, whats the latest', 'harbour'],
    ['what happened with the dam on   ?', 'dam'],
    ['missed all of this, can someone give me a summary of the ferry strike', 'ferry strike'],
    ['havent been following at all! whats the latest on the dam', 'dam'],
  ])('of a topic asks for that: “%s”', (text, topic) => {
    expect(topicOf(text)).toBe(topic);
  });
});

describe('a question for a fact', () => {
  it.each([
    'what happened to the ferry',
    'what happened on Friday',
    'what happened between Olsen and Marsh',
    'who summarised the report',
    'what did the summary of the report say',
    'who spoke at the news conference',
    'news conference',
    'what is new in the second report',
    'when is the latest ferry',
    'what did i miss the most',
    'did we miss the ferry',
    'what did the keeper miss',
    'is there anything new in the report',
    '',
  ])('asks for no overview: “%s”', (text) => {
    expect(topicOf(text)).toBeNull();
  });
});

describe('a name alone', () => {
  const text = 'Mayor Nils Olsen opened the Bergen harbour on Friday. Olsen thanked the crew. The ferry left at noon.';
  const responder = new Responder([articleOf({ id: 'harbour', text })], 0);
  const isOverview = (question: string): boolean => responder.find(question, 5).question.overview;

  it.each(['olsen', 'Nils Olsen', 'NILS OLSEN?', 'bergen', 'the latest on olsen'])(
    'asks for all about it: “%s”',
    (name) => {
      expect(isOverview(name)).toBe(true);
    },
  );

  it.each(['ferry', 'who is Olsen', 'Olsen Bergen Friday ferry', 'Olsen on 3 May', 'Olsen thanked', 'noon', ''])(
    'it is not: “%s”',
    (question) => {
      expect(isOverview(question)).toBe(false);
    },
  );
});

it('whatever is typed, a topic is made of its words and has none around it that lead to one', () => {
  const word = fc.constantFrom(
    'summary',
    'of',
    'the',
    'ferry',
    'latest',
    'on',
    'Olsen',
    'so',
    'far',
    'tldr',
    'what',
    'happened',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(word).map((words) => words.join(' ')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        const topic = readOverviewRequest(text)?.topic;
        if (topic === undefined) return;
        for (const part of topic.split(' ')) expect(text).toContain(part);
        expect(topic).not.toMatch(/^(?:of|the|on)\b|\bso far$/i);
      },
    ),
    { numRuns: 500 },
  );
});
