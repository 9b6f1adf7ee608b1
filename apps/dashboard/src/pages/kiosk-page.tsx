import { Button } from '@mantine/core';
import type { Kiosk, KioskSaved } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { kioskQuery } from '../api/kiosk';
import { KioskForm } from '../features/own-form/kiosk-form';
import { TakeBack } from '../features/own-form/take-back';
import { CrisisLines } from '../ui/crisis-lines';
import { useDocumentTitle } from '../ui/document-title';
import { Loaded } from '../ui/loaded';
import { Page, PageHeader, Section } from '../ui/page';
import { LinesSkeleton } from '../ui/skeletons';
import styles from './kiosk-page.module.css';

/** A device in a patient's hands: the forms that are due, thanks, and the way back for staff. */
export function KioskPage() {
  const kiosk = useQuery(kioskQuery());
  useDocumentTitle('Questions');
  return (
    <main id="main">
      <Page narrow>
        <div className={styles['tablet']}>
          <Loaded query={kiosk} skeleton={<LinesSkeleton lines={6} />}>
            {(shown) => (shown === null ? <Thanks late={false} /> : <Questions kiosk={shown} />)}
          </Loaded>
        </div>
      </Page>
    </main>
  );
}

function Questions({ kiosk }: { readonly kiosk: Kiosk }) {
  const [started, setStarted] = useState(false);
  const [saved, setSaved] = useState<KioskSaved | null>(null);
  const [instrument] = saved?.instruments ?? kiosk.instruments;
  if (saved?.state === 'late' || instrument === undefined) return <Thanks late={saved?.state === 'late'} />;
  return (
    <>
      <div className={styles['stage']}>
        {started ? (
          <KioskForm key={instrument} kiosk={kiosk} instrument={instrument} onSaved={setSaved} />
        ) : (
          <Welcome kiosk={kiosk} onStart={() => setStarted(true)} />
        )}
      </div>
      <Section title="Need help now?">
        <CrisisLines
          lines={kiosk.crisisLines}
          clinicName={kiosk.clinicName}
          clinicPhone={kiosk.clinicPhone}
          openingHours={kiosk.openingHours}
        />
      </Section>
      <div className={styles['staff']}>
        <TakeBack onBack={toSession} />
      </div>
    </>
  );
}

function Welcome({ kiosk, onStart }: { readonly kiosk: Kiosk; readonly onStart: () => void }) {
  const questions = kiosk.instruments.reduce((sum, id) => sum + getInstrument(id).itemCount, 0);
  return (
    <>
      <PageHeader
        title={`Questions for ${kiosk.initials}`}
        lead={`${questions} questions. Answer as it comes; there is no right or wrong, and you may leave any of them out. If these are not your initials, give the tablet back.`}
      />
      <Button size="lg" onClick={onStart}>
        Start
      </Button>
    </>
  );
}

function Thanks({ late }: { readonly late: boolean }) {
  return (
    <>
      <PageHeader
        title="Thank you"
        lead={
          late
            ? 'The time on this tablet is over. Your answers are kept. Please give the tablet back.'
            : 'Please give the tablet back to your nurse.'
        }
      />
      <div className={styles['staff']}>
        <TakeBack onBack={toSession} />
      </div>
    </>
  );
}

/** A new document, so that nothing the patient saw or typed stays in this one. */
function toSession({ clinic, sessionId }: { clinic: string; sessionId: string }): void {
  globalThis.location.replace(`/c/${clinic}/sessions/${sessionId}/log`);
}
