import { Button } from '@mantine/core';
import type { SubmittedOwnForm } from '@courseline/contracts';
import { findInstrument } from '@courseline/instruments';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useCurrentClinic } from '../api/current-clinic';
import { ownOverviewQuery } from '../api/own-record';
import { OwnForm } from '../features/own-form/own-form';
import { useOwnForm } from '../features/own-form/use-own-form';
import { OwnSafetyPlan } from '../features/safety-plan/own-safety-plan';
import { CrisisLines } from '../ui/crisis-lines';
import { useDocumentTitle } from '../ui/document-title';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader, Section } from '../ui/page';
import { LinesSkeleton } from '../ui/skeletons';
import { EmptyState } from '../ui/states';

/** A patient answers a form, one question a screen. */
export function OwnQuestionsPage() {
  const instrument = useParams()['instrument'] ?? '';
  if (findInstrument(instrument) === null) {
    return (
      <Page narrow>
        <EmptyState title="There are no such questions.">
          Go back to your page and start from there.
        </EmptyState>
      </Page>
    );
  }
  return <Questions key={instrument} instrument={instrument} />;
}

function Questions({ instrument }: { readonly instrument: string }) {
  const { settings } = useCurrentClinic();
  const own = useOwnForm(instrument);
  const [submitted, setSubmitted] = useState<SubmittedOwnForm | null>(null);
  useDocumentTitle('Questions');
  return (
    <Page narrow>
      {submitted === null ? (
        <Loaded query={own.form} skeleton={<LinesSkeleton lines={8} />}>
          {(form) => <OwnForm form={form} own={own} onSubmitted={setSubmitted} plan={<OwnSafetyPlan />} />}
        </Loaded>
      ) : (
        <Done instrument={instrument} />
      )}
      <Section title="Need help now?">
        <CrisisLines
          lines={settings.crisisLines}
          clinicName={settings.name}
          clinicPhone={settings.phone}
          openingHours={settings.openingHours}
        />
      </Section>
    </Page>
  );
}

function Done({ instrument }: { readonly instrument: string }) {
  const { slug } = useCurrentClinic();
  const overview = useQuery(ownOverviewQuery(slug));
  const next = overview.data?.due.find((form) => form.instrument !== instrument);
  return (
    <>
      <PageHeader
        title="Thank you"
        lead="Your answers are with the clinic. They are read before your next session."
      />
      {next === undefined ? (
        <Button component={Link} to={`/c/${slug}/me`} size="md">
          To my page
        </Button>
      ) : (
        <Button component={Link} to={`/c/${slug}/me/questions/${next.instrument}`} size="md">
          Next questions
        </Button>
      )}
    </>
  );
}
