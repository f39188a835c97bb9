/** Entry of `npm start`: reads the command, starts the workbench, says where it is, saves at the end. */
import { setFlagsFromString } from 'node:v8'
import { CommandProblem, readCommand } from './commandLine'
import { StartProblem, start } from './start'

// A run of the bundle is over after some milliseconds: what the engine makes of its functions meanwhile costs more than it brings.
setFlagsFromString('--interrupt-budget=5000000')

try {
  const running = await start({ ...readCommand(process.argv.slice(2)), root: process.cwd() })
  console.log(running.said)
  console.log(`Стенд открыт: ${running.url}   (остановить — Ctrl+C)`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)))
  }
} catch (error) {
  const told = error instanceof StartProblem || error instanceof CommandProblem
  console.error(told ? error.message : `Стенд не запустился: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
