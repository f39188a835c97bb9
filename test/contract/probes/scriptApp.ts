/** Probes of ScriptApp and HtmlService: triggers of the account, permissions, templates. */
import { type AnyProbe, probeOf } from './kinds'

export const scriptApp: readonly AnyProbe[] = [
  {
    name: 'a trigger is made, listed and deleted',
    label: 'documented',
    needs: ['script.scriptapp'],
    run: () => {
      const trigger = ScriptApp.newTrigger('probe').timeBased().everyDays(1).atHour(3).create()
      const uid = trigger.getUniqueId()
      const listed = ScriptApp.getProjectTriggers().some((one) => one.getUniqueId() === uid)
      ScriptApp.deleteTrigger(trigger)
      return [String(trigger.getEventType()), listed, ScriptApp.getProjectTriggers().some((one) => one.getUniqueId() === uid)]
    },
    expect: ['CLOCK', true, false],
  },
  {
    name: 'everyMinutes takes 1, 5, 10, 15 or 30',
    label: 'documented',
    needs: ['script.scriptapp'],
    run: (_scratch, _given, { failure }) => failure(() => ScriptApp.newTrigger('probe').timeBased().everyMinutes(7)),
    expect: 'Exception: The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
  },
  {
    name: 'where everything is granted there is no address to grant at',
    label: 'documented',
    needs: [],
    run: () => {
      const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL)
      return [String(info.getAuthorizationStatus()), info.getAuthorizationUrl()]
    },
    expect: ['NOT_REQUIRED', null],
  },
  ...(
    [
      ['<?!= "<b>"; ?>', '<b>'],
      ['<?= "<b>" ?>', '&lt;b&gt;'],
      ['<? for (const n of [1, 2]) { ?>x<?= n ?><? } ?>', 'x1x2'],
    ] as const
  ).map(([template, expect]) =>
    probeOf<string>({
      name: `the template ${template}`,
      label: 'documented',
      needs: [],
      given: template,
      run: (_scratch, text) => HtmlService.createTemplate(text).evaluate().getContent(),
      expect,
    }),
  ),
]
