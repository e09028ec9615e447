import type { CommandId } from '../../src/commands/ids.ts';
import type { EditorWindow, Message } from './editorWindow.ts';
import type { SimEvent } from './events.ts';
import type { Simulation } from './simulation.ts';
import { editor } from './standIns/editor.ts';

const PAY_AGAIN = 'Parse Again (1 Credit)';

/** Lets one of the planned events happen. */
export function happen(simulation: Simulation, event: SimEvent): void {
  const { clock, disk, vault, network, service, statements } = simulation;
  const until = (milliseconds: number) => clock.elapsed + milliseconds;
  switch (event.do) {
    case 'parse': {
      const { uri } = statements[event.file] ?? {};
      if (uri !== undefined)
        command(simulation.window(event.in), 'casParser.parsePdf', [uriOf(uri)]);
      return;
    }
    case 'batch': {
      const uris = event.files.flatMap((at) => statements[at]?.uri ?? []).map(uriOf);
      command(simulation.window(event.in), 'casParser.parsePdf', [uris[0], uris]);
      return;
    }
    case 'click':
      click(simulation, simulation.window(event.in), event.button);
      return;
    case 'cancel': {
      const window = simulation.window(event.in);
      window.run(() => [...window.cancels].at(-1)?.());
      return;
    }
    case 'kill':
      if (!simulation.canOpen) return;
      simulation.open.get(event.in)?.kill();
      simulation.window(event.in);
      return;
    case 'setClock':
      clock.setBy(event.by);
      return;
    case 'disk':
      disk[`${event.is}Until`] = until(event.for);
      return;
    case 'secrets':
      vault[`${event.are}Until`] = until(event.for);
      return;
    case 'offline':
      network.offlineUntil = until(event.for);
      return;
    case 'upload':
      network.fates.push(event.fate);
      return;
    case 'free':
      network.freeFates.push(event.fate);
      return;
    case 'logLate':
      service.logLateMs = event.by;
      return;
    case 'logSilent':
      service.silentUntil = until(event.for);
      return;
    case 'replaceIds':
      service.replacesIds = true;
      return;
    case 'replaceKey': {
      const window = simulation.window(event.in);
      window.typing.texts.push((event.by === 'other' ? service.other : service.first).key);
      command(window, 'casParser.replaceKey', []);
      return;
    }
    case 'signIn': {
      const window = simulation.window(event.in);
      command(window, 'casParser.signIn', [], () => signedIn(simulation, window));
      if (event.approve === undefined) return;
      clock.after(event.approve, () => {
        const token = /token=(\w+)/.exec(window.opened)?.[1];
        if (token !== undefined) service.approve(token, service.first);
      });
      return;
    }
    case 'password':
      simulation.window(event.in).typing.passwords.push(event.is);
  }
}

/** These end by themselves; others wait for what the person chooses at their end. */
const WITHOUT_QUESTIONS: ReadonlySet<CommandId> = new Set([
  'casParser.parsePdf',
  'casParser.signIn',
]);

/** Gives a command, as from the palette or a menu. */
export function command(
  window: EditorWindow,
  id: CommandId,
  args: unknown[],
  ended?: () => void,
): void {
  window.run(() => {
    if (WITHOUT_QUESTIONS.has(id)) window.underWay.add(id);
    void window.house?.run(id, args).finally(() => {
      window.underWay.delete(id);
      ended?.();
    });
  });
}

/** Whoever was handed a key has it now, or was told that it could not be kept. */
function signedIn({ network, vault }: Simulation, window: EditorWindow): void {
  const kept = [...vault.kept.values()];
  for (const delivery of network.deliveries) {
    if (delivery.window !== window || delivery.keptOrTold !== undefined) continue;
    const told = window.messages.some(
      ({ at, text }) => at >= delivery.at && text.includes('does not take the key'),
    );
    delivery.keptOrTold = told || kept.some((text) => text.includes(delivery.key));
  }
}

export function uriOf(text: string): unknown {
  return (editor.Uri as { parse(text: string): unknown }).parse(text);
}

function click(simulation: Simulation, window: EditorWindow, button: string): void {
  const message = window.messages.findLast(
    (one) => one.choose !== undefined && one.buttons.includes(button),
  );
  if (!message) return;
  if (button === PAY_AGAIN) agreed(simulation, message);
  window.run(() => message.choose?.(button));
}

/** The person has said that a statement may be paid for once more. */
function agreed({ statements, words }: Simulation, { text }: Message): void {
  const about = statements.find(({ name }) => text.includes(name));
  if (about) words.set(about.name, (words.get(about.name) ?? 0) + 1);
}
