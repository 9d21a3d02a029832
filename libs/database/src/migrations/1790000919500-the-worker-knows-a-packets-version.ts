import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever stops a referral reads the whole row of it, and that row has a packet's version since 1790000915000: without
 * this the worker was refused, and a withdrawn consent closed the packet but did not end the referral.
 */
export class TheWorkerKnowsAPacketsVersion1790000919500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant select (packet_version, tells_risk) on simpul.referral to simpul_worker');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke select (packet_version, tells_risk) on simpul.referral from simpul_worker');
  }
}
