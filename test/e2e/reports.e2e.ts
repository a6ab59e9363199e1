import { goTo, openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

test('the month’s report: a comment stands in the pages and is kept, the report and its tables are saved', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/figures/report')
  await expect(app.getByRole('img', { name: 'Page 1 du rapport' })).toBeVisible()
  const cover = app.getByRole('textbox', { name: 'L’essentiel' })
  await cover.fill('L’industrie paie plus tard.')
  await app.keyboard.press('Tab')
  await expect(app.getByText('Commentaire enregistré')).toBeVisible()
  await accessible()
  await app.reload()
  await expect(cover).toHaveValue('L’industrie paie plus tard.')
  const saves = async (name: string) => {
    const saved = app.waitForEvent('download')
    await app.getByRole('button', { name, exact: true }).press('Enter')
    return (await saved).suggestedFilename()
  }
  expect(await saves('PDF')).toMatch(/^rapport-credit-\d{4}-\d\d\.pdf$/)
  expect(await saves('Tableaux (XLSX)')).toMatch(/^rapport-credit-\d{4}-\d\d\.xlsx$/)

  await goTo(app, '/credit/losses?by=policy')
  await expect(app.getByText('Évité par la politique d’aujourd’hui')).toBeVisible()
  const refused = app.getByRole('table', { name: 'Ce que la politique d’aujourd’hui aurait fait' }).getByRole('button')
  await refused.first().press('Enter')
  await expect(app.getByRole('button', { name: 'Voir toutes les pertes' })).toBeVisible()
  expect(await saves('Tableaux (XLSX)')).toMatch(/^chiffres-.*\.xlsx$/)
})
