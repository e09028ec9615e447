import { registerHooks } from 'node:module';

const words = `
export const l10n = { t: (text, ...given) => text.replace(/\\{(\\d+)\\}/g, (_, place) => String(given[place])) };
`;

/** Lets modules be imported that take nothing from VS Code but its translations; the texts are English. */
export function withEnglishTexts(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'vscode'
        ? { url: `data:text/javascript,${encodeURIComponent(words)}`, shortCircuit: true }
        : next(specifier, context),
  });
}
