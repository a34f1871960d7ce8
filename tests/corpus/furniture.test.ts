import { describe, expect, it } from 'vitest';
import { isFurniture, looksLikeHeading } from '../../src/corpus/furniture.js';

describe('isFurniture', () => {
  it.each([
    'Skip to main content',
    'Sign in',
    'Open menu',
    'Accept all cookies',
    'We value your privacy',
    'Cookie policy Privacy Terms',
    'Home | News | Sport | Weather',
    'Terms of use',
    'Advertisement',
    'ADVERTISEMENT - CONTINUE READING BELOW',
    'Sponsored content',
    '— Mara V (@maravelling) March 7, 2031',
    'A sad day for the harbour — Mara V (@maravelling) March 7, 2031',
    'Read more: Ferry safety in Halvia',
    'Share this',
    'Sign up for our morning letter from the harbour',
    '© 2031 The Ostrin Herald',
    'The Ostrin Herald. All rights reserved.',
    'We use cookies to improve this page.',
    'MARA VELLING/AFP/Getty Images',
    '![The ferry](ferry.jpg)',
    'Published: 7 March 2031',
    '312 views',
    '* * *',
    'Fact check:Image does not show the harbour of Ostrin',
    "'Almost useless':Fishermen on a slow inquiry, and what it’s for",
    '►Ferry timetable:Which boats sail on Sunday',
    'View this email in your browser',
    'Unsubscribe | Privacy policy',
    'Manage your preferences',
    'You are receiving this because you signed up at the harbour.',
    'Unsubscribe <https://herald.example/u?id=1>',
    `View this email in your browser (https://herald.example/${'x'.repeat(300)})`,
    'Good morning!',
    'Hello readers,',
    'You’re receiving this newsletter because you signed up at the harbour. Unsubscribe',
    'This article was originally published in the Ostrin Herald.',
    'A version of this article first appeared in the harbour letter.',
    'This story has been updated.',
    'This story has been updated to include a statement from the mayor.',
    'Editor’s note: This page recaps the news of Tuesday.',
    'Editor’s note: No power in Ostrin? Click here for a page without pictures.',
    'This story has been updated with additional reporting.',
    'Editor’s note:',
    'Editor’s note: Sign up for our morning letter from the harbour',
    'Corrections: email us at desk@herald.example',
  ])('knows what a page carries beside its article: %s', (line) => {
    expect(isFurniture(line)).toBe(true);
  });

  it.each([
    'The ferry sank off Ostrin on Tuesday.',
    'Live cattle were on board.',
    'Terms of the sale were not told.',
    'Accept all of it, the mayor said.',
    'Privacy and the harbour',
    'Jobs, jobs, jobs',
    'This page recaps what the mayor wrote.',
    'Advertising for the ferry was stopped.',
    'It was a sad day, wrote Mara V (@maravelling) on March 7, 2031',
    'Video of the rescue was shown to the council.',
    'It had 312 views over the harbour.',
    'The Ostrin Herald reported it first.',
    'Velling:“We saw the ferry sink.”',
    'Mara Velling:The ferry was late that day.',
    'Timetable: Boats sail on Sunday',
    'The council met at 10:30 in the Harbour Hall',
    'Contact us with news of the ferry, the mayor said.',
    'Unsubscribe rates rose, the Herald said.',
    'Good morning, said the mayor, and sat down.',
    'The list is at the harbour <https://herald.example/list>',
    'You are receiving this medal for the rescue, the mayor said.',
  ])('takes no sentence for it: %s', (line) => {
    expect(isFurniture(line)).toBe(false);
  });

  it.each([
    'CORRECTION: An earlier version of this story said that six people died. In fact, four people died.',
    'Clarification: The ferry belongs to the harbour, not to the town.',
    'Editor’s note: The mayor, Mara Velling, owns shares in this paper.',
    'This article has been corrected to say that four people died.',
    'This story was updated to say that the mayor has resigned.',
  ])('takes what a paper says of its own article for text: %s', (line) => {
    expect(isFurniture(line)).toBe(false);
  });

  it('never takes a long paragraph for it', () => {
    expect(isFurniture(`We use cookies, says the baker of Ostrin. ${'He bakes them at dawn. '.repeat(12)}`)).toBe(
      false,
    );
  });
});

describe('what sites ask before they show a page', () => {
  const consent =
    'We and our 31 trusted partners store and/or access information on a device, such as unique IDs in cookies, to process personal data.';

  it('is furniture, however long it is', () => {
    expect(isFurniture(consent)).toBe(true);
    expect(isFurniture(`${consent}${' You may manage your choices at any time.'.repeat(9)}`)).toBe(true);
  });

  it('is no sentence about partners', () => {
    expect(isFurniture('We and our partners in Ostrin will mend the ferry, the mayor said.')).toBe(false);
  });
});

describe('looksLikeHeading', () => {
  it.each(['How the rescue went', 'A harbour without boats', 'Why did the ferry sink?'])(
    'takes a short line that is no sentence for one: %s',
    (line) => {
      expect(looksLikeHeading(line, true)).toBe(true);
    },
  );

  it.each([
    'The ferry sank.',
    'Nobody was hurt, the mayor said',
    'the harbour at dawn',
    'Tickets: 4 crowns',
    '1. Ostrin',
    'www.herald.example',
  ])('takes no sentence and no entry of a list for one: %s', (line) => {
    expect(looksLikeHeading(line, true)).toBe(false);
  });

  it('takes fewer words for one where no blank line sets them apart', () => {
    const line = 'Fishermen from three villages on the rescue';
    expect(looksLikeHeading(line, true)).toBe(true);
    expect(looksLikeHeading(line, false)).toBe(false);
    expect(looksLikeHeading('How the rescue went', false)).toBe(true);
  });

  it('takes no long line for one', () => {
    expect(looksLikeHeading('Ostrin-and-its-harbour '.repeat(6).trim(), true)).toBe(false);
  });
});
