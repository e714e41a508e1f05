#!/bin/sh
# Records a start of the commands and of the window beside the program, so that later starts take half the time.
# Never fails: without a record, or with one that does not fit, the program starts as it would anyway.
#
#   installer/rehearse.sh IMAGE [--heal]
launcher=$1/bin/codeheals
home=$(mktemp -d 2>/dev/null) || exit 0
trap 'rm -rf "$home"' EXIT
export CODEHEALS_TRAIN=1 TMPDIR="$home"
within=
command -v timeout > /dev/null && within='timeout 180'
CODEHEALS_HOME="$home/cli" $within "$launcher" rehearse --data "$home/cli" ${2:+"$2"} > /dev/null 2>&1 &
CODEHEALS_HOME="$home/ui" JDK_JAVA_OPTIONS='-Dglass.platform=Headless -Dprism.order=sw' $within "$launcher" ui --rehearse > /dev/null 2>&1 &
wait
exit 0
