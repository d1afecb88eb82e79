#!/usr/bin/env bash
# A real IPP printer on this computer: CUPS' own ippeveprinter, with the bus
# and the announcer it does not start without, none of them the system's.
#   ipp_printer.sh DIR PORT [options of ippeveprinter]
# DIR gets spool/ (what was printed, as it came), printer.pid, printer.log.
# Says "ready" when it takes jobs; ends, with all it started, when its
# standard input closes.
set -euo pipefail

# /run/avahi-daemon is made anew for us alone, in a mount namespace.
if [ -z "${SPORTELLO_INSIDE:-}" ]; then
  root=; [ "$(id -u)" = 0 ] || root=--map-root-user
  SPORTELLO_INSIDE=1 exec unshare $root --mount "$0" "$@"
fi

dir=$1 port=$2; shift 2
mkdir -p "$dir/spool" /run/avahi-daemon
mount -t tmpfs none /run/avahi-daemon
PATH=$PATH:/usr/sbin:/sbin

cat >"$dir/bus.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path=$dir/bus</listen>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/></policy>
</busconfig>
CONF
# Announced on the loopback only: nobody in the network sees it.
printf '[server]\nhost-name=sportello-prova-%s\nuse-ipv6=no\nallow-interfaces=lo\n' "$port" >"$dir/avahi.conf"

pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true' EXIT
export DBUS_SYSTEM_BUS_ADDRESS=unix:path=$dir/bus
dbus-daemon --config-file="$dir/bus.conf" --nofork --nopidfile 2>"$dir/bus.log" & pids+=($!)
for _ in $(seq 100); do [ -S "$dir/bus" ] && break; sleep 0.05; done
avahi-daemon -f "$dir/avahi.conf" --no-drop-root --no-chroot --no-rlimits >"$dir/avahi.log" 2>&1 & pids+=($!)
for _ in $(seq 100); do [ -S /run/avahi-daemon/socket ] && break; sleep 0.05; done
ippeveprinter -n localhost -p "$port" -k -d "$dir/spool" -v "$@" Prova >"$dir/printer.log" 2>&1 & pids+=($!)
echo $! >"$dir/printer.pid"
for _ in $(seq 200); do
  if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then echo ready; cat >/dev/null; exit 0; fi
  sleep 0.05
done
cat "$dir/printer.log" >&2
exit 1
