/** Stories lived beside one another: each in a process of its own that leaves what came of it in its file. */
import { spawn } from 'node:child_process'

export interface Jobs {
  /** Seeds of stories that nobody has lived yet. */
  readonly seeds: readonly string[]
  /** Processes at one time. */
  readonly atOnce: number
  /** What a process is started with, but for the seed. */
  readonly words: readonly string[]
  readonly onDone: (done: number) => void
}

/** Resolves when all have ended; one that failed has left nothing, and is lived again by whoever reads the files. */
export async function livedBeside({ seeds, atOnce, words, onDone }: Jobs): Promise<void> {
  // What others live ends with this process; a story under way hears no politer word.
  process.once('SIGTERM', () => process.exit(143))
  const left = [...seeds]
  let done = 0
  const worker = async () => {
    for (let seed = left.shift(); seed !== undefined; seed = left.shift()) {
      await ended([...words, '--seed', seed])
      onDone(++done)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

function ended(words: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, words, { stdio: 'ignore' })
  const stop = () => child.kill('SIGKILL')
  process.once('exit', stop)
  return new Promise((resolve) => {
    const over = () => {
      process.off('exit', stop)
      resolve()
    }
    child.once('error', over)
    child.once('exit', over)
  })
}
