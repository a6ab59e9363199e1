import type { Command } from 'commander'
import { declareScore } from './score.ts'

export const creditCommands = (program: Command): void => {
  const credit = program.command('credit').description('may this order be accepted, what is this customer worth')
  declareScore(credit)
}
