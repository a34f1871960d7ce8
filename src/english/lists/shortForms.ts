import { wordPairs } from './wordList.js';

/**
 * Short forms of names, offices and things that people type and articles write out. Read as what they stand for unless the
 * corpus has the short form itself as a name ("GE" in articles on a company).
 */
export const SHORT_FORMS: ReadonlyMap<string, string> = wordPairs(`
amt: amount
aus: Australia
avg: average
bday: birthday
bil: billion
cali: California
convo: conversation
dod: Defense Department
doj: Justice Department
dpm: deputy prime minister
exec: executive
fm: foreign minister
ge: general election
helo: helicopter
hk: Hong Kong
hosp: hospital
intl: international
lbs: pounds
mil: million
natl: national
nk: North Korea
nyc: New York City
nz: New Zealand
pm: prime minister
potus: US president
prof: professor
rus: Russia
scotus: Supreme Court
sk: South Korea
temp: temperature
ukr: Ukraine
univ: university
vid: video
vids: videos
vp: vice president
`);
