import type { DraftChange, SessionDraft } from '@courseline/contracts';
import { shownFields } from './draft-queue';
import { DraftSaver, type DraftServer, type SaveFailure } from './draft-saver';

class Clock {
  readonly #due: { run: () => void; milliseconds: number }[] = [];

  readonly later = (run: () => void, milliseconds: number) => {
    const entry = { run, milliseconds };
    this.#due.push(entry);
    return () => {
      const at = this.#due.indexOf(entry);
      if (at !== -1) this.#due.splice(at, 1);
    };
  };

  waits = () => this.#due.map((entry) => entry.milliseconds);

  /** Lets the next thing due happen, and everything that follows from it at once. */
  async tick(): Promise<void> {
    this.#due.shift()?.run();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }
}

/** A server with a draft of its own, that answers as it is told. */
class Server implements DraftServer {
  version = 0;
  readonly stored = new Map<string, DraftChange['value']>();
  readonly saves: { version: number; changes: DraftChange[] }[] = [];
  readonly failures: SaveFailure[] = [];
  unreachable = false;

  draft(): SessionDraft {
    return {
      sessionId: '0199a000-0000-7000-8000-000000000001',
      version: this.version,
      fields: Object.fromEntries(
        [...this.stored].map(([path, value]) => [
          path,
          { value, by: 'someone', byName: 'N. Brandt', at: '2026-11-17T20:00:00Z' },
        ]),
      ),
      assessmentIds: {},
      updatedAt: '2026-11-17T20:00:00Z',
      updatedByName: 'N. Brandt',
    };
  }

  someoneElse(path: string, value: DraftChange['value']): void {
    this.stored.set(path, value);
    this.version += 1;
  }

  readonly save = (version: number, changes: DraftChange[]): Promise<SessionDraft> => {
    this.saves.push({ version, changes });
    const told = this.failures.shift();
    if (told !== undefined) return Promise.reject(new Error(told.kind, { cause: told }));
    if (version !== this.version)
      return Promise.reject(new Error('overtaken', { cause: { kind: 'overtaken', failure: null } }));
    for (const { path, value } of changes) this.stored.set(path, value);
    this.version += 1;
    return Promise.resolve(this.draft());
  };

  readonly read = () =>
    this.unreachable ? Promise.reject(new Error('unreachable')) : Promise.resolve(this.draft());

