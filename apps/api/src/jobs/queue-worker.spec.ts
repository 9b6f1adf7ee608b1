import type { QueuedJob } from './queue.js';
import { QueueWorker, type QueueWork } from './queue-worker.js';

/** A queue of this test: what was taken, finished and failed, and a promise for the next of each. */
function aQueue(over: Partial<QueueWork> = {}) {
  const [waiting, log]: [QueuedJob[], string[]] = [[], []];
  let told: () => void = () => undefined;
  const note = (words: string): Promise<void> => {
    log.push(words);
    told();
    return Promise.resolve();
  };
  const worker = new QueueWorker({
    take: () => Promise.resolve(waiting.shift() ?? null),
    run: ({ id }) => note(`run ${id}`),
    finish: ({ id }) => note(`finish ${id}`),
    fail: ({ id }) => note(`fail ${id}`),
    failed: (error) => void note(`error ${error instanceof Error ? error.message : ''}`),
    pause: 60_000,
    ...over,
  });
  /** Until so many things were noted. */
  const noted = async (count: number): Promise<readonly string[]> => {
    while (log.length < count) await new Promise<void>((resolve) => (told = resolve));
    return log;
  };
  const add = (id: string): void => void waiting.push({ id, data: {} });
  return { worker, add, noted, log };
}

describe('the worker of a queue', () => {
  it('does one job after the other, and looks again when it is nudged', async () => {
    const { worker, add, noted } = aQueue();
    add('a');
    add('b');
    worker.start();
    expect(await noted(4)).toEqual(['run a', 'finish a', 'run b', 'finish b']);
    add('c');
    worker.nudge();
    expect((await noted(6)).slice(4)).toEqual(['run c', 'finish c']);
    await worker.stop();
  });

  it('goes on after a job that fails, which it says', async () => {
    const { worker, add, noted } = aQueue({
      run: ({ id }) => (id === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve()),
    });
    add('bad');
    add('good');
    worker.start();
    expect(await noted(3)).toEqual(['error no', 'fail bad', 'finish good']);
    await worker.stop();
  });

  it('outlives a queue that cannot be reached, even while a job is being finished', async () => {
    let reached = false;
    const { worker, add, noted, log } = aQueue({
      finish: ({ id }) => {
        if (!reached) {
          reached = true;
          return Promise.reject(new Error('the database is gone'));
        }
        log.push(`finish ${id}`);
        return Promise.resolve();
      },
    });
    add('a');
    worker.start();
    await noted(2);
    add('b');
    worker.nudge();
    expect(await noted(3)).toEqual(['run a', 'error the database is gone', 'run b']);
    await worker.stop();
    expect(log.at(-1)).toBe('finish b');
  });

  it('stops when the job at hand is done, and tells it to hurry', async () => {
    let stopping = false;
    let begun: () => void = () => undefined;
    const running = new Promise<void>((resolve) => (begun = resolve));
    const { worker, add, log } = aQueue({
      run: async (_job, signal) => {
        begun();
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        stopping = signal.aborted;
      },
    });
    add('long');
    add('never');
    worker.start();
    await running;
    await worker.stop();
    expect(stopping).toBe(true);
    expect(log).toEqual(['finish long']);
  });
});
