import { createApp } from '../../src/app.ts';
import { seededRandom } from '../soak/seededRandom.ts';
import { SimulatedClock } from './clock.ts';
import { loadCopy } from './copies.ts';
import { SimulatedDisk } from './disk.ts';
import { EditorWindow, STORAGE } from './editorWindow.ts';
import type { Plan, Setting, WindowName } from './events.ts';
import { command, happen, uriOf } from './happen.ts';
import { SimulatedNetwork } from './network.ts';
import { SimulatedVault } from './secretStorage.ts';
import { SimulatedService } from './service.ts';
import { statement } from './statements.ts';
import { type World, enter } from './world.ts';

/** Processes in one run: two windows that die now and then, and one at the end. */
const MOST_WINDOWS = 7;
/** A run that takes more has no end. */
const MOST_STEPS = 60_000;
const ORIGIN = 'https://api.casparser.in';

/** The world of one run, and the windows that were opened in it. */
export class Simulation implements World {
  readonly setting: Setting;
  readonly random: () => number;
  readonly clock = new SimulatedClock();
  readonly disk: SimulatedDisk;
  readonly vault: SimulatedVault;
  readonly service: SimulatedService;
  readonly network: SimulatedNetwork;
  readonly statements: World['statements'];
  readonly attempts: World['attempts'] = [];
  readonly bugs: string[] = [];
  /** How often the person agreed to pay again, by the name of the PDF. */
  readonly words = new Map<string, number>();
  readonly windows: EditorWindow[] = [];
  readonly open = new Map<WindowName | 'last', EditorWindow>();
  readonly #plan: Plan;
  readonly #memory = new Map<string, unknown>();

  private constructor(plan: Plan) {
    this.#plan = plan;
    this.setting = plan.setting;
    this.random = seededRandom(plan.seed);
    this.disk = new SimulatedDisk(this.clock, this.random);
    this.disk.makeFolders(STORAGE.slice(0, STORAGE.lastIndexOf('/')));
    this.vault = new SimulatedVault(this.clock, this.random);
    this.service = new SimulatedService(plan.setting, this.clock);
    this.network = new SimulatedNetwork(this.clock, this.service);
    this.#signIn();
    this.statements = plan.setting.statements.map((kind, at) => statement(at, kind === 'locked'));
  }

  static async of(plan: Plan): Promise<Simulation> {
    const simulation = new Simulation(plan);
    for (let at = 0; at < MOST_WINDOWS; at++) await loadCopy(simulation.#copy(at));
    enter(simulation);
    return simulation;
  }

  isAlive = (pid: number): boolean => this.windows.some((one) => one.pid === pid && one.alive);

  /** The window of a name; opened when it is needed first. */
  window(name: WindowName | 'last'): EditorWindow {
    const there = this.open.get(name);
    if (there?.alive) return there;
    const window = new EditorWindow(this, this.#copy(this.windows.length));
    this.windows.push(window);
    this.open.set(name, window);
    window.run(() => {
      window.house = createApp(this.#context(window));
      void window.house.wake();
    });
    return window;
  }

  /** Whether another process can be started. */
  get canOpen(): boolean {
    return this.windows.length < MOST_WINDOWS - 1;
  }

  /**
   * Lets everything happen that is planned, then asks for every statement once more in a fresh window.
   * @returns false when there is no end to it
   */
  async run(): Promise<boolean> {
    for (const event of this.#plan.events) this.clock.after(event.at, () => happen(this, event));
    if (!(await this.clock.run(MOST_STEPS))) return false;
    this.#heal();
    for (const { uri } of this.statements) {
      command(this.window('last'), 'casParser.parsePdf', [uriOf(uri)]);
      if (!(await this.clock.run(MOST_STEPS))) return false;
    }
    return true;
  }

  /** From here on all goes well. */
  #heal(): void {
    this.network.fates.length = 0;
    this.network.freeFates.length = 0;
    const { disk, vault, network, service } = this;
    disk.fullUntil = disk.slowUntil = disk.busyUntil = 0;
    vault.lockedUntil = vault.readOnlyUntil = 0;
    network.offlineUntil = service.silentUntil = 0;
  }

  /** As after signing in: the account that the person has, as the product keeps it. */
  #signIn(): void {
    const { kept } = this.vault;
    const { email, key } = this.service.first;
    const createdAt = '2026-09-01T00:00:00.000Z';
    const account =
      this.setting.account === 'sandbox'
        ? { id: 'sandbox', kind: 'sandbox', origin: ORIGIN, createdAt }
        : { id: 'first', kind: 'approval', origin: ORIGIN, email, createdAt };
    kept.set(`casParser.account ${account.id}`, JSON.stringify({ account, key }));
    kept.set(`casParser.inUse ${ORIGIN}`, account.id);
  }

  #copy(at: number): number {
    return this.setting.tellsProcesses ? 1 + at : 101 + at;
  }

  #context(window: EditorWindow) {
    const memory = {
      get: (name: string, otherwise?: unknown) => this.#memory.get(name) ?? otherwise,
      update: (name: string, value: unknown) => {
        this.#memory.set(name, value);
        return Promise.resolve();
      },
      keys: () => [...this.#memory.keys()],
      setKeysForSync: () => undefined,
    };
    const context = {
      secrets: this.vault.door(window),
      globalState: memory,
      workspaceState: memory,
      globalStorageUri: { fsPath: STORAGE },
      extensionUri: { scheme: 'file', path: '/extension' },
      subscriptions: [],
    };
    return context as unknown as Parameters<typeof createApp>[0];
  }
}
