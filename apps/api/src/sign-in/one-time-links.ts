import { Injectable } from '@nestjs/common';
import { linkPurposes } from '@courseline/contracts';
import { z } from 'zod';
import { newToken, tokenHash } from '../access/sign-in-cookie.js';
import { AppConfig } from '../config/app-config.js';
import { newId } from '../database/ids.js';
import type { Sql } from '../database/sql.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';

export const linkHours = 72;
/** A check-in is of its days; the next reminder brings a link of its own. */
export const checkInLinkHours = 48;

export type LinkPurpose = (typeof linkPurposes)[number];

export interface LinkTarget {
  readonly purpose: LinkPurpose;
  /** Null for the first-run link: there is nobody yet. */
  readonly accountId: string | null;
  readonly clinicId: string | null;
  readonly createdBy: string | null;
}

/** A link that was just made; the address holds the secret and is nowhere else. */
export interface NewLink {
  readonly url: string;
  readonly expiresAt: Date;
}

const openLink = z.object({
  id: z.string(),
  purpose: z.enum(linkPurposes),
  account_id: z.string().nullable(),
  clinic_id: z.string().nullable(),
  expires_at: z.date(),
});
export type OpenLink = z.infer<typeof openLink>;

const columns = 'id, purpose, account_id, clinic_id, expires_at';

/** Secrets that open one thing once. They stand after `#` in the address, which no server and no log ever sees. */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** Makes a link; those made before for the same person and clinic stop working. */
  async issue(sql: Sql, { purpose, accountId, clinicId, createdBy }: LinkTarget): Promise<NewLink> {
    const now = this.clock.now();
    const hours = purpose === 'check-in' ? checkInLinkHours : linkHours;
    const expiresAt = new Date(now.getTime() + hours * 3_600_000);
    await this.revoke(sql, { purpose, accountId, clinicId });
    const token = newToken();
    await sql.execute(
      `insert into one_time_link (id, token_hash, purpose, account_id, clinic_id, created_by, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), tokenHash(token), purpose, accountId, clinicId, createdBy, now, expiresAt],
    );
    const page = purpose === 'first-administrator' ? 'first-run' : 'link';
    return { url: `${this.config.publicOrigin}/${page}#${token}`, expiresAt };
  }

  async revoke(sql: Sql, { purpose, accountId, clinicId }: Omit<LinkTarget, 'createdBy'>): Promise<void> {
    await sql.execute(
      `update one_time_link set expires_at = $4 where purpose = $1 and account_id is not distinct from $2::uuid
         and clinic_id is not distinct from $3::uuid and used_at is null and expires_at > $4`,
      [purpose, accountId, clinicId, this.clock.now()],
    );
  }

  /** Ends every open link of an account: it has a new password, or has left. */
  async revokeAll(sql: Sql, accountId: string, purpose: LinkPurpose): Promise<void> {
    await sql.execute(
      `update one_time_link set expires_at = $3 where account_id = $1 and purpose = $2 and used_at is null and expires_at > $3`,
      [accountId, purpose, this.clock.now()],
    );
  }

  /** The open link of a token. Looking does not use it up. */
  async get(sql: Sql, token: string): Promise<OpenLink> {
    const found = await sql.find(
      openLink,
      `select ${columns} from one_time_link where token_hash = $1 and used_at is null and expires_at > $2`,
      [tokenHash(token), this.clock.now()],
    );
    if (found === null) throw new DomainError('link-not-valid');
    return found;
  }

  /** Uses the link up. Of many that try at once, one succeeds. */
  async use(sql: Sql, token: string): Promise<OpenLink> {
    const [used] = await sql.query(
      openLink,
      `update one_time_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning ${columns}`,
      [tokenHash(token), this.clock.now()],
    );
    if (used === undefined) throw new DomainError('link-not-valid');
    return used;
  }
}
