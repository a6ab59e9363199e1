import { openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

test('customers of a salesperson; suppliers against customers, and where their entries end', async ({
  app,
  accessible,
}) => {
  await openDemo(app, '/customers')
  const salesperson = app
    .getByRole('combobox', { name: 'Commercial' })
    .or(app.getByRole('textbox', { name: 'Commercial' }))
  await salesperson.press('Enter')
  await app.getByRole('option', { name: 'Anna Keller' }).click()
  await expect(app.getByRole('status').filter({ hasText: 'clients' })).toHaveText(/^9\sclients$/)
  await expect(app).toHaveURL(/salesperson=Anna/)

  await app.goto(new URL('/figures/key?asOf=2026-11-22', app.url()).href)
  const suppliers = app.getByRole('region', { name: 'Face aux fournisseurs' })
  await expect(suppliers).toContainText('s’arrêtent au 31/10/2026')
  await suppliers.getByRole('button', { name: 'Voir au 31/10/2026' }).press('Enter')
  await expect(suppliers).toContainText('50,4 j')
  await expect(suppliers).toContainText('Vous payez vos fournisseurs 26,5 jours avant d’encaisser vos clients')
  await suppliers.getByRole('button', { name: 'Fournisseurs' }).press('Enter')
  await expect(app.getByRole('complementary', { name: 'Fournisseurs' })).toContainText('Papeteries du Guiers')
  await accessible()
})
