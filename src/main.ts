#!/usr/bin/env node
import { runToEnd } from './run.js';
import { endWithOutput } from './terminal/outputFaults.js';

endWithOutput();
runToEnd().then((status) => {
  process.exitCode = status;
});
