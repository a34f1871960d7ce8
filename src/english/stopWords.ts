/**
 * Words that say nothing about a topic. They are not indexed and do not count as missing when a question has them.
 * "who" and its kin are here too: question understanding reads them for what is asked, not the index.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all also although am among an and any are aren as at be because been before being
  below between both but by can cannot could couldn d did didn do does doesn doing don done down during each either else
  etc ever every few for from further had hadn has hasn have haven having he hence her here hers herself him himself his
  how however i if in into is isn it its itself just ll m may me might mightn more most much must mustn my myself neither
  no nor not now of off on once one only onto or other others ought our ours ourselves out over own per please re s same
  shall shan she should shouldn so some such t than that the their theirs them themselves then there these they this
  those though through thus to too under until up upon us ve very via was wasn we were weren what whatever when where
  whether which while who whom whose why will with within without won't wouldn would yet you your yours yourself
  tell show give know anyone anybody anything someone somebody something everyone everything else many`
    .split(/\s+/)
    .filter(Boolean),
);
