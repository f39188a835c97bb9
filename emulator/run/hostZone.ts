/** The zone of the language: Date and Intl of a realm take the process's, which is the script's while the script runs. */
import vm from 'node:vm'

/** The process's own: a test runner hands its tests a copy, which Node does not look at. */
const processEnv = vm.runInThisContext('process.env') as Record<string, string | undefined>

/** Node reads `TZ` anew when it is set, in contexts that are there already too. */
export function inHostZone<T>(zone: string, work: () => T): T {
  const before = processEnv['TZ']
  if (before === zone) return work()
  processEnv['TZ'] = zone
  try {
    return work()
  } finally {
    if (before === undefined) delete processEnv['TZ']
    else processEnv['TZ'] = before
  }
}
