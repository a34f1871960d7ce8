import { setTimeout as sleep } from 'node:timers/promises';

/** A command that takes as many milliseconds as it is told, and with “p” behind them answers the asker alone. */
export default {
  kind: 'slash',
  name: 'slow',
  description: 'Takes its time',
  options: { time: { kind: 'text', required: true, description: 'Milliseconds', maxLength: 5 } },
  run: async ({ options }) => {
    console.log(`slow began ${options.time}`);
    await sleep(Number.parseInt(options.time, 10));
    const isPrivate = options.time.endsWith('p');
    return { tone: 'answer', lead: `After ${options.time} ms.`, sections: [], buttons: [], private: isPrivate };
  },
};
