#!/bin/sh
# GNU parallel over two hosts, which are this machine by two names: the shards of docs/sweeps.md by ssh, one of them broken off and
# started again, and the merged table held against that of one process, byte for byte.
#   ssh.sh TOOL          with Debian's openssh-server and parallel. TOOL is the command line tool.
set -eu
tool=$(realpath "$1")
here=$(mktemp -d /tmp/reprise-ssh.XXXXXX)
stop() {
  [ ! -s "$here/sshd.pid" ] || kill "$(cat "$here/sshd.pid")" 2>/dev/null || :
  rm -rf "$here"
}
trap stop EXIT
fail() { echo "ssh: $*" >&2; exit 1; }

# A server with keys of its own, which listens to this machine alone and lets in whoever has the key made here.
port=22022
ssh-keygen -q -t ed25519 -N '' -f "$here/host"
ssh-keygen -q -t ed25519 -N '' -f "$here/user"
cp "$here/user.pub" "$here/allowed"
mkdir -p /run/sshd
/usr/sbin/sshd -f /dev/null -h "$here/host" -p $port -o ListenAddress=127.0.0.1 -o PidFile="$here/sshd.pid" \
  -o AuthorizedKeysFile="$here/allowed" -o StrictModes=no -o PasswordAuthentication=no -o PermitRootLogin=prohibit-password
cat >"$here/config" <<END
Host one two
  HostName 127.0.0.1
  Port $port
  IdentityFile $here/user
  IdentitiesOnly yes
  UserKnownHostsFile $here/known
  StrictHostKeyChecking accept-new
  LogLevel ERROR
END
export PARALLEL_SSH="ssh -F $here/config"
printf '1/one\n1/two\n' >"$here/machines.txt"

mkdir "$here/work"
cd "$here/work"
cat >small.json <<'END'
{"task": {"kind": "two_points"}, "network": {"width": 60, "hidden_layers": 12}, "training": {"epochs": 3000}, "observe": {"every": 20}}
END
sweep='sweep small.json --over gain=0.9:1.6:4 --over seed=1:4'
shards() {
  # shellcheck disable=SC2086 # options
  seq 4 | parallel --sshloginfile "$here/machines.txt" --workdir "$PWD" --joblog log "$@" \
    "$tool" $sweep --shard '{}/4' --jobs 1 --out 'gains-{}' >/dev/null 2>&1
}

# The first run of the first shard ends the process that is at it.
shards &
started=$!
until [ -n "$(find gains-1/runs -name '*.json' 2>/dev/null)" ]; do
  kill -0 $started 2>/dev/null || fail 'the shards ended without a run'
  sleep 0.1
done
pkill -KILL -f "$tool $sweep --shard 1/4" || fail 'the first shard had ended before it could be broken off'
! wait $started || fail 'parallel did not tell that a shard was broken off'
failed=$(awk 'NR > 1 && ($7 != 0 || $8 != 0)' log | wc -l)
hosts=$(awk 'NR > 1 { print $2 }' log | sort -u | wc -l)
case "$failed on $hosts" in
  [1-4]' on 2') ;;
  *) fail "$failed shards broken off, on $hosts hosts: $(cat log)" ;;
esac
echo "$failed of 4 shards on $hosts hosts broken off with $(find gains-1/runs -name '*.json' | wc -l) of its 4 runs"

shards --resume-failed || fail 'not all shards ended the second time'
"$tool" merge gains-1 gains-2 gains-3 gains-4 --out gains
# shellcheck disable=SC2086 # options
"$tool" $sweep --out whole >/dev/null
cmp gains/results.csv whole/results.csv || fail 'the merged table is another than that of one process'
echo "merged: $(wc -l <gains/results.csv) lines, the same bytes as one process's"
