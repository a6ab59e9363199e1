import type { Command } from 'commander'
import { declareCheck } from './check.ts'
import { declareScore } from './score.ts'

export const creditCommands = (program: Command): void => {
  const credit = program.command('credit').description('may this order be accepted, what is this customer worth')
  declareCheck(credit)
  declareScore(credit)
}
