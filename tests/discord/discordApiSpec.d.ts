/** The part of Discord's published schema (generated, without types of its own) that the local Discord validates with. */
declare module 'discord-api-spec/zod' {
  import type {
    APIInteractionResponse,
    RESTPatchAPIInteractionOriginalResponseJSONBody,
    RESTPostAPIApplicationCommandsJSONBody,
    RESTPostAPIChannelMessageJSONBody,
    RESTPostAPIInteractionFollowupJSONBody,
  } from 'discord.js';

  interface Issue {
    readonly code: string;
    readonly path: readonly PropertyKey[];
    readonly message: string;
    /** One list a branch, when `code` is `invalid_union`. */
    readonly errors?: readonly (readonly Issue[])[];
    readonly maximum?: number;
    readonly minimum?: number;
    readonly origin?: string;
  }

  interface Schema<T> {
    safeParse(
      value: unknown,
    ): { success: true; data: T } | { success: false; error: { readonly issues: readonly Issue[] } };
  }

  const CreateMessageInteractionCallbackRequestSchema: Schema<APIInteractionResponse>;
  const UpdateMessageInteractionCallbackRequestSchema: Schema<APIInteractionResponse>;
  const ApplicationCommandAutocompleteCallbackRequestSchema: Schema<APIInteractionResponse>;
  const ModalInteractionCallbackRequestSchema: Schema<APIInteractionResponse>;
  const IncomingWebhookRequestPartialSchema: Schema<RESTPostAPIInteractionFollowupJSONBody>;
  const IncomingWebhookUpdateRequestPartialSchema: Schema<RESTPatchAPIInteractionOriginalResponseJSONBody>;
  const MessageCreateRequestSchema: Schema<RESTPostAPIChannelMessageJSONBody>;
  const ApplicationCommandUpdateRequestSchema: Schema<RESTPostAPIApplicationCommandsJSONBody>;
}
