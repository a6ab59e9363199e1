import type { Page } from '@playwright/test'

/** Creates a company's book on the first screen; its customers are on screen afterwards. */
export const createBook = async (page: Page, company = 'Maison Alpha'): Promise<void> => {
  await page.getByRole('button', { name: 'Créer une société' }).click()
  await page.getByLabel('Raison sociale').fill(company)
  await page.getByRole('button', { name: 'Créer le dossier' }).click()
  await page.waitForURL(/\/customers/)
}

export type FileToChoose = string | { name: string; mimeType: string; buffer: Buffer }

/** Chooses files with the keyboard, as the system's dialog would give them. */
export const chooseFiles = async (page: Page, button: string, files: FileToChoose | FileToChoose[]): Promise<void> => {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).press('Enter')
  await (await asked).setFiles(files as string)
}
