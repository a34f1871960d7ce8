import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { problemsOf } from '../configProblems.js';

const accessOf = (environment: Record<string, string>) => readConfig(environment).access;

it('has limits that nobody meets who reads the answers, and is open everywhere', () => {
  expect(accessOf({})).toEqual({ perUser: 20, perServer: 300, channels: [], privateAnswers: false });
});

it('takes every variable at its word', () => {
  const environment = {
    RATE_LIMIT_USER: '0',
    RATE_LIMIT_SERVER: '50',
    ALLOWED_CHANNELS: ' 123, 456 789,',
    PRIVATE_ANSWERS: 'true',
  };
  expect(accessOf(environment)).toEqual({
    perUser: 0,
    perServer: 50,
    channels: ['123', '456', '789'],
    privateAnswers: true,
  });
});

it('says what is accepted', () => {
  expect(
    problemsOf({
      RATE_LIMIT_USER: '-1',
      RATE_LIMIT_SERVER: '200000',
      ALLOWED_CHANNELS: '#general',
      PRIVATE_ANSWERS: 'yes',
    }),
  ).toEqual([
    'RATE_LIMIT_USER must be a whole number of requests a minute up to 100000, or 0 for no limit.',
    'RATE_LIMIT_SERVER must be a whole number of requests a minute up to 100000, or 0 for no limit.',
    'ALLOWED_CHANNELS must be ids of channels, digits only, with blanks or commas between them.',
    'PRIVATE_ANSWERS must be true or false.',
  ]);
});
