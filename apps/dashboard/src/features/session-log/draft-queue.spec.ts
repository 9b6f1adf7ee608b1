import type { SessionDraft } from '@courseline/contracts';
import {
  draftQueue,
  draftVersion,
  equal,
  hasUnsaved,
  mostChangesAtOnce,
  reduceDraft,
  shownFields,
  type DraftEvent,
  type DraftQueue,
  type DraftValue,
} from './draft-queue';

const me = { id: 'me', name: 'Dr Okafor' };

function draft(version: number, fields: Record<string, DraftValue>, byName = 'N. Brandt'): SessionDraft {
  return {
    sessionId: '0199a000-0000-7000-8000-000000000001',
    version,
    fields: Object.fromEntries(
      Object.entries(fields).map(([path, value]) => [
        path,
        { value, by: 'nurse', byName, at: '2026-11-17T20:00:00Z' },
      ]),
    ),
    assessmentIds: {},
    updatedAt: '2026-11-17T20:00:00Z',
    updatedByName: byName,
  };
}

const edit = (path: string, value: DraftValue): DraftEvent => ({
  type: 'edited',
  changes: [{ path, value }],
});
const run = (queue: DraftQueue, ...events: DraftEvent[]) => events.reduce(reduceDraft, queue);
const values = (queue: DraftQueue) =>
  Object.fromEntries(Object.entries(shownFields(queue, me)).map(([path, field]) => [path, field.value]));

describe('queue of a draft', () => {
  it('shows what was typed at once and sends it in the order of typing', () => {
    const queue = run(draftQueue(null), edit('vitals/before/pulse', 74), edit('note', 'calm'), {
      type: 'sent',
    });
    expect([...(queue.sending ?? [])]).toEqual([
      ['vitals/before/pulse', 74],
      ['note', 'calm'],
    ]);
    expect(values(queue)).toEqual({ 'vitals/before/pulse': 74, note: 'calm' });
    expect(shownFields(queue, me)['note']).toMatchObject({ byName: 'Dr Okafor', at: null });
  });

  it('is at version 0 until the server has a draft', () => {
    expect(draftVersion(draftQueue(null))).toBe(0);
    expect(draftVersion(draftQueue(draft(4, {})))).toBe(4);
  });

  it('keeps what is typed while a save is under way', () => {
    const queue = run(draftQueue(null), edit('note', 'a'), { type: 'sent' }, edit('note', 'ab'), {
      type: 'saved',
      draft: draft(1, { note: 'a' }),
    });
    expect([...queue.waiting]).toEqual([['note', 'ab']]);
    expect(values(queue)).toEqual({ note: 'ab' });
    expect(hasUnsaved(queue)).toBe(true);
  });

  it('does not send a second save before the first has been answered', () => {
    const queue = run(draftQueue(null), edit('note', 'a'), { type: 'sent' }, edit('note', 'ab'), {
      type: 'sent',
    });
    expect([...(queue.sending ?? [])]).toEqual([['note', 'a']]);
    expect([...queue.waiting]).toEqual([['note', 'ab']]);
  });

  it('keeps everything after a failure, the later value of a field last', () => {
    const queue = run(
      draftQueue(null),
      edit('note', 'a'),
      edit('weight', null),
      edit('dose-reason', 'x'),
      { type: 'sent' },
      edit('note', 'ab'),
      { type: 'failed', failure: new Error('offline') },
    );
    expect([...queue.waiting]).toEqual([
      ['dose-reason', 'x'],
      ['note', 'ab'],
    ]);
    expect(queue.sending).toBeNull();
    expect(queue.phase).toBe('failed');
    expect(run(queue, { type: 'sent' }).phase).toBe('sending');
  });

  it('takes a field typed back to what is stored out of the queue', () => {
    const queue = run(draftQueue(draft(1, { note: 'a' })), edit('note', 'b'), edit('note', 'a'));
    expect(hasUnsaved(queue)).toBe(false);
  });

  it('sends a field typed back to what is stored while another value of it is on its way', () => {
    const queue = run(
      draftQueue(draft(1, { note: 'a' })),
      edit('note', 'b'),
      { type: 'sent' },
      edit('note', 'a'),
    );
    expect([...queue.waiting]).toEqual([['note', 'a']]);
  });

  it('takes a field out with null, but keeps a declined answer', () => {
    const queue = run(draftQueue(draft(1, { note: 'a' })), edit('note', null), edit('answers/phq-9/9', null));
    expect(values(queue)).toEqual({ 'answers/phq-9/9': null });
  });

  it('counts a 0 as a value', () => {
    expect(values(run(draftQueue(null), edit('answers/phq-9/9', 0)))).toEqual({ 'answers/phq-9/9': 0 });
  });

  it('sends no more than the server takes at once, and the rest after', () => {
    const changes = Array.from({ length: mostChangesAtOnce + 3 }, (_, n) => ({
      path: `note-${n}`,
      value: n,
    }));
    const queue = run(draftQueue(null), { type: 'edited', changes }, { type: 'sent' });
    expect(queue.sending?.size).toBe(mostChangesAtOnce);
    expect([...queue.waiting.keys()]).toEqual(['note-200', 'note-201', 'note-202']);
  });
});

