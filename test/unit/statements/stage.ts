import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { RecordedRequest } from '../../service/recorder.ts';
import { type CasParserService, startCasParserService } from '../../service/server.ts';
import { type InventedStatement, inventStatements } from '../../soak/inventStatements.ts';
import { MemorySecrets } from './memorySecrets.ts';
import { TestWindow, type TestWindowOptions } from './testWindow.ts';

const lots = { limit: 100_000, used: 0, resets_at: null };

/** A local service, statements that it knows, and windows that share one storage on the real disk. */
export class Stage {
  readonly service: CasParserService;
  readonly home: string;
  readonly secrets = new MemorySecrets();

  private constructor(service: CasParserService, home: string) {
    this.service = service;
    this.home = home;
  }

  static async open(): Promise<Stage> {
    const home = await mkdtemp(join(tmpdir(), 'casparser-stage-'));
    const statements = join(home, 'statements');
    const service = await startCasParserService({ statements, credits: lots });
    service.account.requestsPerMinute = 100_000; // windows that are opened anew each time count anew
    return new Stage(service, home);
  }

  get storage(): string {
    return join(this.home, 'storage');
  }

  window(options: Partial<TestWindowOptions> = {}): TestWindow {
    const { service, secrets, storage: folder } = this;
    return new TestWindow({ service, secrets, folder, ...options });
  }

  /** Statements that the service reads, new ones each time. */
  invent(count: number, password?: string): Promise<InventedStatement[]> {
    return inventStatements(join(this.home, 'statements'), count, password);
  }

  /** The uploads, oldest first. */
  get uploads(): RecordedRequest[] {
    return this.service.requests.filter(({ path }) => path === '/v4/smart/parse');
  }

  get lookUps(): RecordedRequest[] {
    return this.service.requests.filter(({ path }) => path === '/v1/usage');
  }

  /** Credits that were paid for a PDF. */
  paidFor({ hash }: Pick<InventedStatement, 'hash'>): number {
    return sum(this.uploads.filter((upload) => pdfOf(upload) === hash));
  }

  get paid(): number {
    return sum(this.uploads);
  }

  async close(): Promise<void> {
    await this.service.close();
    await rm(this.home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** SHA-256 (hex) of the PDF that was uploaded, as far as it arrived. */
export function pdfOf({ parts }: RecordedRequest): string | undefined {
  return parts?.find(({ sha256 }) => sha256 !== undefined)?.sha256;
}

/** The password that an upload came with. */
export function passwordOf({ parts }: RecordedRequest): string | undefined {
  return parts?.find(({ name }) => name === 'password')?.text;
}

function sum(uploads: readonly RecordedRequest[]): number {
  return uploads.reduce((total, { billed }) => total + billed, 0);
}
