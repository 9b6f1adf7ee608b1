import type { IssuedLink } from '@courseline/contracts';
import { Callout } from '../../ui/callout';
import { CopyText } from '../../ui/copy-text';
import { useFormat } from '../../ui/format-context';
import styles from './staff.module.css';

interface IssuedLinkPanelProps {
  readonly link: IssuedLink;
  readonly name: string;
  readonly email: string;
}

/** A link that was just made: it is shown this once. */
export function IssuedLinkPanel({ link, name, email }: IssuedLinkPanelProps) {
  const format = useFormat();
  return (
    <div className={styles['link']}>
      <Callout tone={link.mail === 'failed' ? 'attention' : 'note'} live>
        {link.mail === 'sent' && `Sent to ${email}. You can also hand it over yourself.`}
        {link.mail === 'not-configured' &&
          `Give this link to ${name} yourself: this server does not send email.`}
        {link.mail === 'failed' &&
          `The email to ${email} could not be sent. Give the link to ${name} yourself.`}
      </Callout>
      <CopyText label="Link" text={link.url} />
      <p className={styles['faint']}>
        It works once, until {format.shortMoment(link.expiresAt)}. It is shown only here and now.
      </p>
    </div>
  );
}
