import type { LiveTopic } from '@courseline/contracts';
import { LiveConnection, type StreamEars } from './live-connection';

class FakeSource {
  isOpen = true;

  constructor(
    readonly topics: readonly LiveTopic[],
    private readonly ears: StreamEars,
  ) {}

  say(event: unknown): void {
    this.ears.heard(JSON.stringify(event));
  }

  fail(refused: boolean): void {
    this.ears.failed(refused);
  }
}

class Surroundings {
  readonly sources: FakeSource[] = [];
  hidden = false;
  private readonly waiting = new Map<() => void, number>();

  readonly connection = new LiveConnection({
    open: (topics, ears) => {
      const source = new FakeSource(topics, ears);
      this.sources.push(source);
      return () => {
        source.isOpen = false;
      };
    },
    isHidden: () => this.hidden,
    later: (run, milliseconds) => {
      this.waiting.set(run, milliseconds);
      return () => this.waiting.delete(run);
    },
  });

  /** Lets a while pass. */
  pass(milliseconds: number): void {
    for (const [run, wait] of [...this.waiting]) {
      if (wait > milliseconds) continue;
      this.waiting.delete(run);
      run();
    }
  }

  get open(): readonly FakeSource[] {
    return this.sources.filter(({ isOpen }) => isOpen);
  }
}

const settled = () => Promise.resolve();
const session = 'session/01890a5d-ac96-774b-bcce-b302099a8057' as const;

function listens(around: Surroundings, topics: readonly LiveTopic[]) {
  const asked: LiveTopic[] = [];
  const stop = around.connection.add({ topics, ask: (topic) => asked.push(topic) });
  return { asked, stop };
}

describe('what a page listens to', () => {
  it('comes over one stream, and each listener is told of its own topics', async () => {
    const around = new Surroundings();
    const [bar, page] = [listens(around, ['alerts']), listens(around, [session, 'alerts'])];
    await settled();
    expect(around.sources.map(({ topics }) => topics)).toEqual([['alerts', session]]);
    around.open[0]?.say({ again: true });
    around.open[0]?.say({ topic: session });
    expect(bar.asked).toEqual(['alerts']);
    expect(page.asked).toEqual(['alerts', session, session]);
  });

  it('is listened to no longer than someone wants it', async () => {
    const around = new Surroundings();
    const [bar, page] = [listens(around, ['alerts']), listens(around, [session])];
    await settled();
    page.stop();
    await settled();
    expect(around.open.map(({ topics }) => topics)).toEqual([['alerts']]);
    bar.stop();
    await settled();
    expect(around.open).toEqual([]);
  });

  it('gives its connection back while nobody looks, and asks for everything on return', async () => {
    const around = new Surroundings();
    const { asked } = listens(around, ['alerts']);
    await settled();
    around.hidden = true;
    around.connection.looked();
    await settled();
    expect(around.open).toEqual([]);
    around.pass(60_000);
    expect(asked).toEqual([]);
    around.hidden = false;
    around.connection.looked();
    await settled();
    around.open[0]?.say({ again: true });
    expect(asked).toEqual(['alerts']);
  });

  it('is asked for at intervals as long as the stream does not come', async () => {
    const around = new Surroundings();
    const { asked } = listens(around, ['alerts']);
    await settled();
    around.pass(10_000);
    around.pass(10_000);
    expect(asked).toEqual(['alerts', 'alerts']);
    around.open[0]?.say({ again: true });
    around.pass(10_000);
    expect(asked).toHaveLength(3);
    around.open[0]?.fail(false);
    around.pass(10_000);
    expect(asked).toHaveLength(4);
  });

  it('opens a refused stream again after a while', async () => {
    const around = new Surroundings();
    listens(around, ['alerts']);
    await settled();
    around.open[0]?.fail(true);
    await settled();
    expect(around.open).toEqual([]);
    around.pass(15_000);
    await settled();
    expect(around.open).toHaveLength(1);
  });

  it('does not mind a message it does not know', async () => {
    const around = new Surroundings();
    const { asked } = listens(around, ['alerts']);
    await settled();
    around.open[0]?.say({ topic: 'weather' });
    expect(asked).toEqual([]);
  });
});
