import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanOptions, type OptionValues } from '../../commands/parts/options.js';
import { askedLine, pressId, readAsked, readPress } from '../../src/discord/buttonState.js';
import { LIMITS } from '../../src/discord/limits.js';
import { ASK_COMMAND } from './askCommand.js';
import { nastyText } from './texts.js';

/** Presses a button of a reply to this request, as if long after. */
function roundTrip(values: OptionValues, asked = askedLine(ASK_COMMAND.options, values)) {
  const press = readPress(pressId(ASK_COMMAND, values, 'page', '2') ?? '');
  return press && readAsked(ASK_COMMAND.options, press.lengths, asked);
}

describe('what a button brings back', () => {
  it('is the request as it was made, read from the line at the head of the reply', () => {
    const values = { question: 'who met Kim · and why', source: 'AFP', private: true };
    expect(askedLine(ASK_COMMAND.options, values)).toBe('who met Kim · and why · AFP');
    expect(roundTrip(values)).toEqual(values);
  });

  it('is the request exactly, for whatever people type', () => {
    fc.assert(
      fc.property(nastyText(150), fc.option(nastyText(40)), fc.boolean(), (question, source, isPrivate) => {
        const values = cleanOptions(ASK_COMMAND.options, { question, source: source ?? undefined, private: isPrivate });
        fc.pre(values.question !== undefined);
        expect(pressId(ASK_COMMAND, values, 'page', '2')?.length).toBeLessThanOrEqual(LIMITS.customId);
        const back = roundTrip(values);
        expect(back).toEqual(JSON.parse(JSON.stringify(values)));
      }),
    );
  });

  it('is nothing when the line and the button do not belong together', () => {
    const values = { question: 'who met Kim', private: false };
    expect(roundTrip(values, '')).toBeNull();
    expect(roundTrip(values, 'who met Kim, really')).toBeNull();
    expect(readAsked(ASK_COMMAND.options, '11,0', 'who met Kim')).toBeNull();
    expect(readAsked(ASK_COMMAND.options, '-1,x,1', 'who met Kim')).toBeNull();
  });

  it('is not promised when the request is too long for the head of a reply', () => {
    expect(
      pressId(ASK_COMMAND, { question: 'a'.repeat(200), source: 'b'.repeat(60), private: false }, 'page', '1'),
    ).toBeNull();
  });

  it('leaves alone buttons that are not ours', () => {
    expect(readPress('other-bot:42')).toBeNull();
  });

  it('brings back which of several events was asked, and none where there is one', () => {
    const of = (event: string | null) => readPress(pressId(ASK_COMMAND, { question: 'who' }, 'page', '1', event) ?? '');
    expect(of('harbour')?.event).toBe('harbour');
    expect(of(null)?.event).toBeNull();
  });

  it('has room for the longest name of an event beside the longest question', () => {
    const values = { question: 'q'.repeat(200), private: true };
    expect(pressId(ASK_COMMAND, values, 'context', '12', 'e'.repeat(50))).not.toBeNull();
  });
});
