/** Probes of the language: the zone it lives in, what it lacks. */
import type { AnyProbe } from './kinds'

export const language: readonly AnyProbe[] = [
  {
    name: "a Date's own clock is the script's zone",
    label: 'documented',
    needs: [],
    run: () => {
      const moment = new Date(2026, 0, 1, 12, 30)
      return [Utilities.formatDate(moment, Session.getScriptTimeZone(), 'yyyy-MM-dd HH:mm'), moment.getHours()]
    },
    expect: ['2026-01-01 12:30', 12],
  },
  {
    name: 'there are no timers, no fetch, no addresses, no encoders',
    label: 'documented',
    needs: [],
    run: () =>
      ['setTimeout', 'fetch', 'URL', 'URLSearchParams', 'TextEncoder', 'atob', 'crypto', 'structuredClone', 'process'].filter(
        (name) => name in globalThis,
      ),
    expect: [],
  },
]
