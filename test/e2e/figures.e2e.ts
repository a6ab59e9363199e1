import { openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

test('key figures of a day, how each is worked out, and the list behind', async ({ app, accessible }) => {
  await openDemo(app, '/figures/key')
  const table = app.getByRole('table', { name: 'Comment ils se calculent' })
  const row = (name: string) =>
    table.getByRole('row').filter({ has: app.getByRole('rowheader', { name, exact: true }) })
  await expect(row('DSO simple')).toContainText('365 jours')
  await expect(app.getByRole('link', { name: /Encours clients/ })).toContainText('€')
  await expect(app.getByRole('region', { name: 'Encours par ancienneté' }).getByText('Non échu')).toBeVisible()
  // A list beside the table, whose sum is that of the arithmetic.
  await row('Retard moyen pondéré').getByRole('button', { name: 'Règlements' }).press('Enter')
  const list = app.getByRole('complementary', { name: 'Règlements' })
  await expect(list.getByText(/^[\d\s]+ lignes, /)).toBeVisible()
  await accessible()
  await app.keyboard.press('Escape')
  await expect(list).toBeHidden()
  // The months of a figure, the day itself first.
  await row('Retard moyen pondéré')
    .getByRole('button', { name: /mois par mois$/ })
    .press('Enter')
  const past = app.getByRole('complementary', { name: 'Retard moyen pondéré' })
  await expect(past.getByRole('row')).toHaveCount(26)
  await expect(past.getByRole('row').nth(1)).toContainText('22/11/2026')
  await app.keyboard.press('Escape')
  await expect(past).toBeHidden()
  const levels = app.getByRole('table', { name: 'Par niveau' })
  await levels.getByRole('button').first().press('Enter')
  await expect(app.getByRole('complementary', { name: /^Relances de niveau/ })).toContainText('Réglé')
  await app.keyboard.press('Escape')
  await app.getByText('3 mois', { exact: true }).click()
  await expect(row('DSO simple')).not.toContainText('365 jours')
  await row('Plus de 90 jours').getByRole('link').press('Enter')
  await expect(app.getByRole('heading', { name: 'Balance âgée' })).toBeVisible()
})
