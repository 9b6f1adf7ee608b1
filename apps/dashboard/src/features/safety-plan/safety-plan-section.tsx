import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useCurrentClinic, useHasRole } from '../../api/current-clinic';
import { safetyPlanQuery } from '../../api/safety-plans';
import { useFormat } from '../../ui/format-context';
import { Loaded } from '../../ui/loaded';
import { Section } from '../../ui/page';
import { LinesSkeleton } from '../../ui/skeletons';
import { PlanWords } from './plan-words';
import styles from './safety-plan.module.css';

const SafetyPlanDialog = lazy(async () => ({
  default: (await import('./safety-plan-dialog')).SafetyPlanDialog,
}));

interface SafetyPlanSectionProps {
  readonly patientId: string;
  /** Whether anything may be added to this patient's record. */
  readonly open: boolean;
}

/** The patient's safety plan, when it was last looked at and until when it is to be looked at again. */
export function SafetyPlanSection({ patientId, open }: SafetyPlanSectionProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const mayWrite = useHasRole('nurse', 'clinician') && open;
  const query = useQuery(safetyPlanQuery(slug, patientId));
  const [writing, setWriting] = useState(false);
  const hasPlan = (query.data?.version ?? 0) > 0;
  return (
    <Section
      title="Safety plan"
      actions={
        mayWrite &&
        query.data !== undefined && (
          <Button variant="default" size="compact-sm" onClick={() => setWriting(true)}>
            {hasPlan ? 'Review or change' : 'Write it together'}
          </Button>
        )
      }
    >
      <Loaded query={query} skeleton={<LinesSkeleton lines={4} />}>
        {({ revisions: [current, ...earlier], isReviewOverdue }) =>
          current === undefined ? (
            <p className={styles['soft']}>
              There is none yet. It is written down together, in the patient&apos;s own words; the patient
              then finds it on their own page and beside the help lines.
            </p>
          ) : (
            <>
              {isReviewOverdue ? (
                <p>
                  <strong>! Review overdue since {format.nearDay(current.reviewOn)}</strong>
                </p>
              ) : (
                <p className={styles['soft']}>To be reviewed by {format.nearDay(current.reviewOn)}</p>
              )}
              <PlanWords plan={current} />
              <p className={styles['soft']}>
                Written or reviewed by {current.byName}, {format.nearMoment(current.at)}
                {earlier.length > 0 &&
                  `; ${earlier.length} earlier ${earlier.length === 1 ? 'version' : 'versions'}, the first by ${earlier.at(-1)?.byName ?? ''}`}
                .
              </p>
            </>
          )
        }
      </Loaded>
      <Suspense>
        {writing && query.data !== undefined && (
          <SafetyPlanDialog
            patientId={patientId}
            version={query.data.version}
            current={query.data.revisions[0] ?? null}
            onClose={() => setWriting(false)}
          />
        )}
      </Suspense>
    </Section>
  );
}
