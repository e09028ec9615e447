/** The part of VS Code's SecretStorage that is needed here. It may be locked: then any call rejects. */
export interface Secrets {
  get(name: string): Thenable<string | undefined>;
  store(name: string, value: string): Thenable<void>;
  delete(name: string): Thenable<void>;
}