  readonly judge = (error: unknown) => (error as { cause: SaveFailure }).cause;
}

function start() {
  const server = new Server();
  const clock = new Clock();
  const saver = new DraftSaver(server, clock.later, null);
  const edit = (path: string, value: DraftChange['value']) => saver.edit([{ path, value }]);
  return { server, clock, saver, edit };
}

const passing: SaveFailure = { kind: 'passing', failure: 'offline' };

describe('saving a draft', () => {
  it('waits for a pause in typing and sends what was typed together', async () => {
    const { server, clock, edit } = start();
    edit('a', 1);
    edit('b', 2);
    expect(clock.waits()).toEqual([400]);
    await clock.tick();
    expect(server.saves).toEqual([
      {
        version: 0,
        changes: [
          { path: 'a', value: 1 },
          { path: 'b', value: 2 },
        ],
      },
    ]);
    expect(clock.waits()).toEqual([]);
  });

  it('tries again after a failure, later each time, and sends everything in the end', async () => {
    const { server, clock, saver, edit } = start();
    server.failures.push(passing, passing);
    edit('a', 1);
    await clock.tick();
    expect(saver.queue().failure).toBe('offline');
    expect(clock.waits()).toEqual([2000]);
    await clock.tick();
    expect(clock.waits()).toEqual([5000]);
    await clock.tick();
    expect(server.stored.get('a')).toBe(1);
    expect(saver.queue().failure).toBeNull();
  });

  it('stops trying once the page is gone, and goes on when it is back', async () => {
    const { server, clock, saver, edit } = start();
    server.failures.push(passing);
    edit('a', 1);
    const flushed = saver.flush();
    saver.rest();
    await expect(flushed).resolves.toBe(false);
    expect(clock.waits()).toEqual([]);
    saver.wake();
    await clock.tick();
    expect(server.stored.get('a')).toBe(1);
  });

  it('does not try by itself what cannot pass, but does on the next key', async () => {
    const { server, clock, edit } = start();
    server.failures.push({ kind: 'lasting', failure: 'closed' });
    edit('a', 1);
    await clock.tick();
    expect(clock.waits()).toEqual([]);
    edit('b', 2);
    await clock.tick();
    expect([...server.stored.keys()]).toEqual(['a', 'b']);
  });

  it('reads the draft again when someone else was faster, and then sends its own', async () => {
    const { server, clock, saver, edit } = start();
    server.someoneElse('a', 9);
    edit('a', 1);
    await clock.tick();
    expect(saver.queue().meanwhile).toEqual([{ path: 'a', byName: 'N. Brandt', theirs: 9, ours: 1 }]);
    await clock.tick();
    expect(server.saves.map((save) => save.version)).toEqual([0, 1]);
    expect(server.stored.get('a')).toBe(1);
  });

  it('reads before it sends when the reading had failed', async () => {
    const { server, clock, edit } = start();
    server.someoneElse('a', 9);
    server.unreachable = true;
    edit('b', 2);
    await clock.tick();
    expect(clock.waits()).toEqual([2000]);
    server.unreachable = false;
    await clock.tick();
    expect(server.saves.map((save) => save.version)).toEqual([0, 1]);
    expect(server.stored.get('b')).toBe(2);
  });

  it('gives up for a while when it is overtaken again and again', async () => {
    const { server, clock, saver, edit } = start();
    for (let time = 0; time < 6; time += 1) server.failures.push({ kind: 'overtaken', failure: 'odd' });
    edit('a', 1);
    for (let time = 0; time < 6; time += 1) await clock.tick();
    expect(server.saves).toHaveLength(6);
    expect(saver.queue().failure).toBe('odd');
    expect(clock.waits()).toEqual([2000]);
  });

  it('leaves out what the server refuses and stores the rest', async () => {
    const { server, clock, saver, edit } = start();
    server.failures.push({ kind: 'refused', changes: new Map([['a', 'Too big.']]) });
    edit('a', 1000);
    edit('b', 2);
    await clock.tick();
    await clock.tick();
    expect([...server.stored]).toEqual([['b', 2]]);
    expect(saver.queue().refused).toEqual([{ path: 'a', value: 1000, detail: 'Too big.' }]);
  });
});

describe('saving at once', () => {
  it('sends what waits and tells that all of it is stored', async () => {
    const { server, clock, saver, edit } = start();
    edit('a', 1);
    await expect(saver.flush()).resolves.toBe(true);
    expect(server.stored.get('a')).toBe(1);
    expect(clock.waits()).toEqual([]);
  });

  it('takes along what is typed meanwhile', async () => {
    const { server, saver, edit } = start();
    edit('a', 1);
    const flushed = saver.flush();
    edit('b', 2);
    await expect(flushed).resolves.toBe(true);
    expect([...server.stored.keys()]).toEqual(['a', 'b']);
  });

  it('tells that it could not, and keeps it', async () => {
    const { server, saver, edit } = start();
    server.failures.push(passing);
    edit('a', 1);
    await expect(saver.flush()).resolves.toBe(false);
    expect(shownFields(saver.queue(), { id: 'me', name: 'Me' })['a']?.value).toBe(1);
  });

  it('is done at once when there is nothing to save', async () => {
    const { server, saver } = start();
    await expect(saver.flush()).resolves.toBe(true);
    expect(server.saves).toEqual([]);
  });

  it('stores the whole after being overtaken', async () => {
    const { server, saver, edit } = start();
    server.someoneElse('x', 1);
    edit('a', 1);
    await expect(saver.flush()).resolves.toBe(true);
    expect(server.stored.get('a')).toBe(1);
  });
});
