/** The thread that pictures are drawn in: takes one SVG after another, and says what it drew or that it could not. */
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import { dataFolder } from '../../src/projectFolder.js';
import type { PictureJob, PictureReport } from './pictureThread.js';

const FONT_FILES = ['Inter-Regular.ttf', 'Inter-SemiBold.ttf'].map((file) => join(dataFolder(), 'fonts', file));

function draw({ id, svg, font }: PictureJob): PictureReport {
  try {
    const options = { font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: font } };
    return { id, png: new Resvg(svg, options).render().asPng() };
  } catch {
    return { id, png: null };
  }
}

parentPort?.on('message', (job: PictureJob) => parentPort?.postMessage(draw(job)));