describe('a draft that someone else changed meanwhile', () => {
  const start = draftQueue(draft(3, { 'vitals/before/pulse': 70 }));

  it('keeps our change, takes theirs, and says which field they had entered', () => {
    const queue = run(
      start,
      edit('vitals/before/pulse', 74),
      edit('note', 'calm'),
      { type: 'sent' },
      { type: 'overtaken' },
      { type: 'read', draft: draft(4, { 'vitals/before/pulse': 90, 'vitals/before/spo2': 97 }) },
    );
    expect(queue.phase).toBe('idle');
    expect([...queue.waiting]).toEqual([
      ['vitals/before/pulse', 74],
      ['note', 'calm'],
    ]);
    expect(draftVersion(queue)).toBe(4);
    expect(values(queue)).toEqual({ 'vitals/before/pulse': 74, 'vitals/before/spo2': 97, note: 'calm' });
    expect(queue.meanwhile).toEqual([
      { path: 'vitals/before/pulse', byName: 'N. Brandt', theirs: 90, ours: 74 },
      { path: 'vitals/before/spo2', byName: 'N. Brandt', theirs: 97, ours: undefined },
    ]);
  });

  it('waits for the draft to be read before it sends again', () => {
    const queue = run(start, edit('note', 'calm'), { type: 'sent' }, { type: 'overtaken' });
    expect(queue.phase).toBe('behind');
    expect([...queue.waiting]).toEqual([['note', 'calm']]);
  });

  it('says nothing where both entered the same', () => {
    const queue = run(
      start,
      edit('vitals/before/spo2', 97),
      { type: 'sent' },
      { type: 'overtaken' },
      { type: 'read', draft: draft(4, { 'vitals/before/pulse': 70, 'vitals/before/spo2': 97 }) },
    );
    expect(queue.meanwhile).toEqual([]);
  });

  it('says that they took a field out', () => {
    const queue = run(start, { type: 'read', draft: draft(4, {}) });
    expect(queue.meanwhile).toEqual([
      { path: 'vitals/before/pulse', byName: 'N. Brandt', theirs: null, ours: undefined },
    ]);
    expect(run(queue, { type: 'noticed' }).meanwhile).toEqual([]);
  });

  it('does not go back to an older draft', () => {
    expect(run(start, { type: 'read', draft: draft(2, {}) })).toBe(start);
  });
});

describe('a change the server refuses', () => {
  it('is taken out and kept with its reason, and the others go on', () => {
    const queue = run(
      draftQueue(null),
      edit('note', 'calm'),
      edit('vitals/before/pulse', 740),
      { type: 'sent' },
      { type: 'refused', changes: new Map([['vitals/before/pulse', 'Too big.']]) },
    );
    expect([...queue.waiting]).toEqual([['note', 'calm']]);
    expect(queue.refused).toEqual([{ path: 'vitals/before/pulse', value: 740, detail: 'Too big.' }]);
    expect(hasUnsaved(queue)).toBe(true);
    expect(run(queue, edit('vitals/before/pulse', 74)).refused).toEqual([]);
  });
});

it('compares values whatever the order of their names', () => {
  expect(equal({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
  expect(equal({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(equal([1, 2], [2, 1])).toBe(false);
  expect(equal(null, 0)).toBe(false);
});

it('loses no change whatever happens in between', () => {
  // Every sequence of four answers of the server around three edits.
  const answers: DraftEvent[][] = [
    [{ type: 'sent' }, { type: 'failed', failure: null }],
    [{ type: 'sent' }, { type: 'overtaken' }, { type: 'read', draft: draft(9, { other: 1 }) }],
    [{ type: 'read', draft: draft(9, { other: 2 }) }],
    [{ type: 'sent' }],
  ];
  for (const first of answers)
    for (const second of answers)
      for (const third of answers) {
        const queue = run(
          draftQueue(null),
          edit('a', 1),
          ...first,
          edit('b', 2),
          ...second,
          edit('a', 3),
          ...third,
        );
        expect(values(queue)).toMatchObject({ a: 3, b: 2 });
      }
});
