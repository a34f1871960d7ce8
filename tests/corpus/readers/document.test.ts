import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCorpus } from '../../../src/corpus/folder.js';
import { slugOf } from '../../../src/corpus/readers/document.js';
import { docxEntries, makeDocx, makeFeed, makePage, makePdf, makeZip } from '../documents.js';

const FIRST =
  'A ferry with 40 people on board ran aground off Norwick in the night, the coast guard said, and nobody was hurt.';
const SECOND =
  '“It was a long night,” Captain Gail Starling said. She had been at sea for thirty years and had never seen such fog.';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-document-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Reads a folder that holds this one file. */
async function read(name: string, content: string | Uint8Array) {
  await writeFile(path.join(folder, name), content);
  const { articles, problems } = await readCorpus(folder);
  return { articles, article: articles[0], problems, messages: problems.map(({ message }) => message) };
}

const JSON_LD = (facts: object): string => `<script type="application/ld+json">${JSON.stringify(facts)}</script>`;

describe('a saved page', () => {
  it('is its article: no menu, no footer, no script', async () => {
    const { article } = await read('ferry.html', makePage([FIRST, SECOND]));
    expect(article?.text).toBe(`${FIRST}\n\n${SECOND}`);
    expect(article).toMatchObject({ id: 'ferry', title: 'Ferry runs aground off Norwick' });
  });

  it('has title, outlet, day and address from its JSON-LD', async () => {
    const graph = {
      '@graph': [
        { '@type': 'WebSite', name: 'Elsewhere', datePublished: '2001-01-01' },
        {
          '@type': ['NewsArticle'],
          headline: 'Ferry aground',
          datePublished: '2024-03-05T23:10:00-08:00',
          publisher: { '@type': 'Organization', name: 'The Norwick Times' },
        },
      ],
    };
    const head = `${JSON_LD(graph)}<link rel="canonical" href="https://norwick.example/ferry">`;
    const { article, problems } = await read('a.html', makePage([FIRST, SECOND], { head }));
    expect(article).toMatchObject({
      title: 'Ferry aground',
      outlet: 'The Norwick Times',
      url: 'https://norwick.example/ferry',
      published: { date: '2024-03-05', basis: 'stated' },
    });
    expect(problems).toEqual([]);
  });

  it('has them from its meta tags, with the paper as people call it', async () => {
    const head = `<meta property="og:site_name" content="NORWICK TODAY">
      <meta property="article:published_time" content="2024-03-05T09:00:00Z"><meta property="og:url" content="https://norwicktoday.example/a">`;
    const { article } = await read('a.html', makePage([FIRST, SECOND], { head }));
    expect(article).toMatchObject({ outlet: 'NORWICK TODAY', published: { date: '2024-03-05', basis: 'stated' } });
  });

  it('is called by its address when it says no other name', async () => {
    const head =
      '<meta property="og:site_name" content="norwick.example"><link rel="canonical" href="https://www.norwick.example/a">';
    expect((await read('a.html', makePage([FIRST, SECOND], { head }))).article?.outlet).toBe('norwick.example');
  });

  it('has its day from the time in its article', async () => {
    const { article } = await read(
      'a.html',
      makePage(['<time datetime="2024-03-05T01:00">Tuesday</time>', FIRST, SECOND]),
    );
    expect(article?.published).toEqual({ date: '2024-03-05', basis: 'stated' });
  });

  it.each([
    ['20.03.2024', '2024-03-20'],
    ['05/06/2024', null],
    ['last Tuesday', null],
  ])('has the day %s only where that is one', async (content, date) => {
    const head = `<meta name="date" content="${content}">`;
    expect((await read('a.html', makePage([FIRST, SECOND], { head }))).article?.published.date).toBe(date);
  });

  it('is asked for its day when it says none, and gets none made up', async () => {
    const { article, problems } = await read('a.html', makePage([FIRST, SECOND]));
    expect(article?.published).toEqual({ date: null, basis: 'unknown' });
    expect(problems).toEqual([
      { file: 'a.html', line: null, message: expect.stringMatching(/^No date was found/), isNote: true },
    ]);
  });

  it('is read in the encoding that it declares', async () => {
    const markup = makePage([FIRST, 'Captain Gärtner said so to everybody who asked her.']).replace(
      'utf-8',
      'iso-8859-1',
    );
    const { article, messages } = await read('a.htm', Buffer.from(markup, 'latin1'));
    expect(article?.text).toContain('Gärtner');
    expect(messages).toContainEqual(expect.stringContaining('read as windows-1252'));
  });

  it('keeps its words as they are, and all that follows a line of furniture', async () => {
    const words = 'The US-<a href="/a">led</a> mission cost €<b>5</b>m, the <strong>B</strong>BC said.';
    const { article } = await read('a.html', makePage([FIRST, words, '© 2024 Getty Images', SECOND, 'It sailed on.']));
    expect(article?.text).toContain('The US-led mission cost €5m, the BBC said.');
    expect(article?.text).toContain('It sailed on.');
    const bodies = article?.paragraphs.filter(({ kind }) => kind === 'body');
    expect(bodies?.map(({ start, end }) => article?.text.slice(start, end))).not.toContain('© 2024 Getty Images');
  });

  it('has no author in the place of a paper, and no advertisement in the place of an article', async () => {
    const head = `${JSON_LD({ '@type': 'JobPosting', headline: 'We are hiring', datePublished: '2020-01-01' })}
      ${JSON_LD({ '@type': 'Article', headline: 'Ferry &amp;#39;runs&amp;#39; aground &amp; sinks', datePublished: '03/05/2024 10:30:00 PM' })}
      <meta name="author" content="Jane Doe"><meta property="article:published_time" content="2024-03-05T09:00:00Z">
      <link rel="canonical" href="https://www.norwick.example/a">`;
    expect((await read('a.html', makePage([FIRST, SECOND], { head }))).article).toMatchObject({
      title: "Ferry 'runs' aground & sinks",
      outlet: 'norwick.example',
      published: { date: '2024-03-05', basis: 'stated' },
    });
  });

  it('has the day of its own article, and not of one that it points to', async () => {
    const teaser = '<article><time datetime="2024-01-01">Monday</time><p>Another ferry.</p></article>';
    const page = makePage(['<time datetime="2024-03-05">Tuesday</time>', FIRST, SECOND]);
    const { article } = await read('a.html', page.replace(/<article/, `${teaser}<article`));
    expect(article?.published).toEqual({ date: '2024-03-05', basis: 'stated' });
  });

  const COMMENT = '<h3>Comments (2)</h3><p>bob: The captain was drunk and had been to jail, as everybody knows.</p>';
  it.each(['id="comments"', 'class="x comments"', 'class="comment-list"', 'id="disqus_thread"', 'id="respond"'])(
    'has nothing of what its readers say: %s',
    async (where) => {
      const comments = `<div ${where}>${COMMENT}</div>`;
      const page = makePage([FIRST, SECOND]);
      for (const markup of [page.replace('</article>', `${comments}$&`), page.replace('</main>', `$&${comments}`)])
        expect((await read('a.html', markup)).article?.text).toBe(`${FIRST}\n\n${SECOND}`);
      const short = `<html><body><h1>Ferry</h1><p>${FIRST}</p>${comments}</body></html>`;
      expect((await read('a.html', short)).article?.text).not.toMatch(/bob/);
    },
  );

  it('has nothing of a post of another site that is set into it, and all of its own quotations', async () => {
    const post =
      '<blockquote class="twitter-tweet"><p>Sad day</p>— Ann (@ann) <a href="x">April 2, 2024</a></blockquote>';
    const own = '<blockquote><p>We are sorry for what the owner of the ferry did in Norwick.</p></blockquote>';
    const page = makePage([FIRST, SECOND]).replace('</article>', `${post}${own}$&`);
    for (const markup of [page, `<html><body><h1>Ferry</h1><p>${FIRST}</p>${post}${own}</body></html>`]) {
      const { article } = await read('a.html', markup);
      expect(article?.text).not.toMatch(/Sad day|@ann/);
      expect(article?.text).toMatch(/We are sorry/);
    }
  });

  it('is read whole where its body has a name that comments have', async () => {
    const page = makePage([FIRST, SECOND]).replace('<body>', '<body id="comments" class="comments">');
    const framed = page
      .replace('<main>', '<main class="comments"><div class="comment-section">')
      .replace('</main>', '</div>$&');
    expect((await read('a.html', framed)).article?.text).toContain(FIRST);
  });

  it('without text is refused in a sentence', async () => {
    const { articles, messages } = await read(
      'a.html',
      '<html><body><div id="app"></div><script>run()</script></body></html>',
    );
    expect(articles).toEqual([]);
    expect(messages).toEqual([expect.stringMatching(/holds no text/)]);
  });
});

