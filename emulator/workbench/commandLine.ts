/** What `npm start` was asked for: --reset, --port N, --world FILE. */
export interface Command {
  readonly reset: boolean
  readonly port: number
  readonly world: string
}

export class CommandProblem extends Error {}

const defaultPort = 4173

/** Reads the arguments; throws CommandProblem with a sentence. */
export const readCommand = (args: readonly string[]): Command => {
  let command: Command = { reset: false, port: defaultPort, world: '.world/world.json' }
  for (let index = 0; index < args.length; index++) {
    const name = args[index]
    if (name === '--reset') command = { ...command, reset: true }
    else if (name === '--port') command = { ...command, port: portOf(args[++index]) }
    else if (name === '--world') command = { ...command, world: fileOf(args[++index]) }
    else throw new CommandProblem(`Не понимаю «${name}». Есть: --reset (начать заново), --port ЧИСЛО, --world ФАЙЛ.`)
  }
  return command
}

const portOf = (text: string | undefined): number => {
  const port = Number(text)
  if (text === undefined || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CommandProblem('После --port нужен номер порта, например --port 4180.')
  return port
}

const fileOf = (text: string | undefined): string => {
  if (text === undefined || text.startsWith('--'))
    throw new CommandProblem('После --world нужно имя файла, например --world .world/world.json.')
  return text
}
