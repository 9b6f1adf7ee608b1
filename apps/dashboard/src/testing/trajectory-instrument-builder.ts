import type { TrajectoryInstrument, TrajectoryPoint } from '@courseline/contracts';
import { getInstrument, thresholdsOf, type ThresholdInstrumentId } from '@courseline/instruments';
import { testId } from './trajectory-point-builder';

interface InstrumentOptions {
  readonly baseline?: number | null;
  readonly points?: readonly TrajectoryPoint[];
  readonly standing?: TrajectoryInstrument['standing'];
  readonly baselinePoint?: TrajectoryPoint;
}

function anInstrument(id: ThresholdInstrumentId, options: InstrumentOptions): TrajectoryInstrument {
  const definition = getInstrument(id);
  const rules = thresholdsOf(id);
  const cutOff = definition.cutOffs.at(0);
  const total = options.baselinePoint?.total ?? options.baseline ?? null;
  const sourced = (rule: string, { citation, ownRule }: { citation: string; ownRule: boolean }) => ({
    id: rule,
    citation,
    ownRule,
  });
  return {
    id,
    version: definition.version,
    name: definition.name,
    title: definition.title,
    range: definition.range,
    bands: definition.bands.map(({ id: band, label, from, to }) => ({ id: band, label, from, to })),
    bandSource: definition.bandSource,
    cutLine: definition.bands.length === 0 && cutOff !== undefined ? cutOff : null,
    thresholds: {
      ruleSetId: rules.id,
      caseCutOff: {
        ...sourced(rules.caseCutOff.standard.id, rules.caseCutOff.standard),
        atLeast: rules.caseCutOff.standard.atLeast,
      },
      response: {
        ...sourced(`${rules.id}/response`, rules.response),
        fallPercent: rules.response.minimumFall * 100,
      },
      remission:
        rules.remission === null
          ? null
          : { ...sourced(`${rules.id}/remission`, rules.remission), below: rules.remission.below },
      minimalImportantChange: {
        ...sourced(`${rules.id}/minimal-important-change`, rules.minimalImportantChange),
        points: rules.minimalImportantChange.points,
        upTo: rules.minimalImportantChange.upTo,
      },
      reliableChange: {
        ...sourced(rules.reliableChange.standard.id, rules.reliableChange.standard),
        points: rules.reliableChange.standard.points,
      },
      reliableRise: {
        ...sourced(rules.deterioration.report.id, rules.deterioration.report),
        points: rules.deterioration.report.points,
      },
    },
    baseline:
      total === null
        ? null
        : {
            pointId: options.baselinePoint?.id ?? testId(4),
            date: options.baselinePoint?.date ?? '2026-11-02',
            total,
            status: options.baselinePoint?.status ?? 'complete',
          },
    responseLine: total === null || total === 0 ? null : { at: total / 2, orLess: Math.floor(total / 2) },
    standing: options.standing ?? null,
    points: [...(options.points ?? [])],
  };
}

export function phq9Instrument(options: InstrumentOptions): TrajectoryInstrument {
  return anInstrument('phq-9', options);
}

export function gad7Instrument(options: InstrumentOptions): TrajectoryInstrument {
  return anInstrument('gad-7', options);
}

export function pcl5Instrument(options: InstrumentOptions): TrajectoryInstrument {
  return anInstrument('pcl-5', options);
}
