import { type AuthenticationProvider, type Event, EventEmitter } from 'vscode';

type Changes = AuthenticationProvider['onDidChangeSessions'] extends Event<infer E> ? E : never;

/**
 * The provider behind the editor's Accounts menu, before anything is loaded. The editor asks it right after the start:
 * who never used the extension has no account, and gets that answer at no cost.
 */
export function lazyAuthentication(
  sessions: () => Promise<AuthenticationProvider>,
  usedBefore: () => boolean,
): AuthenticationProvider {
  const changed = new EventEmitter<Changes>();
  let opened: Promise<AuthenticationProvider> | undefined;
  const open = () =>
    (opened ??= sessions().then((provider) => {
      provider.onDidChangeSessions((event) => changed.fire(event));
      return provider;
    }));
  return {
    onDidChangeSessions: changed.event,
    getSessions: async (scopes, options) =>
      usedBefore() ? (await open()).getSessions(scopes, options) : [],
    createSession: async (scopes, options) => (await open()).createSession(scopes, options),
    removeSession: async (id) => (await open()).removeSession(id),
  };
}
