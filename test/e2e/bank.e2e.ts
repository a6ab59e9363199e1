import type { Page } from '@playwright/test'
import { bankCsv, camt053, type SampleLine } from '../support/bank-samples.ts'
import { ublInvoice } from '../support/einvoice-samples.ts'
import { chooseFiles, createBook } from './book.ts'
import { call } from './demo.ts'
import { expect, test } from './fixtures.ts'

const receivables = [
  'kind,number,customer,name,issued,due,amount,currency',
  'invoice,FA-2026-0177,C1,Maison Alpha,2026-01-05,2026-02-04,1200.00,EUR',
  'invoice,FA-2026-0178,C1,Maison Alpha,2026-01-15,2026-02-14,500.00,EUR',
  'invoice,FA-2026-0190,C2,Béta SARL,2026-01-20,2026-02-19,850.50,EUR',
  'invoice,FA-2026-0201,C3,Gamma Négoce,2026-02-10,2026-03-12,300.00,EUR',
  'invoice,FA-2026-0202,C3,Gamma Négoce,2026-02-12,2026-03-14,1000.00,EUR',
  'invoice,FA-2026-0300,C4,Delta,2026-02-15,2026-03-17,400.00,EUR',
  '',
].join('\n')

const received = (day: number, amount: number, party: string, text: string): SampleLine => ({
  booked: `2026-03-0${day}`,
  amount,
  party,
  text,
})

const statement = camt053({
  day: '2026-03-07',
  lines: [
    received(1, 120_000, 'MAISON ALPHA', 'VIR FA-2026-0177'),
    received(2, 85_050, 'BETA SARL', 'VIREMENT RECU'),
    received(3, 29_400, 'GAMMA NEGOCE', 'FA-2026-0201 ESCOMPTE 2 %'),
    received(4, 12_345, 'DGFIP', 'REMBOURSEMENT CREDIT TVA 3519'),
    received(5, 70_000, 'GAMMA NEGOCE', 'ACOMPTE'),
    received(6, 50_000, 'MAISON ALPHA', 'FACT FA 2026 0178'),
    received(7, 40_000, 'DELTA', 'FA20260300'),
    { ...received(7, -1_250, 'BANQUE', 'FRAIS DE TENUE DE COMPTE'), code: 'ACMT/MDOP/FEES' },
  ],
})

const file = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })
const lines = (app: Page) => app.getByRole('grid', { name: 'Lignes de banque' })
const pane = (app: Page) => app.getByRole('region', { name: 'Ligne choisie' })
const chosenLine = (app: Page) => lines(app).locator('tbody tr[aria-selected="true"]')
const toast = (app: Page, text: RegExp) => app.getByRole('alert').filter({ hasText: text })

/** Receivables and their bank's statement, imported together. */
const importBoth = async (app: Page) => {
  await createBook(app)
  await app.getByRole('link', { name: 'Importer', exact: true }).click()
  await chooseFiles(app, 'Choisir des fichiers', [file('factures.csv', receivables), file('releve.xml', statement)])
  const card = app.getByRole('region', { name: 'releve.xml' })
  await expect(card).toContainText('Relevé CAMT.053')
  await expect(card).toContainText(/débité 12,50\s€, reçu 4\s067,95\s€/)
  await app.getByRole('button', { name: 'Importer les 2 fichiers prêts' }).press('Enter')
  await card.getByRole('link', { name: 'Rapprocher 7 lignes' }).press('Enter')
}

