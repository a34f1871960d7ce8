/** Seats by which news means a government, and the countries they stand for. A seat in its country's place is no difference. */
const SEATS: Readonly<Record<string, string>> = {
  'abu dhabi': 'uae',
  ankara: 'turkey',
  athens: 'greece',
  baghdad: 'iraq',
  beijing: 'china',
  berlin: 'germany',
  brussels: 'eu',
  cairo: 'egypt',
  canberra: 'australia',
  damascus: 'syria',
  doha: 'qatar',
  'downing street': 'britain',
  hanoi: 'vietnam',
  islamabad: 'pakistan',
  jakarta: 'indonesia',
  kabul: 'afghanistan',
  kiev: 'ukraine',
  kremlin: 'russia',
  kyiv: 'ukraine',
  london: 'britain',
  madrid: 'spain',
  minsk: 'belarus',
  moscow: 'russia',
  'new delhi': 'india',
  ottawa: 'canada',
  paris: 'france',
  pyongyang: 'north korea',
  riyadh: 'saudi arabia',
  rome: 'italy',
  seoul: 'south korea',
  taipei: 'taiwan',
  tehran: 'iran',
  tokyo: 'japan',
  warsaw: 'poland',
  washington: 'united states',
  'white house': 'united states',
};

const SHORT: Readonly<Record<string, string>> = {
  us: 'united states',
  usa: 'united states',
  uk: 'britain',
  'united kingdom': 'britain',
  'european union': 'eu',
  dprk: 'north korea',
};

function governmentOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll('.', '')
    .replace(/['’]s$/, '');
  return SEATS[plain] ?? SHORT[plain] ?? plain;
}

/** Whether two names mean one government: "Moscow" and "Russia", "Moscow" and "the Kremlin". */
export function isOneGovernment(a: string, b: string): boolean {
  return governmentOf(a) === governmentOf(b);
}
