import type { CohortInstrument, CohortRule } from '@courseline/contracts';
import { thresholdsOf } from '@courseline/instruments';
import { currentOutcomeRules } from '@courseline/outcomes';

/** The rules behind a page of rates, in words and with their sources. */
export function cohortRules(instrument: CohortInstrument): CohortRule[] {
  const thresholds = thresholdsOf(instrument);
  const rules = currentOutcomeRules(instrument);
  const eligible = thresholds.caseCutOff.standard;
  const reliable = thresholds.reliableChange.standard;
  const worse = thresholds.deterioration.report;
  return [
    {
      id: rules.caseCutOff.id,
      words: `Eligible: a baseline of ${eligible.atLeast} or more.`,
      citation: eligible.citation,
      ownRule: eligible.ownRule,
    },
    {
      id: rules.response.id,
      words: `Response: at least ${rules.response.fallPercent} % below baseline, of the eligible with follow-up.`,
      citation: thresholds.response.citation,
      ownRule: thresholds.response.ownRule,
    },
    ...(thresholds.remission === null || rules.remission === null
      ? []
      : [
          {
            id: rules.remission.id,
            words: `Remission: below ${thresholds.remission.below}, of the eligible with follow-up.`,
            citation: thresholds.remission.citation,
            ownRule: thresholds.remission.ownRule,
          },
        ]),
    {
      id: rules.reliableChange.id,
      words: `Reliable improvement: a fall of ${reliable.points} points or more, of all with follow-up.`,
      citation: reliable.citation,
      ownRule: reliable.ownRule,
    },
    {
      id: rules.reliableDeterioration.id,
      words: `Reliable deterioration: a rise of ${worse.points} points or more, of all with follow-up.`,
      citation: worse.citation,
      ownRule: worse.ownRule,
    },
  ];
}
