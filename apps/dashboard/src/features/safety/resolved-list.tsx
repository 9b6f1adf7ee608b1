import type { ResolvedQuery, WorklistAlert } from '@courseline/contracts';
import { useQuery } from '@tanstack/react-query';
import { useCurrentClinic } from '../../api/current-clinic';
import { resolvedQuery } from '../../api/safety-worklist';
import { Loaded } from '../../ui/loaded';
import { RowsSkeleton } from '../../ui/skeletons';
import { EmptyState } from '../../ui/states';
import { PeriodFields } from './period-fields';
import { AlertRows } from './worklist';
import styles from './worklist.module.css';

interface ResolvedListProps {
  readonly period: ResolvedQuery;
  readonly onPeriod: (period: { readonly from: string; readonly to: string }) => void;
  readonly onShow: (alert: WorklistAlert) => void;
}

/** Alerts by the day on which they were resolved. */
export function ResolvedList({ period, onPeriod, onShow }: ResolvedListProps) {
  const { slug } = useCurrentClinic();
  const resolved = useQuery(resolvedQuery(slug, period));
  return (
    <>
      <PeriodFields label="Resolved from" period={period} onPeriod={onPeriod} />
      <Loaded query={resolved} skeleton={<RowsSkeleton rows={4} />}>
        {({ alerts, count }) =>
          alerts.length === 0 ? (
            <EmptyState title="No alert was resolved in this period">
              What was done about an alert stays here, with who did it and when. Choose other days to look
              further back.
            </EmptyState>
          ) : (
            <>
              {count > alerts.length && (
                <p className={styles['soft']}>
                  {count} alerts; the latest {alerts.length} are shown. Choose fewer days to see the others.
                </p>
              )}
              <AlertRows label="Resolved alerts" alerts={alerts} onAct={onShow} />
            </>
          )
        }
      </Loaded>
    </>
  );
}
