'use strict';

const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

/** The program as one script, all in ASCII, and what V8 made of it: `src/bundle.mjs` puts both beside this file. */
const PROGRAM = join(__dirname, 'program.js');
const COMPILED = join(__dirname, 'program.compiled');

/**
 * Loads the joined program with its compiled code: compiling it takes a quarter of a start. V8 looks whether that was made by the same
 * version of itself, and compiles as ever where it was not.
 */
function loadJoined() {
  const script = new Script(readFileSync(PROGRAM, 'latin1'), {
    filename: PROGRAM,
    cachedData: existsSync(COMPILED) ? readFileSync(COMPILED) : undefined,
  });
  const module = { exports: {} };
  script.runInThisContext()(module, module.exports, require, PROGRAM, __dirname);
  return { script, program: module.exports };
}

module.exports = { loadJoined, COMPILED };
