import type { Command } from 'commander'
import type { AnyCall } from '../calls.ts'
import { type Answer, answers, declare } from '../command.ts'
import { UsageError } from '../failure.ts'
import type { Common } from '../session.ts'

export const helpCommands = (program: Command): void => {
  program.helpCommand(false)
  const command = declare(program, 'help', 'the commands, and every call of the contract').argument(
    '[topic...]',
    'a command, or a call such as dunning.propose',
  )
  answers(command, async (topic: string[], _options: Common) => {
    const { allCalls, findCall, inputSchemaOf } = await import('../calls.ts')
    const call = findCall(topic[0] ?? '')
    if (call) return callHelp(call, inputSchemaOf(call))
    return topic.length > 0 ? commandHelp(program, topic) : overview(program, allCalls)
  })
}

const find = (program: Command, topic: readonly string[]): Command =>
  topic.reduce((parent, word) => {
    const child = parent.commands.find((command) => command.name() === word)
    if (!child) throw new UsageError(`help: there is no command or call ${topic.join(' ')}`)
    return child
  }, program)

const commandHelp = (program: Command, topic: readonly string[]): Answer => {
  const command = find(program, topic)
  const text = command.helpInformation().trimEnd()
  return { json: { command: topic.join(' '), about: command.description(), help: text }, text }
}

const callJson = ({ slice, name, meta }: AnyCall) => ({
  call: `${slice}.${name}`,
  kind: meta.kind,
  permission: meta.permission,
  about: meta.about,
})

const callHelp = (call: AnyCall, input: unknown): Answer => {
  const json = { ...callJson(call), input }
  const text = [`${json.call} (${json.kind}): ${json.about}.`, '', 'Input', JSON.stringify(json.input, null, 2)].join(
    '\n',
  )
  return { json, text }
}

/** Commands that hold others are named with each of them. */
const leaves = (command: Command, prefix = ''): { command: string; about: string }[] =>
  command.commands.flatMap((child) => {
    const name = `${prefix}${child.name()}`
    return child.commands.length > 0
      ? leaves(child, `${name} `)
      : [{ command: `${name} ${child.usage()}`, about: child.description() }]
  })

const overview = (program: Command, known: readonly AnyCall[]): Answer => {
  const calls = known.map(callJson)
  const widest = Math.max(...calls.map(({ call }) => call.length))
  const text = [
    program.helpInformation().trimEnd(),
    '',
    'Calls, for `encours call <slice>.<call> <json> --book FILE` (`encours help <slice>.<call>` shows the input):',
    ...calls.map(({ call, about }) => `  ${call.padEnd(widest)}  ${about}`),
  ].join('\n')
  return { json: { commands: leaves(program), calls }, text }
}