describe('a PDF', () => {
  it('is the text of its lines, with its title', async () => {
    const { article } = await read(
      'a.pdf',
      makePdf([
        [
          { text: 'Ferry runs aground off Norwick', size: 20 },
          { text: 'A ferry with 40 people on board ran aground off Norwick in the', gap: 30 },
          'night, the coast guard said.',
          { text: 'Nobody was hurt (so the captain).', gap: 28 },
        ],
      ]),
    );
    expect(article?.title).toBe('Ferry runs aground off Norwick');
    expect(article?.sentences.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      'A ferry with 40 people on board ran aground off Norwick in the night, the coast guard said.',
      'Nobody was hurt (so the captain).',
    ]);
  });

  it.each([
    ['of a scan', makePdf([[]]), /pictures of pages and no text, as a scan does/],
    ['that is none', Buffer.from('%PDF-1.4 not really'), /cannot be read as a PDF/],
    ['without a byte', Buffer.alloc(0), /empty/],
  ])('%s is refused in a sentence', async (_what, bytes, message) => {
    const { articles, messages } = await read('a.pdf', bytes);
    expect(articles).toEqual([]);
    expect(messages).toEqual([expect.stringMatching(message)]);
  });
});

describe('a Word document', () => {
  it('is its paragraphs, with its first heading as title', async () => {
    const { article } = await read('a.docx', makeDocx(['# Ferry runs aground', FIRST, SECOND]));
    expect(article?.title).toBe('Ferry runs aground');
    expect(article?.text).toBe(`# Ferry runs aground\n\n${FIRST}\n\n${SECOND}`);
  });

  it('opens no file beside it, whatever it links to', async () => {
    const entries = docxEntries([FIRST]).map((entry) =>
      entry.name === 'word/document.xml'
        ? {
            ...entry,
            content: String(entry.content).replace(
              '</w:body>',
              '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="p1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:body>',
            ),
          }
        : entry,
    );
    const links = {
      name: 'word/_rels/document.xml.rels',
      content:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="p1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/hostname" TargetMode="External"/></Relationships>',
    };
    const { article } = await read('a.docx', makeZip([...entries, links]));
    expect(article?.text).toBe(FIRST);
  });

  it('that unpacks to hundreds of megabytes is refused', async () => {
    const { messages } = await read(
      'a.docx',
      makeZip([{ name: 'word/document.xml', content: Buffer.alloc(120_000_000) }]),
    );
    expect(messages).toEqual([expect.stringMatching(/more than 100 MB/)]);
  });
});

