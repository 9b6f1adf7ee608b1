import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useCurrentClinic } from '../api/current-clinic';
import { ownOverviewQuery } from '../api/own-record';
import { OwnConsents } from '../features/consents/own-consents';
import { DueQuestions } from '../features/own-record/due-questions';
import { OwnDownload } from '../features/own-record/own-download';
import { OwnScores } from '../features/own-record/own-scores';
import { OwnSessions } from '../features/own-record/own-sessions';
import { OwnSideEffects } from '../features/own-record/own-side-effects';
import { greeting, riskAnswerWords } from '../features/own-record/own-words';
import { OwnSafetyPlan } from '../features/safety-plan/own-safety-plan';
import { CrisisLines } from '../ui/crisis-lines';
import { useFormat } from '../ui/format-context';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader, Section } from '../ui/page';
import { LinesSkeleton } from '../ui/skeletons';
import styles from './own-page.module.css';

/** A patient's own page: how it has been, what is asked today, and whom to call. */
export function OwnPage() {
  const { slug, settings, personName, byCheckIn } = useCurrentClinic();
  const format = useFormat();
  const query = useQuery(ownOverviewQuery(slug));
  const hour = Number(
    new Intl.DateTimeFormat('en', { timeZone: format.timeZone, hour: 'numeric', hourCycle: 'h23' }).format(
      format.now(),
    ),
  );
  const name = query.data?.givenName ?? personName;
  const riskAnswer = query.data?.riskAnswer ?? null;
  const help = (
    <CrisisLines
      lines={settings.crisisLines}
      clinicName={settings.name}
      clinicPhone={settings.phone}
      openingHours={settings.openingHours}
    />
  );
  return (
    <Page narrow>
      <PageHeader title={`${greeting(hour)}, ${name}`} documentTitle="My progress" />
      {riskAnswer !== null && (
        <Section title="You do not have to be alone with this">
          <p className={styles['told']}>{riskAnswerWords(riskAnswer, format)}</p>
          {help}
        </Section>
      )}
      {riskAnswer !== null && <OwnSafetyPlan />}
      <Loaded query={query} skeleton={<LinesSkeleton lines={12} />}>
        {(overview) => (
          <>
            <DueQuestions due={overview.due} nextQuestions={overview.nextQuestions} />
            {byCheckIn ? (
              <BehindPassword />
            ) : (
              <>
                <OwnScores overview={overview} />
                <OwnSessions upcoming={overview.upcoming} />
              </>
            )}
            {overview.lastSession !== null && <OwnSideEffects session={overview.lastSession} />}
          </>
        )}
      </Loaded>
      {!byCheckIn && <OwnConsents />}
      {riskAnswer === null && <OwnSafetyPlan />}
      {riskAnswer === null && <Section title="Need help now?">{help}</Section>}
      {!byCheckIn && <OwnDownload />}
    </Page>
  );
}

/** Who came by a link sees no scores: a letter may have been read by others. */
function BehindPassword() {
  return (
    <Section title="How you have been">
      <p>
        You came by a link, which shows no scores. <Link to="/sign-in">Sign in with your password</Link> to
        see them.
      </p>
    </Section>
  );
}
