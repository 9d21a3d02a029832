export interface Words {
  readonly id: string;
  readonly en: string;
}

export const words = (id: string, en: string): Words => ({ id, en });
