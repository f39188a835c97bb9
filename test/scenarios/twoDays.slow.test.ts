/** Random histories of two days: once all is quiet calendar, register, lines and letters say the same (more of them in twoDays.long.test.ts). */
import { twoDays } from '../fixtures/twoDays'

test('t', () => {
  const from = Number(process.env['FROM'] ?? 0)
  const count = Number(process.env['COUNT'] ?? 10)
  const t = Date.now()
  let letters = 0
  let bad = 0
  for (let at = from; at < from + count; at++) {
    try {
      const lived = twoDays(`two days ${at}`, 20)
      letters += lived.letters
      if (lived.wrong.length > 0) {
        bad++
        process.stderr.write(`#${at}: ${lived.wrong.join('\n   ')}\n`)
        if (process.env['STORY']) process.stderr.write(`${lived.story.join('\n')}\n`)
      }
    } catch (e) {
      bad++
      process.stderr.write(`#${at}: thrown ${String((e as Error).stack).slice(0, 600)}\n`)
    }
  }
  process.stderr.write(`cpu ${process.cpuUsage().user / 1000} `)
  process.stderr.write(`${count} histories, ${letters} letters, ${bad} bad, ${Date.now() - t} ms\n`)
}, 3_600_000)
