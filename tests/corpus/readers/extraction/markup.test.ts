import { describe, expect, it } from 'vitest';
import { parseMarkup, plainMarkup, wordsOfMarkup } from '../../../../src/corpus/readers/extraction/markup.js';

describe('the words of markup', () => {
  it('have a paragraph a block, without what is inside a line', () => {
    expect(plainMarkup('<p>The <b>ferry</b> left&nbsp;<a href="/x">Norwick</a>.</p><div>It\n  sank.</div>')).toBe(
      'The ferry left Norwick.\n\nIt sank.',
    );
  });

  it('have headings marked and lines parted where the page parts them', () => {
    expect(plainMarkup('<h2>What comes <i>next</i></h2><p>Rain fell.<br>Fog came.</p>')).toBe(
      '## What comes next\n\nRain fell.\nFog came.',
    );
  });

  it('go on over a line break inside a sentence, and have a paragraph where two are', () => {
    expect(
      plainMarkup('<p>Starling said<br>\nshe would sail.<br/>She did.<br><br>then it rained<br>in Sale.</p>'),
    ).toBe('Starling said she would sail.\nShe did.\n\nthen it rained in Sale.');
    expect(plainMarkup('<p>Norwick<br>Sale<br>Alm</p>')).toBe('Norwick\nSale\nAlm');
  });

  it('leave out what shows none: scripts, styles, forms, captions', () => {
    const silent = '<script>a()</script><style>p{}</style><figure><figcaption>A ferry.</figcaption></figure>';
    expect(plainMarkup(`<p>It sank.</p>${silent}<!-- note --><button>Share</button>`)).toBe('It sank.');
  });

  it('keep the cells of a table apart', () => {
    expect(plainMarkup('<table><tr><td>Norwick</td><td>40</td></tr><tr><td>Sale</td><td>7</td></tr></table>')).toBe(
      'Norwick 40\n\nSale 7',
    );
  });

  it('are found however deep a page nests', () => {
    let markup = 'It sank.';
    for (let i = 0; i < 2_000; i++) markup = `<div>${markup}</div>`;
    expect(wordsOfMarkup(parseMarkup(markup).body)).toBe('It sank.');
  });
});