test('a sitting at the keyboard: candidates, undo, a discount, a split, a line set aside, those that are ready', async ({
  app,
  accessible,
}) => {
  await importBoth(app)
  await expect(app.getByText('7 encaissements à rapprocher')).toBeVisible()
  await expect(lines(app).locator('tbody tr')).toHaveCount(7)
  await expect(chosenLine(app)).toContainText('MAISON ALPHA')
  await expect(chosenLine(app)).toContainText('prêt')
  await expect(pane(app)).toContainText('le numéro FA-2026-0177 est cité')
  await expect(pane(app).locator('mark').filter({ hasText: 'FA-2026-0177' })).toBeVisible()
  await accessible()

  // Accepted, the next line has its candidates at once; taken back, it is there again.
  await app.keyboard.press('Enter')
  await expect(chosenLine(app)).toContainText('BETA SARL')
  await expect(pane(app)).toContainText('montant exact')
  await expect(toast(app, /1\s200,00\s€ rapproché avec Maison Alpha/)).toBeVisible()
  await app.keyboard.press('u')
  await expect(chosenLine(app)).toContainText('MAISON ALPHA')
  await expect(app.getByText('7 encaissements à rapprocher')).toBeVisible()
  await app.keyboard.press('Enter')
  await expect(app.getByText('6 encaissements à rapprocher')).toBeVisible()

  // The number key of a French keyboard without Shift.
  await expect(chosenLine(app)).toContainText('BETA SARL')
  await app.keyboard.press('Digit1')
  await app.keyboard.press('Enter')
  await expect(chosenLine(app)).toContainText('GAMMA')
  await expect(pane(app)).toContainText('escompte de 2\u202f% pris')
  await expect(pane(app)).toContainText(/Escompte de 6,00\s€/)
  await app.keyboard.press('Enter')

  await expect(chosenLine(app)).toContainText('DGFIP')
  await app.keyboard.press('s')
  await app.getByRole('dialog').getByRole('combobox', { name: 'Motif' }).fill('Remboursement de TVA')
  await accessible()
  await app.keyboard.press('Enter')

  // 600.00 of 700.00 on one invoice: the rest stays in the customer's credit, and is said to.
  await expect(chosenLine(app)).toContainText('ACOMPTE')
  await expect(pane(app)).toContainText('Gamma Négoce')
  await app.keyboard.press('m')
  const amount = app.getByLabel('Montant placé sur FA-2026-0202')
  await expect(amount).toBeFocused()
  await amount.fill('1700')
  await expect(pane(app)).toContainText('FA-2026-0202\u202f: plus que ce qui est ouvert.')
  await amount.fill('600')
  await expect(pane(app)).toContainText(/100,00\s€ restera non lettré, au crédit de Gamma Négoce/)
  await accessible()
  await app.keyboard.press('Enter')

  await expect(app.getByText('2 encaissements à rapprocher')).toBeVisible()
  await app.keyboard.press('a')
  await expect(app.getByRole('dialog')).toContainText('2 lignes citent une référence exacte')
  await expect(app.getByRole('button', { name: 'Accepter 2 lignes' })).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(app.getByText('Plus aucune ligne à rapprocher')).toBeVisible()
  await accessible()

  const { items } = await call<{ items: { number: string; open: number }[] }>(app, 'receivables.items', {})
  expect(
    items.map(({ number, open }) => (number.startsWith('RG-') ? ['credit', open] : [number, open])).sort(),
  ).toEqual([
    ['FA-2026-0202', 40_000],
    ['credit', -10_000],
  ])
})

