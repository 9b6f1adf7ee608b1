import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { unsentCount } from '../../api/outbox';
import type { OutboxView, OwnOutbox } from '../../api/own-outbox';
import { useMessages } from '../../messages/patient-messages';
import styles from './own-form.module.css';

interface UnsentLineProps {
  readonly own: OwnOutbox;
  readonly view: OutboxView;
}

/** What has not reached the clinic, where something has not; read out as it changes. */
export function UnsentLine({ own, view }: UnsentLineProps) {
  const { t } = useMessages();
  const count = unsentCount(view.outbox);
  const words = wordsOf();
  return (
    <div role="status">
      {words !== null && (
        <div className={styles['unsent']}>
          {words} {view.state === 'signed-out' && <Link to="/sign-in">{t('unsent.signIn')}</Link>}
          {view.state === 'refused' && (
            <Button variant="subtle" size="compact-sm" onClick={() => void own.flush()}>
              {t('unsent.tryAgain')}
            </Button>
          )}
        </div>
      )}
    </div>
  );

  function wordsOf(): string | null {
    if (count === 0) return null;
    switch (view.state) {
      case 'offline':
        return t('unsent.offline', { count });
      case 'signed-out':
        return t('unsent.signedOut', { count });
      case 'refused':
        return t('unsent.failed');
      default:
        return null;
    }
  }
}
