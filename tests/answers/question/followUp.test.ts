import { describe, expect, it } from 'vitest';
import { isFollowUp, joinFollowUp } from '../../../src/answers/question/followUp.js';

describe('a follow-up', () => {
  it.each([
    ['and when?', 'who met Kim?', 'when met Kim'],
    ['when', 'Did the ferry sink?', 'when the ferry sink'],
    ['ok and why', 'what did the captain say about the fire', 'why the captain say about the fire'],
    ['who else?', 'who met Kim', 'who else met Kim'],
    ['how many', 'were people injured', 'how many people injured'],
    ['what about the captain?', 'who was injured on the ferry?', 'who was injured on the ferry the captain'],
    ['why tho', 'did the ferry sink', 'why the ferry sink'],
    ['wen', 'did the ferry sink', 'when the ferry sink'],
    ['how come?', 'did the ferry sink', 'why the ferry sink'],
    ['nd by how much', 'who won the race', 'by how much won the race'],
    ['and who replaced him', 'did the captain resign', 'did the captain resign who replaced him'],
    ['and in Halden?', 'how many voted for the mayor', 'how many voted for the mayor in Halden'],
  ])('“%s” after “%s” is read as “%s”', (text, before, read) => {
    expect(joinFollowUp(text, before)).toBe(read);
  });

  it.each([
    ['what did he say about lindqvist', 'who is ferrante', 'what did ferrante say about lindqvist'],
    [
      'What did she say about the talks in Halden on Monday?',
      'who was Ana Ruiz?',
      'What did Ana Ruiz say about the talks in Halden on Monday',
    ],
    ['and when was she born', 'what did Ana Ruiz say about the talks', 'when was Ana Ruiz born'],
    ['why did they resign', 'who is the mayor of Halden', 'why did the mayor of Halden resign'],
    ['who is his wife', 'tell me about the captain', 'who is the captain’s wife'],
    ['where’s he from', "who's Kim", 'where’s Kim from'],
    ['what did he say', 'when did Kim Jong-un arrive in Halden', 'what did Kim Jong-un say'],
    ['who else met him?', 'who met Kim', 'who else met Kim'],
  ])('“%s” after “%s” asks of the same person: “%s”', (text, before, read) => {
    expect(joinFollowUp(text, before)).toBe(read);
  });

  it.each([
    ['what did he say', 'who was injured'],
    ['what did he say', 'what happened in Halden'],
    ['what did he say', 'did Kim meet Putin'],
    ['what did he say', 'what did she say'],
    ['what did he say', 'how many voted'],
    ['what did Lavrov say when he met Kim', 'who is Ferrante'],
    ['he said so', 'who is Ferrante'],
  ])('“%s” after “%s” names nobody of the question before', (text, before) => {
    expect(joinFollowUp(text, before)).toBeNull();
  });

  it.each([
    ['and who met the mayor of Halden?', 'who met Kim'],
    ['who met Kim', 'when did the ferry sink'],
    ['when did it sink', 'who met Kim'],
    ['the captain', 'who met Kim'],
    ['and tell me all that you know about the ferry', 'who met Kim'],
    ['and?', 'who met Kim'],
    ['ok thanks', 'who met Kim'],
    ['an', 'who met Kim'],
    ['when?', ''],
    ['when?', '???'],
  ])('“%s” after “%s” is none, or there is nothing to read it with', (text, before) => {
    expect(joinFollowUp(text, before)).toBeNull();
  });

  it('is known as one before the question before it is', () => {
    expect(['and when?', 'who else', 'what did he say', 'who met Kim', ''].map(isFollowUp)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('is read in time that does not grow with marks and spaces', () => {
    const start = performance.now();
    for (const text of [' '.repeat(50_000), '?'.repeat(50_000), `and${' ,'.repeat(25_000)}`]) joinFollowUp(text, text);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
