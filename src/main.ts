import { runToEnd } from './run.js';

process.exitCode = await runToEnd();
