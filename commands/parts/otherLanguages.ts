/**
 * What is said to a question in another language, by its code in ISO 639-1: that the articles are searched in English only. The
 * example stays English.
 */
const ENGLISH_ONLY: Readonly<Record<string, string>> = {
  ar: 'لا أستطيع البحث في المقالات إلا بالإنجليزية.',
  cs: 'Články umím prohledávat jen v angličtině.',
  da: 'Jeg kan kun søge i artiklerne på engelsk.',
  de: 'Ich kann die Artikel nur auf Englisch durchsuchen.',
  el: 'Μπορώ να ψάξω στα άρθρα μόνο στα αγγλικά.',
  es: 'Solo puedo buscar en los artículos en inglés.',
  fi: 'Voin hakea artikkeleista vain englanniksi.',
  fr: 'Je ne peux chercher dans les articles qu’en anglais.',
  he: 'אני יכול לחפש בכתבות רק באנגלית.',
  hi: 'मैं लेखों में केवल अंग्रेज़ी में खोज सकता हूँ।',
  hu: 'A cikkekben csak angolul tudok keresni.',
  id: 'Saya hanya bisa mencari di artikel dalam bahasa Inggris.',
  it: 'Posso cercare negli articoli solo in inglese.',
  ja: '記事の検索は英語でのみできます。',
  ko: '기사는 영어로만 검색할 수 있습니다.',
  nl: 'Ik kan de artikelen alleen in het Engels doorzoeken.',
  no: 'Jeg kan bare søke i artiklene på engelsk.',
  pl: 'Artykuły mogę przeszukiwać tylko po angielsku.',
  pt: 'Só consigo pesquisar nos artigos em inglês.',
  ro: 'Pot căuta în articole numai în engleză.',
  ru: 'Я могу искать в статьях только на английском.',
  sv: 'Jag kan bara söka i artiklarna på engelska.',
  th: 'ค้นหาในบทความได้เฉพาะภาษาอังกฤษเท่านั้น',
  tl: 'Sa Ingles lang ako makakahanap sa mga artikulo.',
  tr: 'Haberlerde yalnızca İngilizce arama yapabilirim.',
  uk: 'Я можу шукати у статтях лише англійською.',
  vi: 'Tôi chỉ có thể tìm trong các bài báo bằng tiếng Anh.',
  zh: '我只能用英语搜索这些文章。',
};

const IN_ENGLISH = 'I can search the articles in English only: ask again in English, for example with /ask.';

/** That articles are searched in English only, in a question's own language where there is a sentence for it, and in English. */
export function englishOnly(language: string): string {
  const own = ENGLISH_ONLY[language];
  return own === undefined ? IN_ENGLISH : `${own}\n${IN_ENGLISH}`;
}
