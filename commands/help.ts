import { count } from './parts/citation.js';
import { type CommandCard, defineCommand, type Request } from './parts/command.js';
import { spanInWords } from './parts/dates.js';
import type { Reply, Section } from './parts/reply.js';

const OPTIONS = {};

/** Says what Dateline does, what there is to ask, and when it refuses. */
export default defineCommand({
  kind: 'slash',
  name: 'help',
  description: 'What Dateline does and how to ask',
  options: OPTIONS,
  events: 'any',
  privateByDefault: true,
  run: async (request) => explain(request),
});

function explain({ archive, commands, events = [], kept = [] }: Request<typeof OPTIONS>): Reply {
  const { articles, firstDate, lastDate } = archive.size;
  const size = `${count(articles, 'article')} (${spanInWords(firstDate, lastDate)})`;
  return {
    tone: 'notice',
    lead: [
      'Ask in your own words, and I show the line of an article that answers, word for word, with its source and date.',
      'I write nothing about the events myself. When the articles don’t say, I tell you so and show the lines that come closest.',
      ...(events.length === 0
        ? [`I have ${size}.`]
        : [
            `There are several events: ${events.join(', ')}. The one that answers here has ${size}; the option event asks another.`,
          ]),
      ...kept,
    ].join(' '),
    sections: commands.map(commandSection),
    buttons: [],
    private: true,
  };
}

function commandSection({ kind, name, description, options, mention }: CommandCard): Section {
  const typed = kind === 'message' ? `Right-click or hold a message → Apps → ${name}` : usageOnDiscord(name, options);
  return {
    headline: typed,
    notes: [description, ...(mention ? ['Or mention me with the question in any channel that I can read.'] : [])],
  };
}

/** "/ask question [source] [after]": what may be left out stands in brackets. */
function usageOnDiscord(name: string, options: CommandCard['options']): string {
  const words = Object.entries(options).map(([option, declared]) =>
    declared.kind === 'text' && declared.required ? option : `[${option}]`,
  );
  return [`/${name}`, ...words].join(' ');
}
