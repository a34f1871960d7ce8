import { describe, expect, it } from 'vitest';
import { extractQuotes } from '../../src/quotes/extract.js';
import { line, readSeed } from './reading.js';

/** Read by hand: everything that anybody is quoted with in the four articles, and by whom. */
describe('the quotes of the four articles', () => {
  it('000: Lavrov, his ministry and local media', () => {
    expect(extractQuotes(readSeed('000')).map(line)).toEqual([
      'direct · Sergei Lavrov · slamming · dangerous',
      'reported · Russia\'s foreign ministry · said · Lavrov hailed North Korea as a "close neighbour and long-time partner" in a meeting that lasted a little over an hour',
      'direct · Sergei Lavrov · hailed · close neighbour and long-time partner',
      'direct · Sergei Lavrov · termed · dangerous',
      'direct · Sergei Lavrov · touting · new, strategic level',
      "direct · Sergei Lavrov · told · Like our North Korean friends, we are seriously worried about the intensification of military activity of the United States, Japan and South Korea in the region and by Washington's policies",
      'direct · Sergei Lavrov · said · We oppose this unconstructive and dangerous line',
      'reported · Sergei Lavrov · adding · that the United States was placing "strategic infrastructure, including nuclear elements", in the region',
      'reported · Local media reports · said · that the bomber would take part in a joint aerial drill near the Korean peninsula on Sunday that would involve South Korea, the United States and Japan',
      "reported · Sergei Lavrov · said · But North Korea's relationship with Russia has also been tightening",
      'direct · Sergei Lavrov · told · After the landmark summit... we can say confidently that relations have reached a qualitatively new, strategic level',
      'reported · Sergei Lavrov · told · Moscow is also keen to assist North Korea with its energy needs, a constant source of struggle for heavily sanctioned Pyongyang',
    ]);
  });

  it('002: Lavrov alone', () => {
    expect(extractQuotes(readSeed('002')).map(line)).toEqual([
      'direct · Sergei Lavrov · slammed · dangerous',
      'direct · Sergei Lavrov · touting · new, strategic level',
      "direct · Sergei Lavrov · told · Like our North Korean friends, we are seriously worried about the intensification of military activity of the United States, Japan and South Korea in the region and by Washington's policies ... we oppose this unconstructive and dangerous line",
      'direct · Sergei Lavrov · said · We oppose this unconstructive and dangerous line',
      'reported · Sergei Lavrov · adding · the U.S. was placing "strategic infrastructure, including nuclear elements," in the region',
      "reported · Sergei Lavrov · said · But North Korea's relationship with Russia has also been tightening",
      'direct · Sergei Lavrov · told · After the landmark summit ... we can say confidently that relations have reached a qualitatively new, strategic level',
    ]);
  });

  it('003: Lavrov by name and by office, the Kremlin, the ministry; no headline', () => {
    expect(extractQuotes(readSeed('003')).map(line)).toEqual([
      'direct · Sergey Lavrov · accuses · strategic infrastructure, including nuclear components',
      'direct · Sergey Lavrov · criticized · dangerous',
      'direct · Sergey Lavrov · told · Like our North Korean friends, we are seriously concerned about the intensification of US, Japanese and South Korean military activities in the region, as well as Washington’s policies',
      'reported · Sergey Lavrov · said · the US would bring “strategic infrastructure, including nuclear components,”',
      'direct · Sergey Lavrov · added · We reject this unproductive and dangerous trend',
      'reported · Sergey Lavrov · said · that Moscow, Beijing and Pyongyang are trying to “present alternatives in a constructive way to the escalation of tensions” in the region',
      'direct · Sergey Lavrov · added · We are in favor of establishing a regular dialogue process on security issues on the Korean Peninsula without any preconditions',
      'reported · Kremlin · assured · that no deal was signed at the event',
      'reported · Kremlin · - · Lavrov’s talks this week will form the basis for Putin’s visit to North Korea',
      'reported · Russian Foreign Ministry · said · that contacts between the two capitals would “continue”',
    ]);
  });

  it('004: Lavrov, the Kremlin, Russian media, Sung Kim and the US, each with their own', () => {
    expect(extractQuotes(readSeed('004')).map(line)).toEqual([
      'direct · Sergei Lavrov · condemned · dangerous',
      'direct · Sergei Lavrov · hailed · new, strategic level',
      "direct · Sergei Lavrov · said · Like our North Korean friends, we are seriously worried about the intensification of military activity of the United States, Japan and South Korea in the region and by Washington's policies. We oppose this unconstructive and dangerous line",
      'reported · Sergei Lavrov · said · the US was placing "strategic infrastructure, including nuclear elements" in the region',
      "direct · Sergei Lavrov · saying · We highly value your principled, unambiguous support for Russia's actions in connection with the special military operation in Ukraine",
      "reported · Kremlin spokesperson · said · Lavrov's two-day visit could also lay the groundwork for a future trip by Russian President Vladimir Putin",
      "reported · Russian media · - · Lavrov also briefe the North Koreans on Putin's recent China visit",
      'reported · Sung Kim · said · that the closeness between North Korea and Russia was "worrying."',
      'reported · US · claimed · that arms shipments are already underway, presenting evidence last week that North Korea delivered more than 1,000 containers of military equipment and munitions to Russia',
    ]);
  });
});
