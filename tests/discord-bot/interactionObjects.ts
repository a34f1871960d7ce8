/** Interaction objects as Discord sends them, with no more than an answer needs. */

const SENDER = { id: '1575409777872207872', application_id: '1575409777872207800', token: 'dG9rZW4', version: 1 };

type Given = Readonly<Record<string, string | boolean>>;

export const PING = { ...SENDER, type: 1 };

export function slashCommand(name: string, options: Given = {}) {
  return { ...SENDER, type: 2, data: { id: '5', type: 1, name, options: given(options) } };
}

/** @param more what else the chosen message has: embeds, what it forwards */
export function messageCommand(name: string, content: string, more: object = {}) {
  const resolved = { messages: { '77': { id: '77', content, ...more } } };
  return { ...SENDER, type: 2, data: { id: '6', type: 3, name, target_id: '77', resolved } };
}

/** @param option the one that is being typed */
export function autocomplete(name: string, option: string, value: string, others: Given = {}) {
  const options = [...given(others), { name: option, type: 3, value, focused: true }];
  return { ...SENDER, type: 4, data: { id: '5', type: 1, name, options } };
}

/** @param message as the button's press brings it along */
export function buttonPress(customId: string, message: object) {
  return { ...SENDER, type: 3, data: { custom_id: customId, component_type: 2 }, message };
}

function given(options: Given) {
  return Object.entries(options).map(([name, value]) => ({ name, value, type: typeof value === 'string' ? 3 : 5 }));
}
