import { Button } from '@mantine/core';
import type { OutboxView, OwnOutbox } from '../../api/own-outbox';
import { useMessages } from '../../messages/patient-messages';
import { Callout } from '../../ui/callout';

interface ToldNoticesProps {
  readonly own: OwnOutbox;
  readonly view: OutboxView;
}

/** What happened to answers while the person was away; it stays until they have read it. */
export function ToldNotices({ own, view }: ToldNoticesProps) {
  const { t } = useMessages();
  const { elsewhere, dropped } = view.outbox;
  return (
    <>
      {elsewhere.length > 0 && (
        <Notice
          title={t('checkIn.handedInElsewhere')}
          words={t('checkIn.handedInElsewhereAdvice')}
          onRead={() => void own.change((outbox) => ({ ...outbox, elsewhere: [] }))}
        />
      )}
      {dropped && (
        <Notice
          title={t('checkIn.tooOld')}
          words={t('checkIn.tooOldAdvice')}
          onRead={() => void own.change((outbox) => ({ ...outbox, dropped: false }))}
        />
      )}
    </>
  );
}

interface NoticeProps {
  readonly title: string;
  readonly words: string;
  readonly onRead: () => void;
}

function Notice({ title, words, onRead }: NoticeProps) {
  const { t } = useMessages();
  return (
    <Callout
      tone="attention"
      live
      actions={
        <Button variant="default" size="compact-md" onClick={onRead}>
          {t('checkIn.understood')}
        </Button>
      }
    >
      <strong>{title}</strong> {words}
    </Callout>
  );
}