describe('a mail', () => {
  const mail = (head: string, body: string): string => `${head}\r\n\r\n${body}\r\n`;
  const HEAD = 'From: "The Norwick Times" <news@norwick.example>\r\nDate: Tue, 05 Mar 2024 23:10:00 -0800\r\nSubject: ';

  it('has subject, sender and the day as the sender wrote it', async () => {
    const { article } = await read('a.eml', mail(`${HEAD}Ferry runs aground`, `${FIRST}\r\n\r\n${SECOND}`));
    expect(article).toMatchObject({
      title: 'Ferry runs aground',
      outlet: 'The Norwick Times',
      published: { date: '2024-03-05', basis: 'stated' },
    });
  });

  it('is read as the page that it holds', async () => {
    const head = `${HEAD}Ferry\r\nContent-Type: text/html; charset=utf-8`;
    const { article } = await read('a.eml', mail(head, `<p>${FIRST}</p><p>${SECOND}</p>`));
    expect(article?.text).toBe(`${FIRST}\n\n${SECOND}`);
  });

  it('has the quotation marks and dashes of Windows', async () => {
    const head = `${HEAD}Ferry\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable`;
    const { article } = await read('a.eml', mail(head, `=93We=92re sorry,=94 the owner said =97 and paid =805.`));
    expect(article?.text.trim()).toBe('“We’re sorry,” the owner said — and paid €5.');
  });

  it('that was passed on has neither the day nor the name of whoever did', async () => {
    const { article } = await read('a.eml', mail(`${HEAD}Fwd: Ferry runs aground`, FIRST));
    expect(article).toMatchObject({ title: 'Ferry runs aground', outlet: null, published: { basis: 'unknown' } });
  });

  const SENDER = 'From: The Norwick Times <news@norwick.example>';
  it.each([
    [
      'Gmail',
      `fyi\r\n\r\n---------- Forwarded message ---------\r\n${SENDER}\r\nDate: Mon, 4 Mar 2024 at 18:00\r\nSubject: Ferry runs aground\r\nTo: <jane@norwick.example>\r\n\r\n\r\n${FIRST}`,
    ],
    [
      'Outlook',
      `See below!\r\n\r\n-----Original Message-----\r\n${SENDER}\r\nSent: Monday, March 4, 2024 6:00 PM\r\nTo: Jane\r\nSubject: Ferry runs aground\r\n\r\n${FIRST}`,
    ],
    ['Thunderbird, quoted', `> ${SENDER}\r\n> Date: Mon, 4 Mar 2024 18:00:00 +0000\r\n> To: Jane\r\n>\r\n> ${FIRST}`],
    [
      'somebody who had it passed on',
      `${SENDER.replace('The Norwick Times', 'Bob')}\r\nDate: Tue, 5 Mar 2024\r\n\r\nlook\r\n\r\n${SENDER}\r\nDate: Mon, 4 Mar 2024\r\n\r\n${FIRST}`,
    ],
  ])('that %s passed on is what was passed on, with its sender and day', async (_who, body) => {
    const { article } = await read('a.eml', mail(`${HEAD}Fwd: Ferry runs aground`, body));
    expect(article).toMatchObject({
      text: FIRST,
      title: 'Ferry runs aground',
      outlet: 'The Norwick Times',
      published: { date: '2024-03-04', basis: 'stated' },
    });
  });

  it('has no line that only lists of mails show', async () => {
    const head = `${HEAD}Ferry\r\nContent-Type: text/html; charset=utf-8`;
    const preview = '<div style="Display: none; max-height:0">What you need to know today &zwnj;</div>';
    const { article } = await read('a.eml', mail(head, `${preview}<p>${FIRST}</p>`));
    expect(article?.text).toBe(FIRST);
  });
});

