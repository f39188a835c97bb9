/** Every method of the desk, by its name in the contract. */

import type { Method as MethodName } from '../../rpc/contract'
import { own } from '../booking/bookOwn'
import { book } from '../booking/bookSlot'
import { forReassign, list as listSlots } from '../booking/listSlots'
import { mine } from '../booking/ownConsultations'
import { reason, reassign, refuseToHold } from '../booking/reassignDeal'
import { reschedule } from '../booking/rescheduleDeal'
import { settleWish } from '../booking/settleWish'
import { hold, release } from '../booking/slotHolds'
import { board } from '../calendar/board'
import { list as listDiscrepancies } from '../calendar/listDiscrepancies'
import { markSlots } from '../calendar/markSlots'
import { ownSlots } from '../calendar/ownSlots'
import { repeatWeek } from '../calendar/repeatWeek'
import { resolve } from '../calendar/resolveDiscrepancy'
import { attach } from '../card/attachFile'
import { history } from '../card/dealHistory'
import { fill, fillClientCard } from '../card/fillDeal'
import { keep as keepDraft } from '../card/keepDraft'
import { move } from '../card/moveDeal'
import { current, open } from '../card/openDeal'
import { due, seen } from '../card/personal/dueClients'
import { forget, goOn, lookAt, saveAll } from '../card/personal/forgetPerson'
import { vaultGoOn, vaultLeave, vaultLook, vaultMake, vaultStart } from '../card/personal/keepApart'
import { map } from '../card/personal/personalMap'
import { openWays, setWays, waysKey, waysVk } from '../card/personal/ways'
import { reopen } from '../card/reopenDeal'
import { undo } from '../card/undoDeal'
import { returnConsent, withdrawConsent } from '../card/withdrawConsent'
import { amoConnect, amoDifferences, amoDisconnect, amoLook, amoState, amoTake } from '../control/amocrm/amoMethods'
import { end as endDevice, list as listDevices } from '../control/devices'
import { settleBlock } from '../control/handBlock'
import { send } from '../control/sendWaiting'
import { connect, disconnect, state } from '../control/taskTools'
import { today } from '../control/today'
import { ask } from '../externals/askExternal'
import { decide } from '../externals/decideExternal'
import { sendLink, take } from '../externals/expertReport'
import { list as listExternals, pay } from '../externals/externalMonth'
import { clientHistory } from '../intake/clientHistory'
import { create } from '../intake/createDeal'
import { duplicates } from '../intake/duplicates'
import { address } from '../intake/formAddress'
import { join } from '../intake/joinDeal'
import { merge, unmerge } from '../intake/mergeClients'
import { note } from '../intake/noteCall'
import { readPasted } from '../intake/pastedLetter'
import { apart, recognise } from '../intake/recogniseClient'
import { repeats } from '../intake/repeats'
import { searchClients, searchDeals } from '../intake/search'
import { asides, settleAside } from '../intake/setAside'
import { takeNews } from '../intake/takeNews'
import { preview as previewMonth } from '../month/monthPreview'
import { csv, report } from '../month/report'
import { approve, letters, publish, tell } from '../month/settleMonth'
import { apply, preview as previewImport, start } from '../register/importing'
import { samples, test } from '../register/sampleLetters'
import { open as openSettings, save } from '../register/settingRows'
import { steps } from '../register/setUpSteps'
import { takeBack } from '../register/takeBackImport'
import { lookAtYear, writeYear } from '../register/workdays'
import { close } from '../week/closeWeek'
import { list as listWeek } from '../week/listWeek'
import { undo as undoWeek } from '../week/undoWeek'
import type { Method } from './method'

export const methods: { readonly [M in MethodName]: Method<M> } = {
  'desk/today': today,
  'client/search': searchClients,
  'client/fill': fillClientCard,
  'client/withdrawConsent': withdrawConsent,
  'client/returnConsent': returnConsent,
  'client/merge': merge,
  'client/unmerge': unmerge,
  'client/apart': apart,
  'client/duplicates': duplicates,
  'client/history': clientHistory,
  'deal/create': create,
  'deal/open': open,
  'deal/current': current,
  'deal/search': searchDeals,
  'deal/mine': mine,
  'deal/history': history,
  'deal/note': note,
  'deal/fill': fill,
  'file/attach': attach,
  'deal/move': move,
  'deal/undo': undo,
  'deal/reopen': reopen,
  'deal/repeats': repeats,
  'deal/join': join,
  'deal/recognise': recognise,
  'deal/takeNews': takeNews,
  'intake/readLetter': readPasted,
  'desk/settleBlock': settleBlock,
  'intake/address': address,
  'intake/asides': asides,
  'intake/settleAside': settleAside,
  'slot/list': listSlots,
  'slot/forReassign': forReassign,
  'slot/hold': hold,
  'slot/release': release,
  'slot/board': board,
  'slot/repeatWeek': repeatWeek,
  'slot/own': ownSlots,
  'slot/mark': markSlots,
  'deal/book': book,
  'deal/bookOwn': own,
  'deal/reschedule': reschedule,
  'deal/settleWish': settleWish,
  'deal/reason': reason,
  'deal/cannotHold': refuseToHold,
  'deal/reassign': reassign,
  'deal/decideExternal': decide,
  'deal/askExternal': ask,
  'deal/sendReport': sendLink,
  'deal/takeReport': take,
  'discrepancy/list': listDiscrepancies,
  'discrepancy/resolve': resolve,
  'week/list': listWeek,
  'week/close': close,
  'week/undo': undoWeek,
  'month/report': report,
  'month/preview': previewMonth,
  'month/csv': csv,
  'month/approve': approve,
  'month/published': publish,
  'month/letters': letters,
  'month/tell': tell,
  'external/list': listExternals,
  'external/pay': pay,
  'import/start': start,
  'import/preview': previewImport,
  'import/apply': apply,
  'import/undo': takeBack,
  'workdays/look': lookAtYear,
  'workdays/write': writeYear,
  'personal/map': map,
  'personal/look': lookAt,
  'personal/forget': forget,
  'personal/goOn': goOn,
  'personal/export': saveAll,
  'personal/due': due,
  'personal/seen': seen,
  'personal/vault': vaultLook,
  'personal/vaultMake': vaultMake,
  'personal/vaultStart': vaultStart,
  'personal/vaultLeave': vaultLeave,
  'personal/vaultGoOn': vaultGoOn,
  'ways/open': openWays,
  'ways/set': setWays,
  'ways/key': waysKey,
  'ways/vk': waysVk,
  'settings/open': openSettings,
  'settings/steps': steps,
  'settings/save': save,
  'letter/samples': samples,
  'letter/test': test,
  'device/list': listDevices,
  'device/end': endDevice,
  'draft/keep': keepDraft,
  'outbox/send': send,
  'amo/state': amoState,
  'amo/look': amoLook,
  'amo/connect': amoConnect,
  'amo/disconnect': amoDisconnect,
  'amo/differences': amoDifferences,
  'amo/take': amoTake,
  'tasks/state': state,
  'tasks/connect': connect,
  'tasks/disconnect': disconnect,
}
