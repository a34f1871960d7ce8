/** Questions that a quotation or a reported saying answers: "what did Roe say about the budget". */
import { has, type Term, word } from './clause.js';
import type { Asked } from './questions.js';

type Tag = (text: string) => { json(): { terms: Term[] }[] };

const NAMED = /\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3}/u.source;
const VERB = 'said|says|told reporters|added|tweeted|wrote|warned|argued|claimed|explained|insisted|announced';
const PATTERNS = [
  new RegExp(`^[“"](?<said>[^“”"]{25,260})[”"] (?<who>${NAMED}) (?:${VERB})\\b`, 'u'),
  new RegExp(`^[“"](?<said>[^“”"]{25,260})[”"] (?:${VERB}) (?<who>${NAMED})`, 'u'),
  new RegExp(`^(?<who>${NAMED}) (?:${VERB})(?: \\w+day)?,? (?:that )?[“"]?(?<said>[^“”"]{25,260})`, 'u'),
  new RegExp(`^(?<said>[^“”"]{30,260}), (?<who>${NAMED}) (?:${VERB})\\b`, 'u'),
];

/** A question that the sentence answers by what somebody says in it, or none. */
export function saidIn(sentence: string, tag: Tag, random: () => number): Asked[] {
  for (const pattern of PATTERNS) {
    const { who, said } = pattern.exec(sentence)?.groups ?? {};
    if (!who || !said || /^(?:He|She|It|They|We|I|The|This|That|But|And)\b/.test(who)) continue;
    const terms = tag(said)
      .json()
      .flatMap((part) => part.terms);
    const nouns = terms.filter((t) => has(t, 'Noun') && !has(t, 'Pronoun', 'Determiner') && t.text.length > 3);
    const topic = nouns[Math.floor(random() * nouns.length)];
    if (!topic) continue;
    const at = terms.indexOf(topic);
    const before = terms[at - 1];
    const about =
      before && has(before, 'Adjective', 'Noun') && !has(before, 'Pronoun', 'Determiner')
        ? `${word(before)} ${word(topic)}`
        : word(topic);
    const name = random() < 0.6 ? (who.split(' ').at(-1) ?? who) : who;
    const forms = [
      `what did ${name} say about ${about}`,
      `what did ${name} say about the ${about}`,
      `what does ${name} think about ${about}`,
      `what was ${name}s take on ${about}`,
      `${name} quote about ${about}`,
      `who said ${said.split(' ').slice(0, 7).join(' ').toLowerCase()}`,
    ];
    const q = forms[Math.floor(random() * forms.length)] ?? '';
    return [{ q, kind: 'said', answer: [topic] }];
  }
  return [];
}
