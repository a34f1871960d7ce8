/** Writes a snapshot that has no end, for a test that kills it; says so when the tenth section is being written. */
import { writeSections } from '../../../dist/src/search/snapshot/sectionFile.js';

async function* endless() {
  for (let number = 0; ; number++) {
    if (number === 10) process.send?.('writing');
    yield [`section ${number}`, new Uint8Array(10_000)];
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

await writeSections(process.argv[2] ?? '', 'endless', endless());
