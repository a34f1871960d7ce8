import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod';
import { commandFaults, listFaults } from './commandRules.js';
import { type Fault, invalidFormBody } from './errors.js';
import { fault, validated } from './validation.js';
import type { World } from './world.js';

/** PUT /applications/{id}/commands: replaces all. A command that stays keeps its id, an unchanged one its version. */
export function overwriteCommands(world: World, guildId: string, json: unknown): APIApplicationCommand[] {
  if (!Array.isArray(json)) throw invalidFormBody([fault([], 'LIST_TYPE_CONVERT', 'Only iterables may be used here')]);
  const wanted = json.map((item: unknown, index) => validatedCommand(item, index));
  const faults = listFaults(wanted);
  if (faults.length > 0) throw invalidFormBody(faults);
  const before = world.commands.get(guildId) ?? [];
  const after = wanted.map((command) => stored(world, guildId, command, before));
  world.commands.set(guildId, after);
  return after;
}

/** GET /applications/{id}/commands: translations only when asked for. */
export function listCommands(world: World, guildId: string, withLocalizations: boolean): Record<string, unknown>[] {
  return (world.commands.get(guildId) ?? []).map((command) => {
    const { name_localizations, description_localizations, ...rest } = command;
    if (!withLocalizations) return rest;
    return { ...rest, name_localizations, description_localizations };
  });
}

/** A command that can be used in a place: the server's own, else the global one. */
export function findCommand(world: World, guildId: string | null, name: string): APIApplicationCommand | undefined {
  const own = guildId ? (world.commands.get(guildId) ?? []) : [];
  return [...own, ...(world.commands.get('') ?? [])].find((command) => command.name === name);
}

function validatedCommand(item: unknown, index: number): RESTPostAPIApplicationCommandsJSONBody {
  const at = (faults: readonly Fault[]) => faults.map((found) => ({ ...found, path: [index, ...found.path] }));
  const schema = ApplicationCommandUpdateRequestSchema;
  return validated(
    {
      safeParse: (value) => {
        const parsed = schema.safeParse(permissionsAsNumber(value));
        if (parsed.success) return parsed;
        const issues = parsed.error.issues.map((issue) => ({ ...issue, path: [index, ...issue.path] }));
        return { success: false, error: { issues } };
      },
    },
    item,
    (command) => at(commandFaults(command)),
  );
}

/** The published schema wants a number; Discord's documentation and clients write permission bits as a string. */
function permissionsAsNumber(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('default_member_permissions' in value)) return value;
  const { default_member_permissions: bits } = value;
  return { ...value, default_member_permissions: typeof bits === 'string' ? Number(bits) : bits };
}

/** The command as Discord gives it back: defaults filled in, what is false or empty left out of its options. */
function stored(
  world: World,
  guildId: string,
  command: RESTPostAPIApplicationCommandsJSONBody,
  before: readonly APIApplicationCommand[],
): APIApplicationCommand {
  const type = command.type ?? ApplicationCommandType.ChatInput;
  const known = before.find((old) => old.name === command.name && old.type === type);
  const options = 'options' in command ? (command.options ?? []) : [];
  const permissions = command.default_member_permissions;
  const fresh = {
    id: known?.id ?? world.newId(),
    application_id: world.applicationId,
    version: known?.version ?? world.newId(),
    default_member_permissions: permissions === undefined || permissions === null ? null : String(permissions),
    type,
    name: command.name,
    name_localizations: command.name_localizations ?? null,
    description: 'description' in command ? (command.description ?? '') : '',
    description_localizations: ('description_localizations' in command && command.description_localizations) || null,
    contexts: guildId ? null : (command.contexts ?? null),
    integration_types: command.integration_types ?? [0],
    nsfw: command.nsfw ?? false,
    ...(guildId ? { guild_id: guildId } : { dm_permission: true }),
    ...(options.length > 0 && { options: options.map(storedOption) }),
  } as APIApplicationCommand;
  if (known && JSON.stringify(known) !== JSON.stringify(fresh)) fresh.version = world.newId();
  return fresh;
}

function storedOption(option: APIApplicationCommandOption): APIApplicationCommandOption {
  const kept = Object.entries(option).filter(
    ([, value]) =>
      value !== undefined && value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  const copy = Object.fromEntries(kept) as unknown as APIApplicationCommandOption;
  if ('options' in copy && copy.options) copy.options = copy.options.map(storedOption) as typeof copy.options & [];
  return copy;
}
