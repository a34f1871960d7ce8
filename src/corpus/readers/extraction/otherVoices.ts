import type { PageDocument, PageElement } from './markup.js';

/** What readers' comments stand in, by the id or a class that sites give it: "comments", "comment-list", "article-comments". */
const COMMENTS =
  /^(?:(?:article|fb|page|post|reader|story|user)s?[-_])?comments?(?:[-_]?(?:area|block|box|container|form|list|respond|section|thread|wrap|wrapper)|(?<=s))$|^(?:disqus[-_]thread|respond)$/i;
/** What a post of another site stands in, by the class that this site has for it. */
const POSTS: ReadonlySet<string> = new Set([
  'bluesky-embed',
  'fb-post',
  'instagram-media',
  'mastodon-embed',
  'reddit-embed-bq',
  'tiktok-embed',
  'twitter-tweet',
]);
/** What may hold the article, whatever it is called: a page's class can say that it may be commented on. */
const WHOLE: ReadonlySet<string> = new Set(['article', 'body', 'html', 'main']);
const ARTICLE = 'h1, [itemprop="articleBody"]';

/** Takes out of a page what is not by its author: readers' comments, and posts of other sites. The article's own quotations stay. */
export function removeOtherVoices(document: PageDocument): void {
  for (const element of document.querySelectorAll('[id], [class]')) {
    if (isOtherVoice(element) && !WHOLE.has(element.localName ?? '') && !element.querySelector(ARTICLE))
      element.remove();
  }
}

function isOtherVoice(element: PageElement): boolean {
  const classes = (element.getAttribute('class') ?? '').split(/\s+/);
  const names = [element.getAttribute('id') ?? '', ...classes];
  return classes.some((name) => POSTS.has(name)) || names.some((name) => COMMENTS.test(name));
}
