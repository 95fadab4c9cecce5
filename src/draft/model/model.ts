/** A language model, as far as a draft uses one. */

export interface Message {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/** Answers messages with a text. Throws {@link ModelError} where it does not. */
export type Model = (messages: readonly Message[]) => Promise<string>;

/** A model gave no answer that can be used. Says nothing of what was sent. */
export class ModelError extends Error {}
