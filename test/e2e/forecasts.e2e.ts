import { openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

test('cash to come: week by week, what if a customer pays later, what past forecasts were worth', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/figures/forecast')
  await expect(app.getByRole('region', { name: 'Semaine par semaine' }).getByText('Promis')).toBeVisible()
  await expect(app.getByRole('table', { name: 'Ce que valaient les prévisions passées' })).toContainText('Écart moyen')
  const apart = app.getByRole('table', { name: 'Ce que la prévision laisse à part' })
  await expect(apart.getByRole('row', { name: /En litige/ })).toContainText('€')
  await accessible()

  const expected = app.getByText(/^Attendu d’ici le/).locator('xpath=following-sibling::*[1]')
  const before = await expected.textContent()
  await app.getByRole('slider').first().focus()
  for (let step = 0; step < 18; step += 1) await app.keyboard.press('ArrowRight')
  await expect(app.getByText('+90 jours')).toBeVisible()
  await expect(expected).not.toHaveText(before ?? '')
  await app.getByRole('button', { name: 'Tout remettre à zéro' }).press('Enter')
  await expect(expected).toHaveText(before ?? '')
})
