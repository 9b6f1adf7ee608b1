import {
  findInstrument,
  getInstrument,
  instruments,
  scoreAssessment,
  scoredInstruments,
  UnknownInstrumentError,
} from './index.js';

const scored = scoredInstruments.filter((definition) => !definition.totalOnly);
const totalOnly = instruments.filter((definition) => definition.totalOnly);
const fill = (count: number, answer: number | null): (number | null)[] =>
  Array.from({ length: count }, () => answer);

describe('the registry', () => {
  test('holds the eight instruments', () => {
    expect(instruments.map((definition) => definition.id)).toEqual([
      'phq-9',
      'gad-7',
      'pcl-5',
      'phq-4',
      'madrs',
      'cadss',
      'qids-sr',
      'right-now',
    ]);
    expect(instruments.filter((each) => !scoredInstruments.includes(each)).map(({ id }) => id)).toEqual([
      'right-now',
    ]);
    expect(totalOnly.map((definition) => [definition.id, definition.range])).toEqual([
      ['madrs', { min: 0, max: 60 }],
      ['cadss', { min: 0, max: 92 }],
      ['qids-sr', { min: 0, max: 27 }],
    ]);
  });

  test('finds an instrument by id, and by id and version', () => {
    expect(getInstrument('phq-9').name).toBe('PHQ-9');
    expect(getInstrument('phq-9', '1')).toBe(getInstrument('phq-9'));
  });

  test.each([
    ['phq-8', undefined, 'No instrument "phq-8".'],
    ['PHQ-9', undefined, 'No instrument "PHQ-9".'],
    ['phq-9', '0', 'No instrument "phq-9" in version "0".'],
  ])('has no %s in version %s', (id, version, message) => {
    expect(findInstrument(id, version)).toBeNull();
    expect(() => getInstrument(id, version)).toThrow(new UnknownInstrumentError(id, version));
    expect(() => getInstrument(id, version)).toThrow(message);
  });

  test('an UnknownInstrumentError carries what was asked for', () => {
    expect(new UnknownInstrumentError('phq-8', '2')).toMatchObject({
      name: 'UnknownInstrumentError',
      instrument: 'phq-8',
      version: '2',
    });
  });

  test('no two definitions share id and version, and no two instruments the name a patient reads', () => {
    const versions = instruments.map((definition) => `${definition.id}@${definition.version}`);
    expect(new Set(versions).size).toBe(versions.length);
    expect(new Set(instruments.map((definition) => definition.patientName)).size).toBe(instruments.length);
  });
});

describe.each(instruments)('$name as a definition', (definition) => {
  test('its bands cover the range without gap or overlap', () => {
    const { bands, range } = definition;
    const expectedStarts = bands.map((_, index) => (index === 0 ? range.min : bands[index - 1]!.to + 1));
    expect(bands.map((band) => band.from)).toEqual(expectedStarts);
    expect(bands.every((band) => band.from <= band.to)).toBe(true);
    expect(bands.at(-1)?.to ?? range.max).toBe(range.max);
    expect(new Set(bands.map((band) => band.id)).size).toBe(bands.length);
    expect(new Set(bands.map((band) => band.patientWording)).size).toBe(bands.length);
    expect(definition.bandSource === null).toBe(bands.length === 0);
  });

  test('its cut-offs lie within the range, or within the cluster they are for', () => {
    for (const cutOff of definition.cutOffs) {
      const cluster = definition.clusters.find(({ id }) => id === cutOff.cluster);
      expect(cutOff.value).toBeGreaterThan(definition.range.min);
      expect(cutOff.value).toBeLessThanOrEqual(cluster?.maximum ?? definition.range.max);
      expect(cluster?.id).toBe(cutOff.cluster);
    }
  });

  test('it says who made it and by what right it is here', () => {
    expect(definition.attribution).not.toBe('');
    expect(definition.licence).not.toBe('');
    expect(definition.higherIsWorse).toBe(definition.scored);
  });
});

describe.each(scored)('$name as a form', (definition) => {
  const { itemCount, itemMaximum, range } = definition;

  test('its items are numbered from 1 and its options run from 0 to the item maximum', () => {
    expect(definition.items.map((item) => item.number)).toEqual(
      Array.from({ length: itemCount }, (_, i) => i + 1),
    );
    expect(definition.options.map((option) => option.value)).toEqual(
      Array.from({ length: itemMaximum + 1 }, (_, value) => value),
    );
    expect(range).toEqual({ min: 0, max: itemCount * itemMaximum });
  });

  test('its clusters hold the items that name them, each once', () => {
    const named = definition.clusters.flatMap((cluster) => cluster.items.map((item) => [item, cluster.id]));
    const naming = definition.items.flatMap((item) =>
      item.cluster === undefined ? [] : [[item.number, item.cluster]],
    );
    expect(named).toEqual(naming);
    for (const cluster of definition.clusters) {
      expect(cluster.maximum).toBe(cluster.items.length * itemMaximum);
      expect(cluster.minimumAnswered).toBeLessThanOrEqual(cluster.items.length);
    }
  });

  test('all zeros is the lowest total, and a score, not a missing one', () => {
    expect(scoreAssessment(definition, fill(itemCount, 0))).toMatchObject({
      status: 'complete',
      total: 0,
      answered: itemCount,
      missing: [],
      band: definition.bands[0] ?? null,
      clusters: definition.clusters.map(({ id }) => ({ id, status: 'complete', total: 0 })),
    });
  });

  test('all highest answers is the highest total', () => {
    expect(scoreAssessment(definition, fill(itemCount, itemMaximum))).toMatchObject({
      status: 'complete',
      total: range.max,
      band: definition.bands.at(-1) ?? null,
      clusters: definition.clusters.map(({ id, maximum }) => ({ id, status: 'complete', total: maximum })),
    });
  });

  test('no answer at all is no score', () => {
    expect(scoreAssessment(definition, fill(itemCount, null))).toEqual({
      status: 'partial',
      total: null,
      answered: 0,
      missing: definition.items.map((item) => item.number),
      clusters: definition.clusters.map(({ id }) => ({ id, status: 'partial', total: null })),
      band: null,
    });
  });

  test.each(definition.items)(
    'with only item $number missing it is prorated unless the rules need it',
    ({ number }) => {
      const answers = fill(itemCount, 1);
      answers[number - 1] = null;
      const isNeeded = definition.minimumAnswered === itemCount || definition.requiredItems.includes(number);
      expect(scoreAssessment(definition, answers)).toMatchObject({
        status: isNeeded ? 'partial' : 'prorated',
        total: isNeeded ? null : itemCount,
        answered: itemCount - 1,
        missing: [number],
      });
    },
  );
});

describe.each(totalOnly)('$name as a total', (definition) => {
  test('ships no wording', () => {
    expect([definition.items, definition.options, definition.extraItems]).toEqual([[], [], []]);
    expect([definition.instructions, definition.stem]).toEqual([null, null]);
  });

  test('its range is at most what its items add up to', () => {
    expect(definition.range.min).toBe(0);
    expect(definition.range.max).toBeLessThanOrEqual(definition.itemCount * definition.itemMaximum);
  });
});
