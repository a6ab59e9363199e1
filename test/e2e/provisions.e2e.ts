import { openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

test('what may be lost: by age, by case decided by keyboard, and the closing with its lines of a FEC', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/figures/provisions')
  const matrix = app.getByRole('table', { name: 'Matrice par âge' })
  const oldest = matrix.getByRole('row', { name: /Plus de 90 jours/ })
  await expect(oldest).not.toContainText('100,00')
  await expect(app.getByText('Auto, 365 j', { exact: true })).toBeVisible()
  await app.getByText('90 j', { exact: true }).click()
  await expect(oldest).toContainText('100,00')
  await accessible()

  await app.getByText('Cas par cas', { exact: true }).first().click()
  await expect(app.getByText(/^À décider \(\d+\)$/)).toBeVisible()
  await app.getByRole('grid', { name: 'Créances à examiner' }).focus()
  await app.keyboard.press('j')
  await expect(app.getByRole('complementary').getByText('Ce qui fait douter')).toBeVisible()
  await app.keyboard.press('Space')
  await app.getByRole('button', { name: 'Décider douteuses' }).press('Enter')
  const dialog = app.getByRole('dialog')
  await dialog.getByLabel('Probabilité de perte, en %').fill('50')
  await accessible()
  await app.keyboard.press('Enter')
  await expect(app.getByText('1 créance décidée douteuse.')).toBeVisible()

  await app.getByText('Clôtures', { exact: true }).click()
  await expect(app.getByRole('table', { name: 'Écritures proposées' })).toContainText('Passage en douteux')
  await app.getByRole('button', { name: 'Arrêter la clôture' }).press('Enter')
  await dialog.getByRole('button', { name: 'Arrêter la clôture' }).press('Enter')
  await expect(app.getByRole('table', { name: 'Clôtures arrêtées' }).getByRole('row')).toHaveCount(3)
  await accessible()
  await app
    .getByRole('button', { name: /^Pour le comptable/ })
    .first()
    .click()
  const saved = app.waitForEvent('download')
  await app.getByRole('menuitem', { name: 'Écritures, lignes FEC' }).click()
  expect((await saved).suggestedFilename()).toMatch(/^ecritures-depreciation-.*\.txt$/)
})
