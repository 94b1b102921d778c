#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The long runs, on what ./dev build has built. One summary line for each part; ends with an error when one of them
# found anything lost, doubled, stuck or different.
#   tests/soak/soak.sh [KILLS [RUNS [INVOICES [STORIES]]]]
#   default: 500 kills, 20 runs of each fault, 1,000,000 invoices, 10,000 stories of reversing
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
tests=${KP_BUILD:-build}/tests
kills=${1:-500} runs=${2:-20} invoices=${3:-1000000} stories=${4:-10000}
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
failed=0

part() { # title, then the command; its last line is its summary
  local title=$1 begin=$SECONDS output
  shift
  if output=$("$@" 2>&1); then
    echo "ok    $title: $(tail -n 1 <<<"$output") ($((SECONDS - begin)) s)"
  else
    failed=1
    echo "$output"
    echo "FAIL  $title: $* ($((SECONDS - begin)) s)"
  fi
}

# The summary of a Qt Test program is the line before its last.
money() {
  KP_ORACLE_COUNT=$invoices "$tests/tst_money_oracle" || return 1
  echo "invoices $invoices differences 0"
}

reversing() {
  KP_RED_SEQUENCES=$stories QTEST_FUNCTION_TIMEOUT=7200000 "$tests/tst_service_red_sequences" || return 1
  echo "stories $stories disagreements 0"
}

ends() {
  KP_EVERY_COMMIT=1 QTEST_FUNCTION_TIMEOUT=3600000 "$tests/tst_service_red_planning_ends" || return 1
  echo "plans ended after every commit"
}

part "kill -9 at random moments" "$tests/soak_kills" "$kills"
part "a kill at every step" "$tests/soak_steps"
part "a misbehaving platform" "$tests/soak_faults" "$runs"
part "kill -9 while invoices are reversed" "$tests/soak_red" "$kills" 1
part "a platform that misbehaves in reversing" "$tests/soak_red_faults" "$runs"
part "random stories of reversing" reversing
part "a plan ended after each commit" ends
part "money against exact rationals" money
exit $failed
