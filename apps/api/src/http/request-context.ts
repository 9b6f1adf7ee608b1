import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { CurrentClinic, HandOver, Principal, SignedInAccount } from '../access/entry.js';
import type { Sql } from '../database/sql.js';

/** Who asked for what: enough to go on working for a request after it ended. */
export interface RequestScope {
  readonly requestId: string;
  /** Method and path with the names of its parameters, never their values. */
  readonly route: string;
  /** What is done, as the audit calls it. */
  readonly action: string;
  readonly account: SignedInAccount | null;
  readonly principal: Principal | null;
  readonly clinic: CurrentClinic | null;
  readonly handOver?: HandOver;
}

/** What happens inside one transaction: its connection, and what its audit row will say. */
export interface Work {
  readonly scope: RequestScope;
  readonly sql: Sql | null;
  readonly touched: Set<string>;
  readonly detail: Map<string, string | number | boolean>;
}

const current = new AsyncLocalStorage<Work>();

/** Runs something as the work that everything inside it finds in the `RequestContext`. */
export function runAs<T>(work: Work, run: () => Promise<T>): Promise<T> {
  return current.run(work, run);
}

/** The request that is being served, from anywhere below it. */
@Injectable()
export class RequestContext {
  get scope(): RequestScope {
    return this.work.scope;
  }

  get requestId(): string {
    return this.scope.requestId;
  }

  get account(): SignedInAccount {
    return present(this.scope.account, 'an account');
  }

  get principal(): Principal {
    return present(this.scope.principal, 'a clinic');
  }

  get clinic(): CurrentClinic {
    return present(this.scope.clinic, 'a clinic');
  }

  get handOver(): HandOver {
    return present(this.scope.handOver ?? null, 'a tablet that was handed over');
  }

  /** The transaction's connection, as the app role with the person and the clinic set. */
  get sql(): Sql {
    return present(this.work.sql, 'a transaction');
  }

  get manager(): EntityManager {
    return this.sql.manager;
  }

  /** Says in the audit row of this transaction whose data was read or changed. */
  touch(...patientIds: readonly string[]): void {
    for (const patientId of patientIds) this.work.touched.add(patientId);
  }

  /** Adds to the audit row; never a score, a name or other words of a person. */
  note(name: string, value: string | number | boolean): void {
    this.work.detail.set(name, value);
  }

  async query<Row extends z.ZodType>(
    row: Row,
    statement: string,
    parameters: readonly unknown[] = [],
  ): Promise<z.output<Row>[]> {
    return this.sql.query(row, statement, parameters);
  }

  async find<Row extends z.ZodType>(
    row: Row,
    statement: string,
    parameters: readonly unknown[] = [],
  ): Promise<z.output<Row> | null> {
    return this.sql.find(row, statement, parameters);
  }

  /** How many rows a statement changed. */
  async execute(statement: string, parameters: readonly unknown[] = []): Promise<number> {
    return this.sql.execute(statement, parameters);
  }

  /**
   * Every write of a course, patient, assessment, session or membership says so here: outcomes computed from an
   * older version are computed again. Holds the clinic's row until the end of the transaction.
   */
  async bumpClinicVersion(): Promise<void> {
    await this.execute(`update clinic_version set version = version + 1 where clinic_id = $1`, [
      this.clinic.id,
    ]);
  }

  private get work(): Work {
    return present(current.getStore() ?? null, 'a request');
  }
}

function present<T>(value: T | null, what: string): T {
  if (value === null) throw new Error(`The request context was asked outside ${what}.`);
  return value;
}
