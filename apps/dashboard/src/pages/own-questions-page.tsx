import { Button } from '@mantine/core';
import { findInstrument } from '@courseline/instruments';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useCurrentClinic } from '../api/current-clinic';
import { unsentCount } from '../api/outbox';
import { ownOverviewKey } from '../api/own-record';
import { CheckIn } from '../features/own-form/check-in';
import { NoteStep } from '../features/own-form/note-step';
import { SideEffectsStep } from '../features/own-form/side-effects-step';
import { ToldNotices } from '../features/own-form/told-notices';
import { UnsentLine } from '../features/own-form/unsent-line';
import { useCheckIn } from '../features/own-form/use-check-in';
import { ReportSideEffect } from '../features/own-record/report-side-effect';
import { OwnSafetyPlan } from '../features/safety-plan/own-safety-plan';
import { crisisWords } from '../messages/crisis-words';
import { PatientLanguage } from '../features/own-language/patient-language';
import { useMessages } from '../messages/patient-messages';
import { CrisisLines } from '../ui/crisis-lines';
import { useDocumentTitle } from '../ui/document-title';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader, Section } from '../ui/page';
import { LinesSkeleton } from '../ui/skeletons';
import { EmptyState } from '../ui/states';

/** A patient's check-in: everything that is asked today in one go, or one instrument where the address names it. */
export function OwnQuestionsPage() {
  const named = useParams()['instrument'] ?? null;
  const instrument = named === null ? null : findInstrument(named);
  return (
    <PatientLanguage>
      {named !== null && instrument === null ? (
        <NoSuchQuestions />
      ) : (
        <WholeCheckIn key={named ?? ''} only={instrument?.id ?? null} />
      )}
    </PatientLanguage>
  );
}

function NoSuchQuestions() {
  const { t } = useMessages();
  return (
    <Page narrow>
      <EmptyState title={t('checkIn.noSuchQuestions')}>
        <ToMyPage />
      </EmptyState>
    </Page>
  );
}

function ToMyPage() {
  const { t } = useMessages();
  const { slug } = useCurrentClinic();
  return (
    <Button component={Link} to={`/c/${slug}/me`} size="md">
      {t('checkIn.toMyPage')}
    </Button>
  );
}

type Stage = 'questions' | 'side-effects' | 'note' | 'done';

function WholeCheckIn({ only }: { readonly only: Parameters<typeof useCheckIn>[0] }) {
  const { t } = useMessages();
  const { slug, settings } = useCurrentClinic();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { own, view, opening, forms } = useCheckIn(only);
  const [stage, setStage] = useState<Stage>('questions');
  useDocumentTitle(t('checkIn.title'));
  const { session } = view.outbox;
  const leave = async () => {
    await client.invalidateQueries({ queryKey: ownOverviewKey(slug) });
    await navigate(`/c/${slug}/me`);
  };
  const say = (sideEffects: 'none' | 'some' | 'not-asked', note: string | null) =>
    own.change((outbox, { now, newKey }) => {
      const writtenAt = now.toISOString();
      const sessionId = sideEffects === 'not-asked' ? null : (outbox.session?.sessionId ?? null);
      return {
        ...outbox,
        session: outbox.session === null ? null : { ...outbox.session, asked: true },
        notes: [
          ...outbox.notes,
          { key: newKey(), at: writtenAt, body: { sessionId, sideEffects, note, writtenAt } },
        ],
      };
    });
  return (
    <Page narrow>
      <ToldNotices own={own} view={view} />
      {stage === 'questions' && (
        <Loaded query={opening} skeleton={<LinesSkeleton lines={8} />}>
          {() =>
            forms.length === 0 ? (
              <EmptyState title={t('checkIn.nothingDue')}>
                <p>{t('checkIn.nothingDueAdvice')}</p>
                <ToMyPage />
              </EmptyState>
            ) : (
              <CheckIn
                forms={forms}
                own={own}
                view={view}
                onSent={() => setStage(session !== null && !session.asked ? 'side-effects' : 'note')}
                onStop={() => void leave()}
                plan={<OwnSafetyPlan />}
              />
            )
          }
        </Loaded>
      )}
      {stage === 'side-effects' && session !== null && (
        <SideEffectsStep
          session={session}
          fields={(onClose) => (
            <ReportSideEffect
              sessionId={session.sessionId}
              noted={view.outbox.effects.map(({ body }) => body.code)}
              onClose={onClose}
              onReport={(body) =>
                own.change((outbox, { now, newKey }) => ({
                  ...outbox,
                  effects: [...outbox.effects, { key: newKey(), at: now.toISOString(), body }],
                }))
              }
            />
          )}
          onAnswered={(answer) => void say(answer, null).then(() => setStage('note'))}
        />
      )}
      {stage === 'note' && (
        <NoteStep
          onDone={(note) =>
            void (note === null ? Promise.resolve() : say('not-asked', note)).then(() => setStage('done'))
          }
        />
      )}
      {stage === 'done' && (
        <>
          <PageHeader
            title={t('done.title')}
            lead={
              unsentCount(view.outbox) > 0 && view.state !== 'sending' ? t('done.waiting') : t('done.sent')
            }
          />
          <Button size="md" onClick={() => void leave()}>
            {t('checkIn.toMyPage')}
          </Button>
        </>
      )}
      <UnsentLine own={own} view={view} />
      <Section title={t('crisis.needHelp')}>
        <CrisisLines
          lines={settings.crisisLines}
          clinicName={settings.name}
          clinicPhone={settings.phone}
          openingHours={settings.openingHours}
          words={crisisWords(t)}
        />
      </Section>
    </Page>
  );
}
