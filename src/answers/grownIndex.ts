import type { Article } from '../corpus/article.js';
import { CorpusOutline } from '../corpus/outline.js';
import { rememberTerms } from '../english/analyzer.js';
import { type Acronym, acronymsInSteps } from '../search/acronyms.js';
import { type NameCounts, readNameCounts } from '../search/nameCounts.js';
import type { ArticleWords } from '../search/passageContents.js';
import { PassageIndex, readPassages, readWords } from '../search/passages.js';
import type { SearchedCorpus } from '../search/searchedCorpus.js';
import { newWords, SegmentedPassages } from '../search/segmentedPassages.js';
import type { Steps } from '../steps.js';
import type { IndexedCorpus } from './retrieval.js';

/** What is remembered of articles that were added one after another, so that none is analysed twice. */
interface Added {
  readonly articles: readonly Article[];
  readonly words: ReadonlyMap<Article, ArticleWords>;
  readonly acronyms: readonly Acronym[];
}

/** A corpus after some were added. */
interface Grown {
  readonly searched: SearchedCorpus;
  readonly added: Added;
  readonly unchanging: Unchanging;
}

/** What is known of the index that stays, once for all that is made of it. */
class Unchanging {
  readonly #base: IndexedCorpus;
  #counts: NameCounts | null = null;

  constructor(base: IndexedCorpus) {
    this.#base = base;
  }

  *counts(): Steps<NameCounts> {
    this.#counts ??= yield* readNameCounts(this.#base.index.contents);
    return this.#counts;
  }
}

function nothing(base: IndexedCorpus): Grown {
  return {
    searched: base,
    added: { articles: [], words: new Map(), acronyms: base.acronyms },
    unchanging: new Unchanging(base),
  };
}

/**
 * A corpus that articles can be added to: its index stays, and the few that were added have a small one beside it, which is made anew for
 * each. Nothing is changed by adding: who still asks what was there before gets the answers of before.
 */
export class GrownIndex {
  /** What questions are answered from. */
  readonly searched: SearchedCorpus;
  readonly #base: IndexedCorpus;
  readonly #added: Added;
  readonly #unchanging: Unchanging;

  /** @param grown what was added to it; nothing unless told */
  constructor(base: IndexedCorpus, grown: Grown = nothing(base)) {
    this.#base = base;
    this.searched = grown.searched;
    this.#added = grown.added;
    this.#unchanging = grown.unchanging;
  }

  /** Articles that were added. */
  get added(): readonly Article[] {
    return this.#added.articles;
  }

  /** Does beforehand what the first who adds an article would wait for: of a million sentences it takes a tenth of a second. */
  *prepare(): Steps<void> {
    yield* this.#unchanging.counts();
  }

  /** The same with some articles more, which stand behind the others. */
  *with(articles: readonly Article[]): Steps<GrownIndex> {
    const counts = yield* this.#unchanging.counts();
    const added = yield* this.#addedWith(articles);
    const wordsOf = (article: Article): ArticleWords => added.words.get(article) ?? readWords(article, rememberTerms());
    const head = new PassageIndex(added.articles, yield* readPassages(added.articles, wordsOf));
    const { index: base, speller, outline, inHand } = this.#base;
    const headCounts = yield* readNameCounts(head.contents);
    const index = new SegmentedPassages({ index: base, counts }, { index: head, counts: headCounts });
    const searched = {
      index,
      speller: speller.withMore(newWords(base.sentences, head.sentences)),
      acronyms: added.acronyms,
      outline: new CorpusOutline(added.articles, outline),
      inHand,
    };
    return new GrownIndex(this.#base, { searched, added, unchanging: this.#unchanging });
  }

  *#addedWith(articles: readonly Article[]): Steps<Added> {
    const words = new Map(this.#added.words);
    const terms = rememberTerms();
    for (const article of articles) {
      words.set(article, readWords(article, terms));
      yield;
    }
    const acronyms = yield* acronymsInSteps(articles, this.#added.acronyms);
    return { articles: [...this.#added.articles, ...articles], words, acronyms };
  }
}
