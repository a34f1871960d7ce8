/** News agencies as they sign, by the name Dateline shows. */
const AGENCIES: readonly (readonly [name: string, written: RegExp])[] = [
  ['AFP', /^(?:AFP|Agence France[- ]Presse)$/i],
  ['AP', /^(?:AP|A\.P\.|(?:The )?Associated Press)$/i],
  ['Reuters', /^(?:Thomson )?Reuters$/i],
  ['APA', /^APA$/],
  ['dpa', /^(?:dpa|Deutsche Presse-Agentur)$/i],
  ['TASS', /^(?:ITAR-)?TASS$/i],
  ['Interfax', /^Interfax$/i],
  ['RIA Novosti', /^RIA(?: Novosti)?$/i],
  ['Xinhua', /^Xinhua(?: News Agency)?$/i],
  ['Yonhap', /^Yonhap(?: News Agency)?$/i],
  ['KCNA', /^KCNA$/],
  ['Kyodo', /^Kyodo(?: News)?$/i],
  ['ANSA', /^ANSA$/],
  ['EFE', /^EFE$/],
  ['UPI', /^(?:UPI|United Press International)$/i],
  ['PTI', /^(?:PTI|Press Trust of India)$/i],
  ['IANS', /^IANS$/],
  ['ANI', /^ANI$/],
  ['Anadolu', /^(?:Anadolu(?: Agency)?|AA)$/],
  ['AAP', /^AAP$/],
  ['The Canadian Press', /^(?:The )?Canadian Press$/i],
  ['PA Media', /^(?:PA|PA Media|Press Association)$/],
  ['epd', /^epd$/],
  ['KNA', /^KNA$/],
  ['SID', /^SID$/],
];
const SEPARATOR = /[,/;&+]|\band\b/;

/** The agency's usual short name, or null when the text names none. */
export function agencyName(written: string): string | null {
  const text = written.trim();
  return AGENCIES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** The agencies in a list such as "Reuters, AFP"; empty unless every part of it is an agency. */
export function agencyList(written: string): string[] {
  const names = written
    .split(SEPARATOR)
    .filter((part) => part.trim() !== '')
    .map(agencyName);
  return names.every((name) => name !== null) ? [...new Set(names)] : [];
}