describe('a file of metadata beside a document', () => {
  it('says what the document does not, and is no article itself', async () => {
    await writeFile(path.join(folder, 'a.pdf.yml'), 'date: 5 March 2024\noutlet: The Norwick Times\ntitel: Ferry\n');
    const { articles, problems } = await read('a.pdf', makePdf([[FIRST.slice(0, 80), FIRST.slice(80)]]));
    expect(articles).toMatchObject([
      { outlet: 'The Norwick Times', published: { date: '2024-03-05', basis: 'stated' } },
    ]);
    expect(problems).toMatchObject([{ file: 'a.pdf.yml', line: 3, message: expect.stringContaining('“title”') }]);
  });
});

describe('a file of metadata beside a text', () => {
  it('is not passed over without a word', async () => {
    await writeFile(path.join(folder, 'a.txt.yml'), 'date: 2024-03-05\n');
    const { articles, problems } = await read('a.txt', FIRST);
    expect(articles).toHaveLength(1);
    expect(problems).toMatchObject([{ file: 'a.txt.yml', message: expect.stringContaining('head of that file') }]);
  });
});

describe('a feed', () => {
  const item = (title: string, text: string, more = ''): string =>
    `<title>${title}</title><description><![CDATA[<p>${text}</p>]]></description>${more}`;

  it('is an article an item, named after its title', async () => {
    const more = '<link>https://norwick.example/a</link><pubDate>Tue, 05 Mar 2024 23:10:00 -0800</pubDate>';
    const { articles, problems } = await read(
      'news.xml',
      makeFeed([item('Ferry aground', FIRST, more), item('Ferry aground', SECOND, more), item('', SECOND, more)]),
    );
    expect(articles.map(({ id }) => id)).toEqual(['news-ferry-aground', 'news-ferry-aground-2', 'news-3']);
    expect(articles[0]).toMatchObject({
      text: FIRST,
      outlet: 'The Norwick Times',
      url: 'https://norwick.example/a',
      published: { date: '2024-03-05', basis: 'stated' },
    });
    expect(problems).toEqual([]);
  });

  it('in Atom has the day of publication, never that of a change', async () => {
    const entry = (title: string, day: string): string =>
      `<entry><id>${title}</id><title>${title}</title><link href="https://norwick.example/${title}"/>${day}<updated>2024-04-01T00:00:00Z</updated><content type="html">&lt;p&gt;${FIRST}&lt;/p&gt;</content></entry>`;
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><title>The Norwick Times</title>${entry('a', '<published>2024-03-05T09:00:00Z</published>')}${entry('b', '')}</feed>`;
    const { articles, messages } = await read('news.atom', feed);
    expect(articles.map(({ published }) => published.date)).toEqual(['2024-03-05', null]);
    expect(messages).toEqual([expect.stringMatching(/^No date was found in 1 of its articles/)]);
  });

  it.each([
    ['other XML', '<svg xmlns="http://www.w3.org/2000/svg"/>', /no RSS or Atom feed/],
    ['a feed without items', makeFeed([]), /no item with a text/],
  ])('%s is refused', async (_what, content, message) => {
    expect((await read('a.xml', content)).messages).toEqual([expect.stringMatching(message)]);
  });
});

describe('a slug', () => {
  it('is a title in small letters and hyphens, cut at a word', () => {
    expect(slugOf('Café “Norwick”: 40 rescued!')).toBe('cafe-norwick-40-rescued');
    expect(slugOf(`${'long '.repeat(30)}`).length).toBeLessThanOrEqual(60);
    expect(slugOf('…')).toBe('');
  });
});
