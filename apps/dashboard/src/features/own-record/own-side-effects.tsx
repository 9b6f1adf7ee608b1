import { Button } from '@mantine/core';
import type { NewOwnSideEffect, OwnOverview, OwnSideEffect } from '@courseline/contracts';
import { findSideEffectTerm, severityWords } from '@courseline/treatment';
import { useState } from 'react';
import { useCurrentClinic } from '../../api/current-clinic';
import { ownOverviewKey, reportOwnSideEffect, withdrawOwnSideEffect } from '../../api/own-record';
import { useDeed } from '../../api/use-deed';
import { useFormat } from '../../ui/format-context';
import { Section } from '../../ui/page';
import { ReportSideEffect } from './report-side-effect';
import styles from './own-record.module.css';

type LastSession = NonNullable<OwnOverview['lastSession']>;

/** What was noticed after the last session, and a way to add to it. */
export function OwnSideEffects({ session }: { readonly session: LastSession }) {
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const { slug } = useCurrentClinic();
  const report = useDeed((body: NewOwnSideEffect, key: string) => reportOwnSideEffect(slug, body, key), {
    refresh: ownOverviewKey(slug),
    onDone: () => undefined,
  });
  const noted = session.sideEffects.filter((effect) => effect.severity > 0);
  return (
    <Section title="After your last session" lead={format.nearDay(session.onDate)}>
      {noted.length === 0 ? (
        <p>Nothing was noted.</p>
      ) : (
        <ul className={styles['effects']}>
          {noted.map((effect) => (
            <Effect key={effect.code} effect={effect} />
          ))}
        </ul>
      )}
      {adding ? (
        <ReportSideEffect
          sessionId={session.sessionId}
          noted={noted.map((effect) => effect.code)}
          onReport={(body) => report.mutateAsync(body)}
          onClose={() => setAdding(false)}
        />
      ) : (
        <Button variant="default" onClick={() => setAdding(true)}>
          Add something you noticed
        </Button>
      )}
    </Section>
  );
}

function Effect({ effect }: { readonly effect: OwnSideEffect }) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const withdraw = useDeed((report: string, key: string) => withdrawOwnSideEffect(slug, report, key), {
    refresh: ownOverviewKey(slug),
    onDone: () => undefined,
  });
  const { reportId } = effect;
  const term = findSideEffectTerm(effect.code);
  return (
    <li>
      <span>
        {term?.patientWording ?? term?.label ?? effect.code}, {severityWords[effect.severity] ?? ''}
        {effect.durationMinutes !== null && `, ${format.duration(effect.durationMinutes)}`}
        {reportId === null ? ' (noted by the clinic)' : ''}
      </span>
      {reportId !== null && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate(reportId)}
        >
          Take back
        </Button>
      )}
    </li>
  );
}
