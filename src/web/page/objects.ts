/** Discord's objects, as far as the page writes or reads them: https://discord.com/developers/docs. */

export interface Embed {
  readonly author?: { readonly name: string };
  readonly description?: string;
  readonly footer?: { readonly text: string };
  readonly image?: { readonly url: string };
  readonly color?: number;
}

export interface MessageButton {
  readonly type: number;
  readonly label?: string;
  readonly custom_id?: string;
  readonly disabled?: boolean;
}

export interface Attachment {
  readonly filename: string;
  readonly description?: string;
  readonly url?: string;
}

/** What an answer says. */
export interface MessageBody {
  readonly content?: string;
  readonly embeds: readonly Embed[];
  readonly components: readonly { readonly type: number; readonly components: readonly MessageButton[] }[];
  readonly attachments: readonly Attachment[];
  readonly flags?: number;
}

export interface Message extends MessageBody {
  readonly id: string;
}

export interface CommandOption {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly max_length?: number;
  readonly autocomplete?: boolean;
}

export interface CommandDeclaration {
  readonly type: number;
  readonly name: string;
  readonly description?: string;
  readonly options?: readonly CommandOption[];
}

export interface FilledOption {
  readonly name: string;
  readonly value: string | boolean;
}

export interface OptionChoice {
  readonly name: string;
  readonly value: string;
}

export interface InteractionReply {
  readonly type: number;
  readonly data: MessageBody & { readonly choices?: readonly OptionChoice[] };
}

/** What is loaded, and what may be asked for. */
export interface CorpusCard {
  readonly page: string;
  readonly botId: string;
  readonly summary: string;
  readonly problems: readonly string[];
  readonly commands: readonly CommandDeclaration[];
}

/** The begin of Discord's time, in milliseconds since 1970. */
const EPOCH = 1_420_070_400_000;
let made = 0;

/** An id as Discord makes them: its time in the upper bits. */
export function newSnowflake(): string {
  made += 1;
  return String(((BigInt(Date.now()) - BigInt(EPOCH)) << 22n) + BigInt(made));
}
