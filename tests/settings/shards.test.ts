import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { problemsOf } from '../configProblems.js';

it('is one connection unless told', () => {
  expect(readConfig({}).discord.shards).toBe(1);
});

it('is a number, or what Discord recommends', () => {
  expect(readConfig({ SHARDS: '4' }).discord.shards).toBe(4);
  expect(readConfig({ SHARDS: 'auto' }).discord.shards).toBe('auto');
});

it.each(['0', '-1', '1.5', 'many', '1001'])('says what is accepted in place of “%s”', (SHARDS) => {
  expect(problemsOf({ SHARDS })).toEqual(['SHARDS must be auto, or a whole number of connections from 1 to 1000.']);
});