test('a line is looked at again and reopened; its statement shows what is left; a payer is forgotten', async ({
  app,
  accessible,
}) => {
  await importBoth(app)
  await expect(pane(app)).toContainText('Tout est placé.')
  await app.keyboard.press('Enter')
  await expect(app.getByText('6 encaissements à rapprocher')).toBeVisible()
  await app.getByText('Rapprochées', { exact: true }).click()
  await expect(pane(app)).toContainText('Ce qui en a été fait')
  await expect(pane(app).getByRole('link', { name: 'Maison Alpha' })).toBeVisible()
  await accessible()

  await app.getByRole('tab', { name: 'Payeurs connus' }).click()
  await app.getByRole('button', { name: 'Oublier maison alpha' }).click()
  await app.getByRole('dialog').getByRole('button', { name: 'Oublier', exact: true }).click()
  await expect(app.getByText('Aucun payeur connu')).toBeVisible()

  await app.getByRole('tab', { name: 'Relevés' }).click()
  const statements = app.getByRole('grid', { name: 'Relevés de banque' })
  await expect(statements).toContainText('juste')
  await expect(app.getByRole('contentinfo')).toContainText('dernière écriture de banque 07/03/2026')
  await accessible()
  await statements.focus()
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(/statement=/)
  await app.getByText('Toutes', { exact: true }).click()
  await expect(lines(app).locator('tbody tr').first()).toContainText('rapprochée')
  await lines(app).locator('tbody tr').first().click()
  await pane(app).getByRole('button', { name: 'Rouvrir la ligne' }).click()
  await expect(lines(app).locator('tbody tr').first()).toContainText('prêt')
  await expect(app.getByText('7 encaissements à rapprocher')).toBeVisible()
})

test('a line of an unknown payer is given to a customer found as one types, in the dark and in English', async ({
  app,
  accessible,
}) => {
  await importBoth(app)
  await app.emulateMedia({ colorScheme: 'dark' })
  await app.evaluate(() => localStorage.setItem('encours.language', 'en'))
  await app.reload()
  const list = app.getByRole('grid', { name: 'Bank lines' })
  await expect(list).toContainText('unknown')
  await list.getByText('DGFIP').click()
  await app.keyboard.press('c')
  await app.getByRole('combobox', { name: 'Customer' }).fill('delt')
  await app.getByRole('option', { name: /Delta/ }).click()
  await expect(app.getByLabel('Amount placed on FA-2026-0300')).toHaveValue('123.45')
  await app.getByLabel('Difference of €276.55 on FA-2026-0300').selectOption('writeOff')
  await expect(app.getByText(/The policy/)).toBeVisible()
  await accessible()
  await app.keyboard.press('Escape')
  await expect(app.getByText('No customer was recognised in this line.')).toBeVisible()
})

test('a bank’s table is taken through its mapping, invoices dropped together are one lot', async ({
  app,
  accessible,
}) => {
  await createBook(app, 'Atelier Martin')
  await app.getByRole('link', { name: 'Importer', exact: true }).click()
  const table = bankCsv({
    lines: [received(1, 12_000, '', 'VIR FA-2026-0311'), received(2, -1_500, '', 'PRLV ASSURANCE')],
  })
  await chooseFiles(app, 'Choisir des fichiers', [
    file('releve.csv', table),
    file('a.xml', ublInvoice({ number: 'FA-2026-0311', net: '100.00', tax: '20.00' })),
    file('b.xml', '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>F-2'),
  ])
  const bank = app.getByRole('region', { name: 'releve.csv' })
  await expect(bank).toContainText('Relevé de compte en CSV')
  await expect(bank.getByLabel('Ce que contient la colonne Libellé')).toHaveValue('label')
  await expect(bank.getByRole('region', { name: 'Ce qui sera lu' })).toContainText('VIR FA-2026-0311')
  await accessible()
  await bank.getByRole('button', { name: 'Vérifier tout le fichier' }).press('Enter')
  await expect(bank).toContainText('2 mouvements lus')

  const lot = app.getByRole('region', { name: '2 factures.zip' })
  await expect(lot).toContainText('1 facture refusée')
  await expect(lot.getByRole('row', { name: /b\.xml/ })).toContainText('XML illisible')
  await accessible()
  await lot.getByRole('button', { name: 'Importer sans la facture refusée' }).press('Enter')
  await expect(lot.getByRole('status')).toHaveText('Importé')
  await bank.getByRole('button', { name: 'Importer', exact: true }).press('Enter')
  await bank.getByRole('link', { name: 'Rapprocher 1 ligne' }).press('Enter')
  await expect(pane(app)).toContainText('le numéro FA-2026-0311 est cité')
})
