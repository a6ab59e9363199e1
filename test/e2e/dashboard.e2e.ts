import { openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

test('the board: where the cash is, why DSO changed, and the list behind each number', async ({ app, accessible }) => {
  await openDemo(app, '/figures')
  await expect(app.getByRole('link', { name: /Attendu d’ici le 20\/12\/2026/ })).toContainText('€')
  const change = app.getByRole('table', { name: 'Pourquoi le DSO a changé' })
  const row = (name: string) => change.getByRole('row').filter({ has: app.getByRole('rowheader', { name }) })
  await expect(row('DSO au 22/08/2026')).toContainText('j')
  await expect(row('DSO au 22/11/2026')).toContainText('en tout')
  await expect(app.getByRole('table', { name: 'Encours et limites' }).getByText('dépassée')).toBeVisible()
  await expect(app.getByRole('region', { name: 'Encours par ancienneté' }).getByText('Non échu')).toBeVisible()
  await accessible()
  await app.getByText('commercial', { exact: true }).click()
  await expect(app.getByRole('columnheader', { name: 'Commercial' })).toBeVisible()
  await app.getByRole('link', { name: /^Échu/ }).press('Enter')
  await expect(app.getByRole('heading', { name: 'Créances' })).toBeVisible()
  await app.goBack()
  const largest = app.getByRole('table', { name: 'Les plus gros retards' }).getByRole('link').first()
  await largest.press('Enter')
  await expect(app.getByRole('region', { name: 'Habitude de paiement' })).toContainText('payées en 24 mois')
  await accessible()
})
